// Reads brands as files.

#include "cli/own_brand.hpp"

#include "brand_file.hpp"
#include "cli/terminal.hpp"
#include "page/brand.hpp"

namespace trialsheet {

namespace {

void take(std::string& option, const std::string& preset, bool is_typed) {
  if (!is_typed && !preset.empty()) {
    option = preset;
  }
}

}  // namespace

Parameters presets_of(const Brand& brand) {
  const auto& own = brand.defaults;
  const Parameters all = {{"paper", own.paper},
                          {"layout", own.layout},
                          {"lang", own.language},
                          {"near", own.near},
                          {"country", own.country}};
  Parameters presets;
  for (const auto& each : all) {
    if (!each.value.empty()) {
      presets.push_back(each);
    }
  }
  return presets;
}

RenderOptions with_own_files(RenderOptions options, const BrandArguments& brand) {
  if (!brand.file.empty()) {
    options.brand = read_brand_file(brand.file);
    const auto& presets = options.brand->defaults;
    take(options.paper, presets.paper, brand.paper);
    take(options.layout, presets.layout, brand.layout);
    take(options.language, presets.language, brand.language);
    take(options.near, presets.near, brand.whereabouts);
    take(options.country, presets.country, brand.whereabouts);
  }
  return with_layout_file(std::move(options));
}

}  // namespace trialsheet
