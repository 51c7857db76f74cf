// Reads brands as files.

#include "cli/own_brand.hpp"

#include <filesystem>
#include <memory>

#include "base/file.hpp"
#include "cli/terminal.hpp"
#include "page/brand.hpp"

namespace trialsheet {

namespace {

namespace fs = std::filesystem;

std::shared_ptr<const Brand> read_own_brand(const std::string& path) {
  const auto folder = fs::path(path).parent_path();
  return std::make_shared<const Brand>(read_brand(
      read_file(path), path,
      [&](const std::string& name) { return read_file((folder / name).string()); }));
}

void take(std::string& option, const std::string& preset, bool is_typed) {
  if (!is_typed && !preset.empty()) {
    option = preset;
  }
}

}  // namespace

RenderOptions with_own_files(RenderOptions options, const BrandArguments& brand) {
  if (!brand.file.empty()) {
    options.brand = read_own_brand(brand.file);
    const auto& presets = options.brand->defaults;
    take(options.paper, presets.paper, brand.paper);
    take(options.layout, presets.layout, brand.layout);
    take(options.language, presets.language, brand.language);
    take(options.near, presets.near, brand.whereabouts);
    take(options.country, presets.country, brand.whereabouts);
  }
  return with_layout_file(std::move(options));
}

void check_brand(const std::string& file) {
  read_own_brand(file);
}

}  // namespace trialsheet
