// The memory of set texts: by their characters, then by what was asked of them.

#include "page/setter.hpp"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <memory>
#include <utility>

#include "page/pieces.hpp"
#include "page/plain_cut.hpp"

namespace trialsheet {

using namespace literals;

namespace {

constexpr auto any_width = std::numeric_limits<MicroEm>::max();

}  // namespace

Setter::Kept Setter::known_of(std::string_view text) {
  const auto place = reinterpret_cast<std::uintptr_t>(text.data()) / 16;
  auto& recent = recent_[(place ^ place / recent_.size()) % recent_.size()];
  if (recent.all != nullptr && recent.text == text)
    return recent;
  auto found = texts_.find(text);
  if (found == texts_.end())
    found = texts_.try_emplace(std::pmr::string(text, &memory_)).first;
  return recent = {found->first, &found->second};
}

TextStyle Setter::style_for(std::string_view text, TextStyle style) const {
  if (style.script_leading > Length() && has_script_of(text, letter_))
    style.leading = style.script_leading;
  style.script_leading = {};
  return style;
}

std::shared_ptr<const Pieces> Setter::cut_anew(std::string_view text, Weight weight,
                                               const std::vector<Stretch>& stretches) {
  const std::pmr::polymorphic_allocator<Pieces> memory(&memory_);
  if (base_ == Direction::left_to_right) {
    if (stretches.empty())
      if (auto cut = shaper_->recurring().cut(text, weight, *shaper_))
        return cut;
    const auto cut = std::allocate_shared<Pieces>(memory, no_pieces(&memory_));
    if (cut_plainly(*cut, text, stretches, weight, *shaper_))
      return cut;
  }
  return std::allocate_shared<const Pieces>(
      memory,
      cut_into_pieces(text, stretches, weight, base_, any_width, *shaper_, &memory_));
}

/// Texts are cut and shaped once for all sizes and widths, but for those with a word that
/// is wider than its column.
SetText Setter::set_anew(std::string_view text, const TextStyle& style, Length width,
                         const std::vector<Stretch>& stretches, const AllKnown& known) {
  std::shared_ptr<const Pieces> cut;
  for (const auto& other : known)
    if (other.style.weight == style.weight && other.stretches == stretches &&
        !is_too_wide(*other.set.cut, other.style, other.width))
      cut = other.set.cut;
  if (cut == nullptr)
    cut = cut_anew(text, style.weight, stretches);
  if (is_too_wide(*cut, style, width))
    return set_text(text, style, width, *shaper_, base_, stretches);
  return set_pieces(std::move(cut), style, width, &memory_);
}

const SetText& Setter::set(std::string_view text, const TextStyle& style, Length width,
                           const std::vector<Stretch>& stretches) {
  const auto [own_text, all] = known_of(text);
  for (const auto& known : *all)
    if (known.width == width && known.style == style && known.stretches == stretches)
      return known.set;
  auto set = set_anew(own_text, style_for(text, style), width, stretches, *all);
  all->push_front({style, width, stretches, std::move(set)});
  return all->front().set;
}

const SetText& Setter::set_in(std::string_view language, std::string_view text,
                              TextStyle style, Length width) {
  // Half of SHEET_DESIGN's unit, as leadings are opened everywhere.
  constexpr std::int64_t lattice = 1'500;
  const auto height = shaper_->fonts().line_height(language);
  const int percent = style.size < 12_pt ? height.detail : height.body;
  const auto least = style.size.thousandths() * percent / 100;
  style.leading = std::max(
      style.leading, Length::from_thousandths((least + lattice - 1) / lattice * lattice));
  style.script_leading = {};
  return in_languages_.emplace_back(
      set_text(text, style, width, *shaper_, direction_of(language)));
}

}  // namespace trialsheet
