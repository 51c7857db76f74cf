# What HarfBuzz makes of plain words in our own faces, asked at build time
# (src/page/plain_face.hpp).

# trialsheet_packed_faces(OBJECTS FONT_PATHS FONT_FILES PATHS FILES): as lists.
function(trialsheet_packed_faces objects font_paths font_files paths_variable files_variable)
  set(file "${CMAKE_CURRENT_BINARY_DIR}/embedded/packed/plain_faces")
  add_executable(pack_faces src/page/tool/pack_faces.cpp src/page/font.cpp
    src/page/font_entries.cpp src/page/plain_face.cpp src/page/shape.cpp
    src/page/unicode.cpp src/page/word_table.cpp $<TARGET_OBJECTS:${objects}>)
  target_include_directories(pack_faces PRIVATE "${PROJECT_SOURCE_DIR}/src")
  target_link_libraries(pack_faces PRIVATE
    trialsheet_options nlohmann_json::nlohmann_json ${trialsheet_dependencies})
  trialsheet_embed(pack_faces "fonts/fonts.json;${font_paths}"
    "${PROJECT_SOURCE_DIR}/fonts/fonts.json;${font_files}")
  add_custom_command(OUTPUT "${file}" COMMAND pack_faces "${file}"
                     DEPENDS pack_faces VERBATIM)
  set(${paths_variable} "packed/plain_faces" PARENT_SCOPE)
  set(${files_variable} "${file}" PARENT_SCOPE)
endfunction()
