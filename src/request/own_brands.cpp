// Looks brands up.

#include "request/own_brands.hpp"

#include "base/error.hpp"
#include "brand_file.hpp"
#include "page/brand.hpp"
#include "request/options.hpp"

namespace trialsheet {

namespace {

[[noreturn]] void refuse_brand(const OwnBrands& brands) {
  std::vector<std::string> names;
  for (const auto& [name, brand] : brands) {
    names.push_back(name);
  }
  throw Error(Fault::request, "brand",
              brands.empty()
                  ? "the engine was given none; give it the file when it is made"
                  : "the engine was given no such brand; there are: " + listed(names));
}

void add(Parameters& parameters, const char* name, const std::string& preset) {
  if (!preset.empty() && find(parameters, name) == nullptr) {
    parameters.push_back({name, preset});
  }
}

void add_defaults(Parameters& parameters, const BrandDefaults& defaults) {
  add(parameters, "paper", defaults.paper);
  add(parameters, "layout", defaults.layout);
  add(parameters, "lang", defaults.language);
  if (find(parameters, "near") == nullptr && find(parameters, "country") == nullptr) {
    add(parameters, "near", defaults.near);
    add(parameters, "country", defaults.country);
  }
}

}  // namespace

OwnBrands read_own_brands(const std::vector<std::string>& files) {
  OwnBrands brands;
  for (const auto& file : files) {
    brands[file] = read_brand_file(file);
  }
  return brands;
}

std::shared_ptr<const Brand> take_brand(Parameters& parameters, const OwnBrands& brands) {
  const auto name = take(parameters, "brand");
  if (!name) {
    return nullptr;
  }
  const auto brand = brands.find(*name);
  if (brand == brands.end()) {
    refuse_brand(brands);
  }
  add_defaults(parameters, brand->second->defaults);
  return brand->second;
}

}  // namespace trialsheet
