# The gazetteer's table, made at build time from Debian's libgeonames. Without that package
# the program knows no places by name, and says so when asked for one.

# trialsheet_cities(PATHS FILES): the table as lists of one, or empty lists.
function(trialsheet_cities paths_variable files_variable)
  pkg_check_modules(geonames IMPORTED_TARGET geonames gio-2.0)
  set(paths "")
  set(files "")
  if(geonames_FOUND)
    set(table "${CMAKE_CURRENT_BINARY_DIR}/embedded/cities.tsv")
    add_executable(make_cities src/geo/tool/make_cities.cpp src/geo/fold.cpp
                   src/base/text.cpp)
    target_include_directories(make_cities PRIVATE "${PROJECT_SOURCE_DIR}/src")
    target_link_libraries(make_cities PRIVATE PkgConfig::geonames ICU::uc)
    add_custom_command(OUTPUT "${table}" COMMAND make_cities "${table}"
                       DEPENDS make_cities VERBATIM)
    set(paths "geo/cities.tsv")
    set(files "${table}")
  else()
    message(STATUS "libgeonames-dev is missing: --near will know no places by name")
  endif()
  set(${paths_variable} "${paths}" PARENT_SCOPE)
  set(${files_variable} "${files}" PARENT_SCOPE)
endfunction()
