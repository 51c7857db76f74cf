// Tests of QR codes against libqrencode, and of the boxes that a symbol becomes.

#include "page/qr.hpp"

#include <qrencode.h>

#include <catch2/catch.hpp>
#include <memory>

#include "base/error.hpp"
#include "page/qr_symbol.hpp"

namespace trialsheet {

namespace {

/// What libqrencode makes of the same bytes.
QrSymbol oracle(const std::string& bytes) {
  const std::unique_ptr<QRcode, void (*)(QRcode*)> code(
      QRcode_encodeData(static_cast<int>(bytes.size()),
                        reinterpret_cast<const unsigned char*>(bytes.data()), 4,
                        QR_ECLEVEL_Q),
      QRcode_free);
  REQUIRE(code != nullptr);
  REQUIRE(code->width == qr_side);
  QrSymbol symbol{};
  for (int y = 0; y < qr_side; ++y)
    for (int x = 0; x < qr_side; ++x)
      symbol.at(static_cast<std::size_t>(y)) |=
          std::uint64_t{code->data[y * qr_side + x] & 1U} << x;
  return symbol;
}

std::string address(unsigned number) {
  const auto digits = std::to_string(100'000'000 + number % 100'000'000);
  return "https://clinicaltrials.gov/study/NCT" + digits.substr(1);
}

/// The symbol that the boxes paint; no module twice.
QrSymbol painted(const QrModules& code) {
  const auto whole = [](Length length) { return length.thousandths() / 1000; };
  QrSymbol symbol{};
  for (const auto& box : code.boxes)
    for (auto y = whole(box.at.y); y < whole(box.at.y + box.height); ++y)
      for (auto x = whole(box.at.x); x < whole(box.at.x + box.width); ++x) {
        auto& row = symbol.at(static_cast<std::size_t>(y));
        CHECK((row >> x & 1) == 0);
        row |= std::uint64_t{1} << x;
      }
  return symbol;
}

}  // namespace

TEST_CASE("addresses of records have the symbols of libqrencode, module for module") {
  int different = 0;
  for (unsigned i = 0, number = 1; i < 2000; ++i, number = number * 1664525 + 1013904223)
    different += qr_symbol(address(number)) == oracle(address(number)) ? 0 : 1;
  CHECK(different == 0);
}

TEST_CASE("so have bytes of any kind and number") {
  int different = 0;
  unsigned state = 1;
  for (int i = 0; i < 1000; ++i) {
    std::string bytes(static_cast<std::size_t>(1 + i % 46), '\0');
    for (auto& byte : bytes) {
      state = state * 1664525 + 1013904223;
      byte = static_cast<char>(i % 3 == 0 ? 0 : state >> 24);
    }
    different += qr_symbol(bytes) == oracle(bytes) ? 0 : 1;
  }
  CHECK(different == 0);
}

TEST_CASE("the boxes paint the symbol, each module once") {
  const auto code = encode_qr(address(5153070));
  CHECK(code.size == qr_side);
  CHECK(painted(code) == oracle(address(5153070)));
  CHECK(code.boxes.size() < 300);
}

TEST_CASE("an address that does not fit is an error that says what would") {
  CHECK(qr_symbol(std::string(46, 'a')));
  CHECK_FALSE(qr_symbol(std::string(47, 'a')));
  CHECK_THROWS_AS(encode_qr(std::string(47, 'a')), Error);
}

}  // namespace trialsheet
