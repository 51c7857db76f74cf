// PNG by libpng, through its interface that never jumps: kinds, depths and interlacing
// are its business.

#include <png.h>

#include "page/picture_formats.hpp"

namespace trialsheet {

namespace {

/// Frees what libpng holds of a picture, however it went.
class Png {
 public:
  Png() { image_.version = PNG_IMAGE_VERSION; }
  ~Png() { png_image_free(&image_); }
  Png(const Png&) = delete;
  Png& operator=(const Png&) = delete;

  png_image& operator*() { return image_; }

 private:
  png_image image_{};
};

[[noreturn]] void refuse(const png_image& image) {
  throw BadPicture("is a damaged PNG (" + std::string(image.message) +
                   "); export it again");
}

}  // namespace

Pixels read_png(std::string_view file) {
  Png holder;
  auto& image = *holder;
  if (png_image_begin_read_from_memory(&image, file.data(), file.size()) == 0)
    refuse(image);
  require_size(image.width, image.height);
  image.format = PNG_FORMAT_RGB;
  image.flags |= PNG_IMAGE_FLAG_16BIT_sRGB;  // if it does not say, as all programs do
  Pixels pixels{static_cast<int>(image.width), static_cast<int>(image.height), {}};
  pixels.rgb.resize(PNG_IMAGE_SIZE(image));
  const png_color white{255, 255, 255};
  if (png_image_finish_read(&image, &white, pixels.rgb.data(), 0, nullptr) == 0)
    refuse(image);
  return pixels;
}

}  // namespace trialsheet
