// Images as image XObjects of DeviceRGB, which the output intent makes sRGB.

#include "pdf/images.hpp"

#include <algorithm>

#include "page/page.hpp"

namespace trialsheet {

namespace {

Id write_image(Document& document, const Pixels& pixels) {
  Dictionary image;
  image.set("Type", Name{"XObject"}).set("Subtype", Name{"Image"});
  image.set("Width", pixels.width).set("Height", pixels.height);
  image.set("ColorSpace", Name{"DeviceRGB"}).set("BitsPerComponent", 8);
  return document.add(image, deflated(pixels.rgb));
}

}  // namespace

std::string DocumentImages::name_of(const std::shared_ptr<const Pixels>& pixels) {
  const auto found = std::find(used_.begin(), used_.end(), pixels);
  const auto index = found - used_.begin();
  if (found == used_.end())
    used_.push_back(pixels);
  return "I" + std::to_string(index);
}

void DocumentImages::write(Document& document, Dictionary& resources) const {
  if (used_.empty())
    return;
  Syntax images;
  images.raw("<<");
  for (std::size_t i = 0; i < used_.size(); ++i)
    images.name("I" + std::to_string(i)).reference(write_image(document, *used_[i]));
  resources.set("XObject", Raw{images.raw(">>").str()});
}

}  // namespace trialsheet
