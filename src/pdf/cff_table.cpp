// Lists and dictionaries of the Compact Font Format, bounds-checked by SfntBytes.

#include "pdf/cff_table.hpp"

#include <algorithm>

namespace trialsheet {

namespace {

/// The bytes of a number that starts with `first` in a dictionary; a real one (30) ends
/// with a nibble F.
std::size_t number_size(const SfntBytes& dict, std::size_t at) {
  const int first = dict.u8(at);
  if (first == 28)
    return 3;
  if (first == 29)
    return 5;
  if (first != 30)
    return first >= 247 ? 2 : 1;
  std::size_t size = 1;
  for (;; ++size)
    if (const auto byte = dict.u8(at + size); (byte & 0x0F) == 0x0F || byte >> 4 == 0x0F)
      return size + 1;
}

std::int32_t number_at(const SfntBytes& dict, std::size_t at) {
  const int first = dict.u8(at);
  if (first == 28)
    return dict.i16(at + 1);
  if (first == 29)
    return static_cast<std::int32_t>(dict.u32(at + 1));
  if (first == 30)
    return 0;
  if (first >= 251)
    return -(first - 251) * 256 - dict.u8(at + 1) - 108;
  if (first >= 247)
    return (first - 247) * 256 + dict.u8(at + 1) + 108;
  return first - 139;
}

constexpr int last_operator = 21;
constexpr int escape = 12;

}  // namespace

CffIndex::CffIndex(const SfntBytes& cff, std::size_t at)
    : cff_(cff), count_(cff.u16(at)), end_(at + 2) {
  if (count_ == 0)
    return;
  offset_size_ = cff.u8(at + 2);
  if (offset_size_ < 1 || offset_size_ > 4)
    cff.fail("a list of its CFF table has offsets of an impossible size");
  offsets_at_ = at + 3;
  end_ = offset(count_);
}

/// Offsets count from the byte before the first item.
std::size_t CffIndex::offset(std::size_t item) const {
  std::size_t value = 0;
  for (std::size_t i = 0; i < offset_size_; ++i)
    value = value << 8 | cff_.u8(offsets_at_ + item * offset_size_ + i);
  return offsets_at_ + (count_ + 1) * offset_size_ - 1 + value;
}

SfntBytes CffIndex::operator[](std::size_t item) const {
  if (item >= count_)
    cff_.fail("something beyond the end of a list of its CFF table is asked for");
  const auto begin = offset(item);
  const auto end = offset(item + 1);
  if (end < begin)
    cff_.fail("a list of its CFF table runs backwards");
  return cff_.part(begin, end - begin);
}

CffDict::CffDict(const SfntBytes& bytes) {
  std::size_t begin = 0;
  std::vector<std::int32_t> numbers;
  for (std::size_t at = 0; at < bytes.size();) {
    const int first = bytes.u8(at);
    if (first > last_operator) {
      numbers.push_back(number_at(bytes, at));
      at += number_size(bytes, at);
      continue;
    }
    const bool is_long = first == escape;
    const int op = is_long ? first << 8 | bytes.u8(at + 1) : first;
    at += is_long ? 2 : 1;
    entries_.push_back({op, bytes.part(begin, at - begin), std::move(numbers)});
    numbers.clear();
    begin = at;
  }
}

const CffDict::Entry* CffDict::find(int op) const {
  const auto found = std::find_if(entries_.begin(), entries_.end(),
                                  [&](const Entry& entry) { return entry.op == op; });
  return found == entries_.end() ? nullptr : &*found;
}

std::optional<std::size_t> CffDict::offset(int op, std::size_t operand) const {
  const auto* entry = find(op);
  if (!entry || operand >= entry->numbers.size() || entry->numbers[operand] < 0)
    return {};
  return static_cast<std::size_t>(entry->numbers[operand]);
}

CffTable::CffTable(const SfntBytes& cff)
    : cff_(cff),
      names_(cff, cff.u8(2)),
      tops_(cff, names_.end()),
      strings_(cff, tops_.end()),
      global_subrs_(cff, strings_.end()),
      top_(tops_[0]),
      glyphs_(cff, top_.offset(cff_op::char_strings).value_or(cff.size())) {
  const auto fonts = top_.offset(cff_op::fd_array);
  if (!fonts) {
    parts_.push_back(part(tops_[0]));
    return;
  }
  const CffIndex array(cff, *fonts);
  for (std::size_t i = 0; i < array.count(); ++i)
    parts_.push_back(part(array[i]));
}

CffPart CffTable::part(const SfntBytes& font_dict) const {
  CffDict font(font_dict);
  const auto size = font.offset(cff_op::private_dict, 0).value_or(0);
  const auto at = font.offset(cff_op::private_dict, 1).value_or(0);
  CffDict private_dict(cff_.part(at, size));
  std::optional<CffIndex> subrs;
  if (const auto from = private_dict.offset(cff_op::subrs))
    subrs.emplace(cff_, at + *from);
  return {std::move(font), std::move(private_dict), subrs};
}

/// FDSelect (section 19): a byte a glyph, or ranges.
std::size_t CffTable::part_of(std::uint16_t glyph) const {
  const auto at = top_.offset(cff_op::fd_select);
  if (!at)
    return 0;
  const auto select = cff_.part(*at, cff_.size() - *at);
  std::size_t part = 0;
  if (select.u8(0) == 0) {
    part = select.u8(1 + std::size_t{glyph});
  } else {
    const std::size_t ranges = select.u16(1);
    for (std::size_t i = 0; i < ranges && select.u16(3 + 3 * i) <= glyph; ++i)
      part = select.u8(5 + 3 * i);
  }
  if (part >= parts_.size())
    cff_.fail("a glyph is of a part that its CFF table does not have");
  return part;
}

}  // namespace trialsheet
