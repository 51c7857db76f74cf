// An sRGB profile from the numbers of the standard (ICC.1:2010, three-component
// matrix-based display profile). PDF/A-2 and later take version 4, and its parametric
// curve says in 32 bytes what version 2 needs a table of kilobytes for.

#include "pdf/icc.hpp"

#include <array>
#include <cstdint>
#include <initializer_list>
#include <string_view>

#include "pdf/sfnt.hpp"

namespace trialsheet {

namespace {

using Numbers = std::initializer_list<double>;

constexpr std::size_t header_size = 128;

/// ICC files are big-endian like fonts, so the same writer serves. s15Fixed16Number.
std::string fixed_numbers(std::string_view type, Numbers numbers) {
  SfntWriter out;
  out.bytes(type).u32(0);
  for (const double number : numbers)
    out.u32(static_cast<std::uint32_t>(
        static_cast<std::int32_t>(number * 65536 + (number < 0 ? -0.5 : 0.5))));
  return out.take();
}

/// The transfer curve: (a x + b)^g above d, c x below (type 3).
std::string srgb_curve() {
  SfntWriter out;
  out.bytes("para").u32(0).u16(3).u16(0);
  return out
      .bytes(fixed_numbers("", {2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045})
                 .substr(4))
      .take();
}

/// One text, in American English, as UTF-16.
std::string localized(std::string_view ascii) {
  SfntWriter out;
  out.bytes("mluc").u32(0).u32(1).u32(12).bytes("enUS");
  out.u32(static_cast<std::uint32_t>(2 * ascii.size())).u32(28);
  for (const char c : ascii)
    out.u16(static_cast<unsigned char>(c));
  return out.pad(4).take();
}

struct Tag {
  std::string_view name;
  std::string data;
};

/// Everything is relative to D50, the white of the profile connection space; chad says
/// how sRGB's own white, D65, was brought there (Bradford).
std::array<Tag, 8> tags() {
  return {{
      {"desc", localized("sRGB")},
      {"cprt", localized("No copyright")},
      {"wtpt", fixed_numbers("XYZ ", {0.96420, 1.0, 0.82491})},
      {"chad", fixed_numbers("sf32", {1.047882, 0.022919, -0.050201, 0.029587, 0.990479,
                                      -0.017059, -0.009232, 0.015076, 0.751678})},
      {"rXYZ", fixed_numbers("XYZ ", {0.436066, 0.222488, 0.013916})},
      {"gXYZ", fixed_numbers("XYZ ", {0.385147, 0.716873, 0.097076})},
      {"bXYZ", fixed_numbers("XYZ ", {0.143066, 0.060608, 0.714096})},
      {"rTRC", srgb_curve()},
  }};
}

/// Bytes 0 to 127. The date is that of version 4.3 of the specification: a profile needs
/// one, and the clock is never read.
SfntWriter header(std::size_t size) {
  SfntWriter out;
  out.u32(static_cast<std::uint32_t>(size)).u32(0).u32(0x04300000);
  out.bytes("mntrRGB XYZ ");
  out.u16(2010).u16(12).u16(1).u16(0).u16(0).u16(0);
  out.bytes("acsp");
  out.pad(68);
  out.bytes(fixed_numbers("", {0.96420, 1.0, 0.82491}).substr(4));
  out.pad(header_size);
  return out;
}

/// The three channels share one curve: the directory names it three times.
std::string build() {
  const auto list = tags();
  const std::size_t count = list.size() + 2;
  std::size_t at = header_size + 4 + 12 * count;
  SfntWriter directory;
  SfntWriter data;
  directory.u32(static_cast<std::uint32_t>(count));
  const auto name = [&](std::string_view tag, const std::string& bytes) {
    directory.bytes(tag).u32(static_cast<std::uint32_t>(at));
    directory.u32(static_cast<std::uint32_t>(bytes.size()));
  };
  for (const auto& [tag, bytes] : list) {
    name(tag, bytes);
    if (tag == "rTRC") {
      name("gTRC", bytes);
      name("bTRC", bytes);
    }
    data.bytes(bytes);
    at += bytes.size();
  }
  return header(at).bytes(directory.str()).bytes(data.str()).take();
}

}  // namespace

const std::string& srgb_profile() {
  static const std::string profile = build();
  return profile;
}

const Stream& srgb_stream() {
  static const Stream stream = deflated(srgb_profile());
  return stream;
}

}  // namespace trialsheet
