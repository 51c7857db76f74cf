# What the files of words/ come to, made at build time (src/words/packed.hpp).

# trialsheet_packed_words(OBJECTS PATHS FILES): by the readers among OBJECTS, as lists.
function(trialsheet_packed_words objects paths_variable files_variable)
  file(GLOB names CONFIGURE_DEPENDS RELATIVE "${PROJECT_SOURCE_DIR}"
    "${PROJECT_SOURCE_DIR}/src/words/*/*.json")
  list(FILTER names EXCLUDE REGEX "\\.schema\\.json$")
  list(TRANSFORM names PREPEND "${PROJECT_SOURCE_DIR}/" OUTPUT_VARIABLE sources)
  add_executable(pack_words src/words/tool/pack_words.cpp $<TARGET_OBJECTS:${objects}>)
  target_include_directories(pack_words PRIVATE "${PROJECT_SOURCE_DIR}/src")
  target_link_libraries(pack_words PRIVATE trialsheet_options ${trialsheet_dependencies})
  trialsheet_embed(pack_words "${names}" "${sources}")

  set(folder "${CMAKE_CURRENT_BINARY_DIR}/embedded/packed")
  file(MAKE_DIRECTORY "${folder}")
  set(packed record)
  foreach(name IN LISTS names)
    if(name MATCHES "/([^/]+)/sheet\\.json$")
      list(APPEND packed ${CMAKE_MATCH_1})
    endif()
  endforeach()
  list(TRANSFORM packed PREPEND "packed/words/" OUTPUT_VARIABLE paths)
  list(TRANSFORM packed PREPEND "${folder}/" OUTPUT_VARIABLE files)
  add_custom_command(OUTPUT ${files} COMMAND pack_words "${folder}"
                     DEPENDS pack_words VERBATIM)
  set(${paths_variable} "${paths}" PARENT_SCOPE)
  set(${files_variable} "${files}" PARENT_SCOPE)
endfunction()
