// Pictures: a clinic's logo, from a file that anybody may have made.

#pragma once

#include <cstddef>
#include <stdexcept>
#include <string>
#include <string_view>

#include "page/page.hpp"

namespace trialsheet {

/// Why a file gives no picture: what is wrong and what would be right, without its name.
class BadPicture : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

// What a picture may be. A logo is printed an inch or two wide: these are far more than
// paper shows, and little to hold in memory.
constexpr std::size_t most_picture_bytes = std::size_t{1} << 20;
constexpr std::size_t most_picture_pixels = 4'000'000;

/// The picture in `file`, PNG or JPEG of any kind, as red, green and blue on white; no
/// larger than `widest` times `highest`, to which it is averaged down as it is.
/// Deterministic. Throws BadPicture for what is no whole picture of these limits, before
/// it takes memory for it.
Pixels read_picture(std::string_view file, int widest, int highest);

}  // namespace trialsheet
