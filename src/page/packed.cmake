# What is known of fonts before the first page: what fonts/fonts.json says, and what
# HarfBuzz makes of plain words in our own faces (src/page/plain_face.hpp).

# trialsheet_packed_faces(OBJECTS FONT_PATHS FONT_FILES PATHS FILES): as lists.
function(trialsheet_packed_faces objects font_paths font_files paths_variable files_variable)
  set(folder "${CMAKE_CURRENT_BINARY_DIR}/embedded/packed")
  set(paths packed/face_entries packed/plain_faces)
  list(TRANSFORM paths REPLACE "^packed" "${folder}" OUTPUT_VARIABLE files)
  add_executable(pack_faces src/page/tool/pack_faces.cpp src/page/font.cpp
    src/page/font_entries.cpp src/page/plain_face.cpp src/page/shape.cpp
    src/page/unicode.cpp src/page/word_table.cpp $<TARGET_OBJECTS:${objects}>)
  target_include_directories(pack_faces PRIVATE "${PROJECT_SOURCE_DIR}/src")
  target_link_libraries(pack_faces PRIVATE
    trialsheet_options nlohmann_json::nlohmann_json ${trialsheet_dependencies})
  trialsheet_embed(pack_faces "fonts/fonts.json;${font_paths}"
    "${PROJECT_SOURCE_DIR}/fonts/fonts.json;${font_files}")
  add_custom_command(OUTPUT ${files} COMMAND pack_faces "${folder}"
                     DEPENDS pack_faces VERBATIM)
  set(${paths_variable} "${paths}" PARENT_SCOPE)
  set(${files_variable} "${files}" PARENT_SCOPE)
endfunction()
