// The two formats of pictures, each behind its library.

#pragma once

#include <string_view>

#include "page/picture.hpp"

namespace trialsheet {

/// As a message names it: "2000 x 1000". Throws BadPicture if that is too many pixels.
void require_size(std::size_t width, std::size_t height);

/// Transparent parts show white, and more than eight bits are rounded to these. Throws
/// BadPicture.
Pixels read_png(std::string_view file);

/// Inks (CMYK) become light. Throws BadPicture.
Pixels read_jpeg(std::string_view file);

}  // namespace trialsheet
