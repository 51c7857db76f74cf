// Tells the formats apart and averages a picture down.

#include "page/picture.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "page/picture_formats.hpp"

namespace trialsheet {

namespace {

// PNG (ISO/IEC 15948, 5.2), and the first marker of every JPEG (ITU-T T.81, B.1.1.3).
constexpr std::string_view png_begin = "\x89PNG\r\n\x1A\n";
constexpr std::string_view jpeg_begin = "\xFF\xD8\xFF";

Pixels decoded(std::string_view file) {
  if (file.starts_with(png_begin))
    return read_png(file);
  if (file.starts_with(jpeg_begin))
    return read_jpeg(file);
  throw BadPicture("is neither PNG nor JPEG, whatever it is called; save it as PNG");
}

/// The mean of a part of one colour of `from`: columns [left, right), rows [top, bottom).
char mean(const Pixels& from, int left, int right, int top, int bottom, int part) {
  std::uint64_t sum = 0;
  for (int y = top; y < bottom; ++y)
    for (int x = left; x < right; ++x)
      sum += static_cast<unsigned char>(
          from.rgb[static_cast<std::size_t>(3 * (y * from.width + x) + part)]);
  const auto count = static_cast<std::uint64_t>((right - left) * (bottom - top));
  return static_cast<char>((sum + count / 2) / count);
}

/// `from` with `width` times `height` pixels, no more than it has.
Pixels averaged(const Pixels& from, int width, int height) {
  Pixels to{width, height, {}};
  to.rgb.reserve(static_cast<std::size_t>(3 * width * height));
  for (int y = 0; y < height; ++y)
    for (int x = 0; x < width; ++x)
      for (int part = 0; part < 3; ++part)
        to.rgb += mean(from, x * from.width / width, (x + 1) * from.width / width,
                       y * from.height / height, (y + 1) * from.height / height, part);
  return to;
}

}  // namespace

void require_size(std::size_t width, std::size_t height) {
  if (width == 0 || height == 0)
    throw BadPicture("is a picture without pixels");
  if (width > most_picture_pixels || height > most_picture_pixels ||
      width * height > most_picture_pixels)
    throw BadPicture(
        fmt::format("has {} x {} pixels; {} in all are allowed, and 600 x 200 are enough",
                    width, height, most_picture_pixels));
}

Pixels read_picture(std::string_view file, int widest, int highest) {
  if (file.size() > most_picture_bytes)
    throw BadPicture(
        fmt::format("has {} bytes; at most {} are allowed, and a picture of 600 x 200 "
                    "pixels needs few",
                    file.size(), most_picture_bytes));
  auto picture = decoded(file);
  if (picture.width <= widest && picture.height <= highest)
    return picture;
  // The side that is further over its limit decides.
  const bool by_width =
      std::int64_t{picture.width} * highest > std::int64_t{picture.height} * widest;
  const int width =
      by_width ? widest : std::max(1, picture.width * highest / picture.height);
  const int height =
      by_width ? std::max(1, picture.height * widest / picture.width) : highest;
  return averaged(picture, width, height);
}

}  // namespace trialsheet
