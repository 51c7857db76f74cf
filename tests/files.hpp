// Files: how tests reach their data.

#pragma once

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <vector>

namespace trialsheet::tests {

/// Of the source tree.
std::filesystem::path root();

inline std::filesystem::path folder(const std::string& name) {
  return root() / name;
}

inline std::string read_file(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) {
    throw std::runtime_error("cannot read " + path.string());
  }
  return {std::istreambuf_iterator<char>(file), {}};
}

inline std::vector<std::filesystem::path> files_in(const std::filesystem::path& folder,
                                                   const std::string& extension) {
  std::vector<std::filesystem::path> paths;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() == extension) {
      paths.push_back(entry.path());
    }
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

/// The folder of real records, which are not part of the project; empty if none is named.
inline std::string records_folder() {
  const char* folder = std::getenv("TRIALSHEET_RECORDS");
  return folder == nullptr ? "" : folder;
}

}  // namespace trialsheet::tests
