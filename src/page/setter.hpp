// The setter: texts of one sheet, set once for every width and style that fit() tries.

#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
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

  Direction base() const { return base_; }

  /// What the sheet's script needs.
  LineHeight line_height() const { return line_height_; }

 private:
  Shaper* shaper_;
  /// `style` as it is for a text in, or not in, the sheet's script.
  TextStyle style_for(std::string_view text, TextStyle style) const;

  Direction base_;
  char32_t letter_;
  LineHeight line_height_;
  std::unordered_map<std::string, SetText> texts_;
};

}  // namespace trialsheet
