// libqrencode's symbol as boxes: horizontal runs, joined downwards where they repeat.

#include "page/qr.hpp"

#include <qrencode.h>

#include <memory>
#include <utility>

#include "base/error.hpp"

namespace trialsheet {

namespace {

constexpr int version = 4;

struct CodeDeleter {
  void operator()(QRcode* code) const { QRcode_free(code); }
};

Length modules(int count) {
  return Length::from_thousandths(1000 * count);
}

bool is_dark(const QRcode& code, int x, int y) {
  return (code.data[y * code.width + x] & 1) != 0;
}

/// Makes a box of the run one module taller if it stood right above; tells whether it
/// did.
bool extended(std::vector<Box>& boxes, Box run) {
  for (auto& box : boxes)
    if (box.at.x == run.at.x && box.width == run.width &&
        box.at.y + box.height == run.at.y) {
      box.height += run.height;
      return true;
    }
  return false;
}

}  // namespace

QrModules encode_qr(const std::string& address) {
  const std::unique_ptr<QRcode, CodeDeleter> code(QRcode_encodeData(
      static_cast<int>(address.size()),
      reinterpret_cast<const unsigned char*>(address.data()), version, QR_ECLEVEL_Q));
  if (!code || code->version != version)
    throw Error(Fault::record, "QR code",
                "the address \"" + address + "\" does not fit; 46 bytes do");
  QrModules result;
  result.size = code->width;
  for (int y = 0; y < code->width; ++y)
    for (int x = 0; x < code->width;) {
      if (!is_dark(*code, x, y)) {
        ++x;
        continue;
      }
      int end = x;
      while (end < code->width && is_dark(*code, end, y))
        ++end;
      const Box run{{modules(x), modules(y)}, modules(end - x), modules(1)};
      if (!extended(result.boxes, run))
        result.boxes.push_back(run);
      x = end;
    }
  return result;
}

}  // namespace trialsheet
