// sfnt: bounds-checked reading, and writing.

#include "pdf/sfnt.hpp"

#include "base/error.hpp"

namespace trialsheet {

namespace {

constexpr std::size_t header_size = 12;
constexpr std::size_t record_size = 16;

char low_byte(std::uint32_t value) {
  return static_cast<char>(value & 0xFF);
}

}  // namespace

std::uint8_t SfntBytes::u8(std::size_t at) const {
  if (at >= bytes_.size())
    fail("the file ends inside a table");
  return static_cast<std::uint8_t>(bytes_[at]);
}

std::uint16_t SfntBytes::u16(std::size_t at) const {
  return static_cast<std::uint16_t>((u8(at) << 8) | u8(at + 1));
}

std::int16_t SfntBytes::i16(std::size_t at) const {
  return static_cast<std::int16_t>(u16(at));
}

std::uint32_t SfntBytes::u32(std::size_t at) const {
  return (static_cast<std::uint32_t>(u16(at)) << 16) | u16(at + 2);
}

SfntBytes SfntBytes::part(std::size_t at, std::size_t size) const {
  if (at > bytes_.size() || size > bytes_.size() - at)
    fail("a table reaches beyond the end of the file");
  return {bytes_.substr(at, size), font_};
}

void SfntBytes::fail(const std::string& problem) const {
  throw Error(Fault::setup, "font " + std::string(font_), problem);
}

SfntBytes sfnt_table(const SfntBytes& file, std::string_view tag, std::size_t directory) {
  const std::size_t tables = file.u16(directory + 4);
  for (std::size_t i = 0; i < tables; ++i) {
    const auto record = file.part(directory + header_size + i * record_size, record_size);
    if (record.view().substr(0, 4) == tag)
      return file.part(record.u32(8), record.u32(12));
  }
  return file.part(0, 0);
}

SfntWriter& SfntWriter::u16(std::uint32_t value) {
  out_ += low_byte(value >> 8);
  out_ += low_byte(value);
  return *this;
}

SfntWriter& SfntWriter::u32(std::uint32_t value) {
  return u16(value >> 16).u16(value);
}

SfntWriter& SfntWriter::bytes(std::string_view value) {
  out_ += value;
  return *this;
}

SfntWriter& SfntWriter::pad(std::size_t multiple) {
  out_.resize((out_.size() + multiple - 1) / multiple * multiple, '\0');
  return *this;
}

SfntWriter& SfntWriter::overwrite_u16(std::size_t at, std::uint32_t value) {
  out_.at(at) = low_byte(value >> 8);
  out_.at(at + 1) = low_byte(value);
  return *this;
}

SfntWriter& SfntWriter::overwrite_u32(std::size_t at, std::uint32_t value) {
  return overwrite_u16(at, value >> 16).overwrite_u16(at + 2, value);
}

std::uint32_t sfnt_checksum(std::string_view bytes) {
  const auto byte = [&](std::size_t at) {
    return static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[at]));
  };
  std::uint32_t sum = 0;
  std::size_t i = 0;
  for (; i + 4 <= bytes.size(); i += 4)
    sum += byte(i) << 24 | byte(i + 1) << 16 | byte(i + 2) << 8 | byte(i + 3);
  for (unsigned shift = 24; i < bytes.size(); ++i, shift -= 8)
    sum += byte(i) << shift;
  return sum;
}

}  // namespace trialsheet
