// Embedded files: the words, layouts and fonts that are part of the program.
//
// CMakeLists.txt says which files go in; a file changed on disk is in the next build.
// Immutable and there before main() starts, so safe to use from any number of threads.

#pragma once

#include <string_view>
#include <vector>

namespace trialsheet {

/// The bytes of a file, by its path in the source tree ("layouts/standard.json",
/// "src/words/en/sheet.json", "fonts/NotoSans-Regular.ttf"). They are aligned to 16 bytes
/// and stay as long as the program. data() is nullptr if there is no such file; an empty
/// file has a data().
std::string_view embedded_file(std::string_view path);

/// The paths of all embedded files, sorted.
std::vector<std::string_view> embedded_paths();

}  // namespace trialsheet
