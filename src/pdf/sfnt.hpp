// Reading and writing sfnt, the container of TrueType fonts: big-endian numbers in tables
// that a directory names (OpenType specification, "OpenType font file").

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace trialsheet {

/// A stretch of a font file. Reading outside of it throws Error{Fault::setup} that names
/// the font, so a damaged file cannot make us read elsewhere. Refers to bytes and name.
class SfntBytes {
 public:
  SfntBytes(std::string_view bytes, std::string_view font) : bytes_(bytes), font_(font) {}

  std::size_t size() const { return bytes_.size(); }
  bool empty() const { return bytes_.empty(); }
  std::string_view view() const { return bytes_; }

  std::uint8_t u8(std::size_t at) const;
  std::uint16_t u16(std::size_t at) const;
  std::int16_t i16(std::size_t at) const;
  std::uint32_t u32(std::size_t at) const;
  SfntBytes part(std::size_t at, std::size_t size) const;

  /// The error of this font.
  [[noreturn]] void fail(const std::string& problem) const;

 private:
  std::string_view bytes_;
  std::string_view font_;
};

/// The table that the directory at `directory` of `file` calls `tag`; empty if there is
/// none.
SfntBytes sfnt_table(const SfntBytes& file, std::string_view tag,
                     std::size_t directory = 0);

/// Bytes to fill with big-endian numbers.
class SfntWriter {
 public:
  SfntWriter& u16(std::uint32_t value);
  SfntWriter& u32(std::uint32_t value);
  SfntWriter& bytes(std::string_view value);
  SfntWriter& pad(std::size_t multiple);
  SfntWriter& overwrite_u16(std::size_t at, std::uint32_t value);
  SfntWriter& overwrite_u32(std::size_t at, std::uint32_t value);

  std::size_t size() const { return out_.size(); }
  const std::string& str() const { return out_; }
  std::string take() { return std::move(out_); }

 private:
  std::string out_;
};

/// The sum of `bytes` as numbers of 32 bits, as the directory stores it for each table.
std::uint32_t sfnt_checksum(std::string_view bytes);

}  // namespace trialsheet
