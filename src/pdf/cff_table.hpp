// Reading the Compact Font Format: its lists ("INDEX") and dictionaries (Technical Note
// 5176).

#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "pdf/sfnt.hpp"

namespace trialsheet {

/// A list of byte strings, one after the other (section 5).
class CffIndex {
 public:
  CffIndex(const SfntBytes& cff, std::size_t at);

  std::size_t count() const { return count_; }
  SfntBytes operator[](std::size_t item) const;

  /// Where what follows it starts in the table.
  std::size_t end() const { return end_; }

 private:
  std::size_t offset(std::size_t item) const;

  SfntBytes cff_;
  std::size_t count_ = 0;
  std::size_t offset_size_ = 0;
  std::size_t offsets_at_ = 0;
  std::size_t end_ = 0;
};

/// Operators of dictionaries; those of two bytes have 12 as their high byte (section 9).
namespace cff_op {
constexpr int font_bbox = 5;
constexpr int charset = 15;
constexpr int char_strings = 17;
constexpr int private_dict = 18;
constexpr int subrs = 19;
constexpr int font_matrix = 0x0C07;
constexpr int cid_count = 0x0C22;
constexpr int fd_array = 0x0C24;
constexpr int fd_select = 0x0C25;
}  // namespace cff_op

/// A dictionary: operators, each after its operands (section 4).
class CffDict {
 public:
  struct Entry {
    int op = 0;
    SfntBytes bytes;                    ///< operands and operator, as they stand
    std::vector<std::int32_t> numbers;  ///< the operands; a real number as 0
  };

  explicit CffDict(const SfntBytes& bytes);

  const std::vector<Entry>& entries() const { return entries_; }
  const Entry* find(int op) const;

  /// An operand that is an offset or a size; none if the operator is not there.
  std::optional<std::size_t> offset(int op, std::size_t operand = 0) const;

 private:
  std::vector<Entry> entries_;
};

/// One of the fonts that a CID-keyed font is made of, or the only one of another.
struct CffPart {
  CffDict font;
  CffDict private_dict;
  std::optional<CffIndex> subrs;
};

/// The table: glyphs, and the part that each is of.
class CffTable {
 public:
  explicit CffTable(const SfntBytes& cff);

  const CffDict& top() const { return top_; }
  const CffIndex& glyphs() const { return glyphs_; }
  const CffIndex& global_subrs() const { return global_subrs_; }
  const std::vector<CffPart>& parts() const { return parts_; }

  /// The index of the part that a glyph is of.
  std::size_t part_of(std::uint16_t glyph) const;

 private:
  CffPart part(const SfntBytes& font_dict) const;

  SfntBytes cff_;
  CffIndex names_;
  CffIndex tops_;
  CffIndex strings_;
  CffIndex global_subrs_;
  CffDict top_;
  CffIndex glyphs_;
  std::vector<CffPart> parts_;
};

}  // namespace trialsheet
