// Looks embedded files up in the generated table.

#include "base/embedded.hpp"

#include <algorithm>
#include <iterator>

#include "base/embedded_table.hpp"

namespace trialsheet {

std::string_view embedded_file(std::string_view path) {
  const auto table = embedded_table();
  const auto found = std::ranges::find(table, path, &EmbeddedFile::path);
  if (found == table.end()) {
    return {};
  }
  return {found->begin, found->end};
}

std::vector<std::string_view> embedded_paths() {
  std::vector<std::string_view> paths;
  std::ranges::transform(embedded_table(), std::back_inserter(paths),
                         &EmbeddedFile::path);
  std::ranges::sort(paths);
  return paths;
}

}  // namespace trialsheet
