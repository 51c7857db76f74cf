// The memory of set texts: by their characters, then by what was asked of them.

#include "page/setter.hpp"

#include <algorithm>
#include <limits>
#include <memory>
#include <utility>

#include "page/pieces.hpp"

namespace trialsheet {

using namespace literals;

namespace {

constexpr auto any_width = std::numeric_limits<MicroEm>::max();

}  // namespace

Setter::AllKnown& Setter::known_of(std::string_view text) {
  const auto found = texts_.find(text);
  return found != texts_.end()
             ? found->second
             : texts_.try_emplace(std::pmr::string(text, &memory_)).first->second;
}

TextStyle Setter::style_for(std::string_view text, TextStyle style) const {
  if (style.script_leading > Length() && has_script_of(text, letter_))
    style.leading = style.script_leading;
  style.script_leading = {};
  return style;
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
    cut = std::allocate_shared<const Pieces>(
        std::pmr::polymorphic_allocator<Pieces>(&memory_),
        cut_into_pieces(text, stretches, style.weight, base_, any_width, *shaper_,
                        &memory_));
  if (is_too_wide(*cut, style, width))
    return set_text(text, style, width, *shaper_, base_, stretches);
  return set_pieces(std::move(cut), style, width, &memory_);
}

const SetText& Setter::set(std::string_view text, const TextStyle& style, Length width,
                           const std::vector<Stretch>& stretches) {
  auto& all = known_of(text);
  for (const auto& known : all)
    if (known.width == width && known.style == style && known.stretches == stretches)
      return known.set;
  auto set = set_anew(text, style_for(text, style), width, stretches, all);
  all.push_front({style, width, stretches, std::move(set)});
  return all.front().set;
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
