// Writing a CID-keyed font (Technical Note 5176, section 18 and appendix D).
//
// Offsets are written in the five bytes of a long number, so that a dictionary's size
// does not depend on what stands in it.

#include <algorithm>
#include <vector>

#include "pdf/cff.hpp"
#include "pdf/cff_outline.hpp"

namespace trialsheet {

namespace {

/// Registry, ordering and supplement: the strings 391 and 392, the first that are the
/// font's own (appendix A), and 0. In their shortest form, as some readers expect.
constexpr std::string_view ros = "\xF8\x1B\xF8\x1C\x8B\x0C\x1E";

void add_byte(std::string& out, std::size_t value) {
  out += static_cast<char>(value & 0xFF);
}

void add_u16(std::string& out, std::size_t value) {
  add_byte(out, value >> 8);
  add_byte(out, value);
}

void add_u32(std::string& out, std::size_t value) {
  add_u16(out, value >> 16);
  add_u16(out, value);
}

void add_number(std::string& dict, std::size_t value) {
  add_byte(dict, 29);
  add_u32(dict, value);
}

void add_operator(std::string& dict, int op) {
  if (op > 0xFF)
    add_byte(dict, static_cast<std::size_t>(op >> 8));
  add_byte(dict, static_cast<std::size_t>(op));
}

void add_entry(std::string& dict, int op, std::size_t value) {
  add_number(dict, value);
  add_operator(dict, op);
}

std::string index_of(const std::vector<std::string>& items) {
  std::string out;
  add_u16(out, items.size());
  if (items.empty())
    return out;
  add_byte(out, 4);
  std::size_t offset = 1;
  add_u32(out, offset);
  for (const auto& item : items)
    add_u32(out, offset += item.size());
  for (const auto& item : items)
    out += item;
  return out;
}

/// An entry that means the same in the new font, as it stands.
void copy_entry(std::string& dict, const CffDict& from, int op) {
  if (const auto* entry = from.find(op))
    dict += entry->bytes.view();
}

class Writer {
 public:
  Writer(const CffTable& table, std::string_view name,
         std::span<const std::uint16_t> glyphs);

  std::string font() const;

 private:
  std::size_t add_part(std::size_t old_part);
  std::string top_dict(std::size_t charset_at) const;
  std::string charset() const;
  std::string part_dicts(std::size_t at) const;
  std::string private_dict(std::size_t part) const;

  const CffTable& table_;
  std::string name_;
  std::vector<std::string> outlines_;
  std::string part_of_glyph_ = std::string(1, '\0');  ///< FDSelect of format 0
  std::vector<std::size_t> parts_;                    ///< those used, by their old number
};

Writer::Writer(const CffTable& table, std::string_view name,
               std::span<const std::uint16_t> glyphs)
    : table_(table), name_(name) {
  for (const auto glyph : glyphs) {
    outlines_.push_back(flat_outline(table, glyph));
    add_byte(part_of_glyph_, add_part(table.part_of(glyph)));
  }
}

std::size_t Writer::add_part(std::size_t old_part) {
  const auto found = std::find(parts_.begin(), parts_.end(), old_part);
  const auto number = static_cast<std::size_t>(found - parts_.begin());
  if (found == parts_.end())
    parts_.push_back(old_part);
  return number;
}

/// CIDs are glyph numbers: one range from the second glyph on (section 13).
std::string Writer::charset() const {
  std::string out;
  if (outlines_.size() < 2) {
    add_byte(out, 0);
    return out;
  }
  add_byte(out, 2);
  add_u16(out, 1);
  add_u16(out, outlines_.size() - 2);
  return out;
}

std::string Writer::private_dict(std::size_t part) const {
  std::string dict;
  for (const auto& entry : table_.parts()[part].private_dict.entries())
    if (entry.op != cff_op::subrs)
      dict += entry.bytes.view();
  return dict;
}

/// The fonts of the parts, and behind them what they keep private; `at` is where they
/// begin.
std::string Writer::part_dicts(std::size_t at) const {
  const auto fonts_at = [&](std::size_t private_at) {
    std::vector<std::string> fonts;
    for (const auto part : parts_) {
      auto& font = fonts.emplace_back();
      const auto size = private_dict(part).size();
      // Without parts of its own, the font's matrix is that of the top dictionary.
      if (table_.top().find(cff_op::fd_array))
        copy_entry(font, table_.parts()[part].font, cff_op::font_matrix);
      add_number(font, size);
      add_entry(font, cff_op::private_dict, private_at);
      private_at += size;
    }
    return index_of(fonts);
  };
  auto out = fonts_at(at + fonts_at(0).size());
  for (const auto part : parts_)
    out += private_dict(part);
  return out;
}

/// ROS comes first (section 18).
std::string Writer::top_dict(std::size_t charset_at) const {
  const auto charset_size = charset().size();
  const auto select_at = charset_at + charset_size;
  const auto glyphs_at = select_at + part_of_glyph_.size();
  std::string dict(ros);
  copy_entry(dict, table_.top(), cff_op::font_matrix);
  copy_entry(dict, table_.top(), cff_op::font_bbox);
  add_entry(dict, cff_op::cid_count, outlines_.size());
  add_entry(dict, cff_op::charset, charset_at);
  add_entry(dict, cff_op::fd_select, select_at);
  add_entry(dict, cff_op::char_strings, glyphs_at);
  add_entry(dict, cff_op::fd_array, glyphs_at + index_of(outlines_).size());
  return dict;
}

std::string Writer::font() const {
  std::string head = {'\1', '\0', '\4', '\4'};
  head += index_of({name_});
  const auto tail = index_of({"Adobe", "Identity"}) + index_of({});
  const auto charset_at = head.size() + index_of({top_dict(0)}).size() + tail.size();
  auto out = head + index_of({top_dict(charset_at)}) + tail;
  out += charset();
  out += part_of_glyph_;
  out += index_of(outlines_);
  out += part_dicts(out.size());
  return out;
}

}  // namespace

std::string cff_subset(const SfntBytes& cff, std::string_view name,
                       std::span<const std::uint16_t> glyphs) {
  const CffTable table(cff);
  return Writer(table, name, glyphs).font();
}

}  // namespace trialsheet
