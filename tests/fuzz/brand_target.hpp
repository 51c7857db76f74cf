// The target of brands: any bytes are one or an Error that tells of the file, and around
// whatever is one a sheet can be set.
//
// What follows the first zero byte is the picture, whatever its name.

#pragma once

#include <algorithm>

#include "layout_target.hpp"
#include "page/brand.hpp"
#include "page/contrast.hpp"

namespace trialsheet::fuzz {

/// A sheet on a layout that has room for it is made with any brand, and its pages are
/// sound: what a brand lacks room for goes to pages of its own.
inline void check_branded(const Brand& brand) {
  static const FontSet fonts;
  static const Words words("en");
  static const Summary summary = small_summary();
  static const Layout layout = built_in_layout("standard");
  static Shaper shaper(fonts);
  shaper.forget_if_full();
  const Sheet sheet = fit(summary, layout, "letter", words, shaper, &brand).value.sheet;
  for (const Page& page : sheet.pages) {
    check_page(page);
  }
}

inline void check_brand(const Brand& brand) {
  require(!brand.name.empty() && !brand.language.empty());
  require(!brand.accent || contrast_on_white(*brand.accent) >= least_contrast);
  require(!brand.logo || (brand.logo->pixels && !brand.logo->alt_text.empty()));
  for (const auto& [source, text] : texts_of(brand)) {
    require(source.starts_with('/') && !text.empty());
    require(find_invalid_utf8(text) == std::string_view::npos);
  }
  check_branded(brand);
}

inline void brand(std::string_view bytes) {
  const auto end = std::min(bytes.find('\0'), bytes.size());
  const std::string picture(bytes.substr(std::min(end + 1, bytes.size())));
  check_reading([&] {
    check_brand(read_brand(bytes.substr(0, end), "mine.json",
                           [&](const std::string&) { return picture; }));
  });
}

}  // namespace trialsheet::fuzz
