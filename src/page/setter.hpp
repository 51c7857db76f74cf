// The setter: texts of one sheet, set once for every width and style that fit() tries.

#pragma once

#include <array>
#include <deque>
#include <forward_list>
#include <functional>
#include <memory_resource>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "page/lines.hpp"

namespace trialsheet {

/// Remembers what set_text() gave. Returned references stay valid as long as the Setter.
class Setter {
 public:
  Setter(Shaper& shaper, std::string_view language)
      : shaper_(&shaper),
        base_(direction_of(language)),
        letter_(letter_of(language)),
        line_height_(shaper.fonts().line_height(language)) {}

  const SetText& set(std::string_view text, const TextStyle& style, Length width,
                     const std::vector<Stretch>& stretches = {});

  /// A text in a language that need not be the sheet's, in its direction and with the
  /// leading that its script needs.
  const SetText& set_in(std::string_view language, std::string_view text, TextStyle style,
                        Length width);

  Direction base() const { return base_; }

  /// What the sheet's script needs.
  LineHeight line_height() const { return line_height_; }

 private:
  static constexpr std::size_t first_memory = 65'536;  ///< bytes; grows from there

  /// What was asked for, and what it was given.
  struct Known {
    TextStyle style;
    Length width;
    std::vector<Stretch> stretches;
    SetText set;
  };
  using AllKnown = std::pmr::forward_list<Known>;

  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const {
      return std::hash<std::string_view>()(text);
    }
  };

  /// A text as it is kept here, and what is known of it.
  struct Kept {
    std::string_view text;
    AllKnown* all = nullptr;
  };
  Kept known_of(std::string_view text);

  std::shared_ptr<const Pieces> cut_anew(std::string_view text, Weight weight,
                                         const std::vector<Stretch>& stretches);

  /// `style` as it is for a text in, or not in, the sheet's script.
  TextStyle style_for(std::string_view text, TextStyle style) const;

  SetText set_anew(std::string_view text, const TextStyle& style, Length width,
                   const std::vector<Stretch>& stretches, const AllKnown& known);

  Shaper* shaper_;
  Direction base_;
  char32_t letter_;
  LineHeight line_height_;
  /// All that is remembered, to be given back at once.
  std::pmr::monotonic_buffer_resource memory_{first_memory};
  std::pmr::unordered_map<std::pmr::string, AllKnown, Hash, std::equal_to<>> texts_{
      &memory_};
  /// Texts by where their bytes are: most are asked for again and again from one place.
  std::array<Kept, 256> recent_;
  std::deque<SetText> in_languages_;  ///< what set_in() gave: few, and asked for once
};

}  // namespace trialsheet
