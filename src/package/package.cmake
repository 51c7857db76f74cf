# What `cmake --install` leaves besides the libraries, and Debian packages by CPack:
#
#   cmake --build build --target package     build/packages/*.deb
#
# Manual pages and completions are written from the program's own --help, the list of
# components from the program itself; for these Python is needed, and for packages dpkg-dev.

include(GNUInstallDirs)
find_package(Python3 3.9 COMPONENTS Interpreter QUIET)

set(package_folder "${PROJECT_SOURCE_DIR}/src/package")
set(written "${PROJECT_BINARY_DIR}/package")
set(TRIALSHEET_MAINTAINER "The makers of trialsheet <trialsheet@example.org>" CACHE STRING
  "Name and address of who answers for a package")

# The day of this version is that of its changelog: the same sources, the same pages.
file(STRINGS "${package_folder}/debian/changelog" signature REGEX "^ -- " LIMIT_COUNT 1)
string(REGEX MATCH "([0-9]+) ([A-Z][a-z][a-z]) ([0-9][0-9][0-9][0-9])" ignored "${signature}")
set(months Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec)
list(FIND months "${CMAKE_MATCH_2}" month)
math(EXPR month "${month} + 101")
string(SUBSTRING "${month}" 1 2 month)
set(version_day "${CMAKE_MATCH_3}-${month}-${CMAKE_MATCH_1}")

# ---- What is written ------------------------------------------------------------------

# A sanitized program is not one to be installed.
if(Python3_FOUND AND NOT sanitizers)
  set(library_list "${CMAKE_COMMAND}" -E true)
  if(TARGET trialsheet_shared)
    set(library_list "${Python3_EXECUTABLE}" "${package_folder}/components.py"
      $<TARGET_FILE:trialsheet_shared> "${PROJECT_BINARY_DIR}/embedded/trialsheet_objects/files.s"
      ${PROJECT_VERSION} ${version_day} "${written}/library/components.spdx.json")
    install(FILES "${written}/library/components.spdx.json" COMPONENT library
      DESTINATION "${CMAKE_INSTALL_DATADIR}/doc/libtrialsheet${PROJECT_VERSION_MAJOR}")
  endif()
  file(GLOB writers CONFIGURE_DEPENDS "${package_folder}/*.py" "${package_folder}/*.json")
  add_custom_command(OUTPUT "${written}/done"
    COMMAND "${CMAKE_COMMAND}" -E rm -rf "${written}"
    COMMAND "${CMAKE_COMMAND}" -E make_directory "${written}/library"
    COMMAND "${Python3_EXECUTABLE}" "${package_folder}/manual.py" $<TARGET_FILE:trialsheet>
            ${PROJECT_VERSION} ${version_day} "${written}/man/man1"
    COMMAND "${Python3_EXECUTABLE}" "${package_folder}/completions.py"
            $<TARGET_FILE:trialsheet> "${written}/completions"
    COMMAND "${Python3_EXECUTABLE}" "${package_folder}/components.py"
            $<TARGET_FILE:trialsheet> "${PROJECT_BINARY_DIR}/embedded/trialsheet_objects/files.s"
            ${PROJECT_VERSION} ${version_day} "${written}/components.spdx.json"
    COMMAND ${library_list}
    COMMAND gzip -9nk "${written}/man/man1/*.1"
    COMMAND gzip -9nc "${package_folder}/debian/changelog" > "${written}/changelog.gz"
    COMMAND "${CMAKE_COMMAND}" -E touch "${written}/done"
    DEPENDS trialsheet $<TARGET_NAME_IF_EXISTS:trialsheet_shared> ${writers} "${package_folder}/debian/changelog"
    COMMENT "Writing manual pages, completions and the list of components")
  add_custom_target(trialsheet_package ALL DEPENDS "${written}/done")

  set(share "${CMAKE_INSTALL_DATADIR}")
  install(DIRECTORY "${written}/man/" DESTINATION "${CMAKE_INSTALL_MANDIR}"
    COMPONENT program FILES_MATCHING PATTERN "*.gz")
  install(FILES "${written}/completions/trialsheet.bash" RENAME trialsheet
    DESTINATION "${share}/bash-completion/completions" COMPONENT program)
  install(FILES "${written}/completions/_trialsheet"
    DESTINATION "${share}/zsh/vendor-completions" COMPONENT program)
  install(FILES "${written}/completions/trialsheet.fish"
    DESTINATION "${share}/fish/vendor_completions.d" COMPONENT program)
  install(FILES "${written}/components.spdx.json"
    DESTINATION "${share}/doc/trialsheet" COMPONENT program)
endif()

# ---- What is as it is -----------------------------------------------------------------

install(TARGETS trialsheet RUNTIME COMPONENT program)
set(deploy "${PROJECT_SOURCE_DIR}/samples/deploy")
install(FILES "${deploy}/systemd/trialsheet.service" "${deploy}/systemd/trialsheet.socket"
  DESTINATION lib/systemd/system COMPONENT program)
install(FILES "${deploy}/README.md" "${deploy}/nginx/trialsheet.conf"
              "${deploy}/systemd/offline.conf"
  DESTINATION "${CMAKE_INSTALL_DATADIR}/doc/trialsheet/examples" COMPONENT program)

# ---- Packages -------------------------------------------------------------------------

if(NOT PROJECT_IS_TOP_LEVEL)
  return()
endif()

set(soname_package "libtrialsheet${PROJECT_VERSION_MAJOR}")
set(debian_names program trialsheet library "${soname_package}" development libtrialsheet-dev)
get_cmake_property(installed COMPONENTS)
set(CPACK_COMPONENTS_ALL "")
while(debian_names)
  list(POP_FRONT debian_names component name)
  if(component IN_LIST installed)
    list(APPEND CPACK_COMPONENTS_ALL ${component})
    string(TOUPPER ${component} key)
    set(CPACK_DEBIAN_${key}_PACKAGE_NAME ${name})
    set(doc "${CMAKE_INSTALL_DATADIR}/doc/${name}")
    install(FILES "${package_folder}/debian/copyright" DESTINATION "${doc}"
      COMPONENT ${component})
    install(FILES "${written}/changelog.gz" DESTINATION "${doc}" COMPONENT ${component}
      OPTIONAL)  # without Python none is written
  endif()
endwhile()

if(TARGET trialsheet_shared)
  set(overrides "${CMAKE_INSTALL_DATADIR}/lintian/overrides")
  install(FILES "${package_folder}/debian/libtrialsheet.lintian-overrides"
    DESTINATION "${overrides}" RENAME "${soname_package}" COMPONENT library)
  install(FILES "${package_folder}/debian/libtrialsheet-dev.lintian-overrides"
    DESTINATION "${overrides}" RENAME libtrialsheet-dev COMPONENT development)
endif()

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME trialsheet)
set(CPACK_PACKAGE_VERSION "${PROJECT_VERSION}")
set(CPACK_PACKAGE_DIRECTORY "${PROJECT_BINARY_DIR}/packages")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_PACKAGE_CONTACT "${TRIALSHEET_MAINTAINER}")
set(CPACK_STRIP_FILES ON)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_COMPRESSION_TYPE xz)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_DEBIAN_PACKAGE_SECTION text)
set(CPACK_DEBIAN_LIBRARY_PACKAGE_SECTION libs)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_SECTION libdevel)
# Loaded when they are first needed (base/loaded_library.hpp), so no tool sees them. The
# alternatives are the names of Debian 13.
set(CPACK_DEBIAN_PROGRAM_PACKAGE_DEPENDS
  "libcurl4 | libcurl4t64, libsqlite3-0, libzip4 | libzip5, libssl3 | libssl3t64")
# The fonts that are not inside: Arabic, Chinese and other scripts. Certificates: for fetch.
set(CPACK_DEBIAN_PROGRAM_PACKAGE_RECOMMENDS "fonts-noto-core, fonts-noto-cjk, ca-certificates")
set(CPACK_DEBIAN_PROGRAM_PACKAGE_SUGGESTS "nginx")
set(scripts "${package_folder}/debian")
set(CPACK_DEBIAN_PROGRAM_PACKAGE_CONTROL_EXTRA
  "${scripts}/postinst" "${scripts}/prerm" "${scripts}/postrm")
set(CPACK_DEBIAN_PACKAGE_GENERATE_SHLIBS ON)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_DEPENDS "${soname_package} (= ${PROJECT_VERSION})")
# Who links the static library needs what it is linked to.
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_SUGGESTS
  "libfmt-dev, libharfbuzz-dev, libicu-dev, libdeflate-dev, libpng-dev, libjpeg-dev, libsimdjson-dev, libhpdf-dev")

set(about "trialsheet turns a record of ClinicalTrials.gov into one printed page that a
patient takes to an appointment: what is being tested, who may join and who may
not, with boxes to tick, what to ask, whom to call.")
set(CPACK_COMPONENT_PROGRAM_DESCRIPTION "${about}
.
This package has the program, with a web page and an API for others as a
service (trialsheet.socket, trialsheet.service) that an operator may enable.")
set(CPACK_COMPONENT_LIBRARY_DESCRIPTION "${about}
.
This package has the library that other programs make such pages with.")
set(CPACK_COMPONENT_DEVELOPMENT_DESCRIPTION "${about}
.
This package has the headers and what links the library.")

include(CPack)
