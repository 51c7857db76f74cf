// Reads a brand and, beside it, the files that it names.

#include "brand_file.hpp"

#include <filesystem>

#include "base/file.hpp"
#include "page/brand.hpp"

namespace trialsheet {

std::shared_ptr<const Brand> read_brand_file(const std::string& path) {
  const auto folder = std::filesystem::path(path).parent_path();
  return std::make_shared<const Brand>(read_brand(
      read_file(path), path,
      [&](const std::string& name) { return read_file((folder / name).string()); }));
}

}  // namespace trialsheet
