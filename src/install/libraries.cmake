# The two libraries that others link, and what `cmake --install` leaves of them: headers,
# libraries, a CMake package and a pkg-config file. Included by the CMakeLists.txt above.
#
# Components for packages: program; library (what runs); development (what builds).

include(GNUInstallDirs)
include(CMakePackageConfigHelpers)

# ---- Doors ----------------------------------------------------------------------------
# The headers that a backend needs, and no other. Installed they name each other by
# <trialsheet/...>, whatever else is in the way of the compiler.

set(doors
  render.hpp explain.hpp changes.hpp fhir.hpp brand_file.hpp
  base/date.hpp base/error.hpp base/length.hpp base/note.hpp base/steps.hpp base/version.hpp
  words/own_language.hpp)
set(door_folder "${PROJECT_BINARY_DIR}/include")
file(REMOVE_RECURSE "${door_folder}")
foreach(door IN LISTS doors)
  set(source "${PROJECT_SOURCE_DIR}/src/${door}")
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${source}")
  file(READ "${source}" text)
  string(REGEX REPLACE "#include \"([^\"]+)\"" "#include <trialsheet/\\1>" text "${text}")
  file(CONFIGURE OUTPUT "${door_folder}/trialsheet/${door}" CONTENT "${text}" @ONLY)
endforeach()
configure_file("${PROJECT_SOURCE_DIR}/src/capi/trialsheet.h" "${door_folder}/trialsheet.h" COPYONLY)
install(DIRECTORY "${door_folder}/" TYPE INCLUDE COMPONENT development)

# ---- Libraries ------------------------------------------------------------------------
# trialsheet::trialsheet is the shared one; trialsheet::static brings what it is linked to.

foreach(kind shared static)
  string(TOUPPER ${kind} type)
  add_library(trialsheet_${kind} ${type} $<TARGET_OBJECTS:trialsheet_words>
    $<TARGET_OBJECTS:trialsheet_objects>)
  set_target_properties(trialsheet_${kind} PROPERTIES OUTPUT_NAME trialsheet)
  target_include_directories(trialsheet_${kind} PUBLIC
    $<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}/src> $<INSTALL_INTERFACE:${CMAKE_INSTALL_INCLUDEDIR}>)
  target_compile_features(trialsheet_${kind} INTERFACE cxx_std_20)
  target_link_libraries(trialsheet_${kind} PRIVATE ${trialsheet_dependencies} Threads::Threads
    $<BUILD_INTERFACE:trialsheet_options>)
endforeach()
set_target_properties(trialsheet_static PROPERTIES EXPORT_NAME static)

set(exports "${PROJECT_BINARY_DIR}/exports.map")
configure_file("${PROJECT_SOURCE_DIR}/src/install/exports.map.in" "${exports}" @ONLY)
target_link_options(trialsheet_shared PRIVATE "LINKER:--version-script=${exports}")
set_target_properties(trialsheet_shared PROPERTIES EXPORT_NAME trialsheet
  VERSION ${PROJECT_VERSION} SOVERSION ${PROJECT_VERSION_MAJOR} LINK_DEPENDS "${exports}")

install(TARGETS trialsheet_shared EXPORT shared
  LIBRARY COMPONENT library NAMELINK_COMPONENT development)
install(TARGETS trialsheet_static EXPORT static ARCHIVE COMPONENT development)

# ---- CMake package --------------------------------------------------------------------
# Who links the shared library needs none of its dependencies: their finding, and the
# static library, come with find_package(trialsheet COMPONENTS static).

set(package "${CMAKE_INSTALL_LIBDIR}/cmake/trialsheet")
foreach(kind shared static)
  install(EXPORT ${kind} NAMESPACE trialsheet:: FILE trialsheet-${kind}.cmake
    DESTINATION "${package}" COMPONENT development)
endforeach()
set(config "${PROJECT_BINARY_DIR}/install")
configure_package_config_file("${PROJECT_SOURCE_DIR}/src/install/trialsheet-config.cmake.in"
  "${config}/trialsheet-config.cmake" INSTALL_DESTINATION "${package}")
# Before 1.0 every minor version may change what the C++ doors say.
write_basic_package_version_file("${config}/trialsheet-config-version.cmake"
  COMPATIBILITY SameMinorVersion)
configure_file("${PROJECT_SOURCE_DIR}/src/install/dependencies.cmake"
  "${config}/trialsheet-dependencies.cmake" COPYONLY)
install(FILES "${config}/trialsheet-config.cmake" "${config}/trialsheet-config-version.cmake"
  "${config}/trialsheet-dependencies.cmake" DESTINATION "${package}" COMPONENT development)

# ---- pkg-config -----------------------------------------------------------------------

set(pkgconfig "${CMAKE_INSTALL_LIBDIR}/pkgconfig")
file(RELATIVE_PATH prefix_from_pkgconfig "/prefix/${pkgconfig}" "/prefix")
configure_file("${PROJECT_SOURCE_DIR}/src/install/trialsheet.pc.in" "${config}/trialsheet.pc" @ONLY)
install(FILES "${config}/trialsheet.pc" DESTINATION "${pkgconfig}" COMPONENT development)
