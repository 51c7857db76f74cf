# Puts files into the program: an assembler file that takes in their bytes, and the table
# in which embedded.cpp looks them up.
#
# Assembler rather than C++ arrays, because .incbin takes megabytes of fonts in a moment and
# as they are; #embed will replace this once the compilers of our oldest system have it.

# trialsheet_embed(TARGET PATHS FILES): FILES[i] is embedded under the name PATHS[i].
function(trialsheet_embed target paths files)
  set(folder "${CMAKE_CURRENT_BINARY_DIR}/embedded/${target}")
  set(bytes "    .section .rodata\n")
  set(symbols "")
  set(rows "")
  set(index 0)
  foreach(path file IN ZIP_LISTS paths files)
    set(symbol "trialsheet_embedded_${index}")
    # The byte after the end keeps an empty file apart from the next one.
    string(APPEND bytes
      "    .balign 16\n    .globl ${symbol}_begin\n    .globl ${symbol}_end\n"
      "    .hidden ${symbol}_begin\n    .hidden ${symbol}_end\n"
      "${symbol}_begin:\n    .incbin \"${file}\"\n${symbol}_end:\n    .byte 0\n")
    string(APPEND symbols "extern const char ${symbol}_begin[];\nextern const char ${symbol}_end[];\n")
    string(APPEND rows "    {\"${path}\", ${symbol}_begin, ${symbol}_end},\n")
    math(EXPR index "${index} + 1")
  endforeach()
  # Without this note the linker would make the stack of the whole program executable.
  string(APPEND bytes "    .section .note.GNU-stack,\"\",%progbits\n")

  file(CONFIGURE OUTPUT "${folder}/files.s" CONTENT "@bytes@" @ONLY)
  file(CONFIGURE OUTPUT "${folder}/table.cpp" @ONLY CONTENT
"// Written by src/base/embedded.cmake.

#include \"base/embedded_table.hpp\"

extern \"C\" {
@symbols@}

namespace trialsheet {

std::span<const EmbeddedFile> embedded_table() {
  // The first row keeps the table from being empty; nobody asks for it.
  static const EmbeddedFile table[] = {
    {{}, nullptr, nullptr},
@rows@  };
  return std::span(table).subspan(1);
}

}  // namespace trialsheet
")
  # clang is told by CMake to write what it includes, and says that it does not.
  set_source_files_properties("${folder}/files.s" PROPERTIES OBJECT_DEPENDS "${files}"
    COMPILE_OPTIONS $<$<C_COMPILER_ID:Clang>:-Wno-unused-command-line-argument>)
  target_sources(${target} PRIVATE "${folder}/files.s" "${folder}/table.cpp")
endfunction()

# trialsheet_embedded_fonts(PATHS FILES): what fonts/fonts.json wants embedded, as lists.
function(trialsheet_embedded_fonts paths_variable files_variable)
  set(declaration "${CMAKE_CURRENT_SOURCE_DIR}/fonts/fonts.json")
  set(paths "")
  set(files "")
  if(EXISTS "${declaration}")
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${declaration}")
    file(READ "${declaration}" json)
    string(JSON count LENGTH "${json}" fonts)
    math(EXPR last "${count} - 1")
    foreach(index RANGE ${last})
      string(JSON embed ERROR_VARIABLE absent GET "${json}" fonts ${index} embed)
      if(NOT embed STREQUAL "ON")
        continue()
      endif()
      string(JSON file GET "${json}" fonts ${index} path)
      string(JSON package GET "${json}" fonts ${index} package)
      if(NOT EXISTS "${file}")
        message(FATAL_ERROR "fonts/fonts.json: ${file} is missing; install ${package}, or run ./setup")
      endif()
      get_filename_component(name "${file}" NAME)
      list(APPEND paths "fonts/${name}")
      list(APPEND files "${file}")
    endforeach()
  endif()
  set(${paths_variable} "${paths}" PARENT_SCOPE)
  set(${files_variable} "${files}" PARENT_SCOPE)
endfunction()
