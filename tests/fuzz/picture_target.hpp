// The target of pictures: any bytes are one, or a BadPicture that says why not.

#pragma once

#include "page/picture.hpp"
#include "targets.hpp"

namespace trialsheet::fuzz {

inline void picture(std::string_view bytes) {
  constexpr int widest = 60;
  constexpr int highest = 20;
  try {
    const auto pixels = read_picture(bytes, widest, highest);
    require(pixels.width >= 1 && pixels.width <= widest);
    require(pixels.height >= 1 && pixels.height <= highest);
    require(pixels.rgb.size() == 3 * static_cast<std::size_t>(pixels.width) *
                                     static_cast<std::size_t>(pixels.height));
    require(read_picture(bytes, widest, highest).rgb == pixels.rgb);
  } catch (const BadPicture& problem) {
    const std::string_view what = problem.what();
    require(!what.empty() && what == one_line(what));
    require(find_invalid_utf8(what) == std::string_view::npos);
  }
}

}  // namespace trialsheet::fuzz
