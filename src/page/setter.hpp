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
  Setter(Shaper& shaper, Direction base) : shaper_(&shaper), base_(base) {}

  const SetText& set(std::string_view text, const TextStyle& style, Length width,
                     const std::vector<Stretch>& stretches = {});

  Direction base() const { return base_; }

 private:
  Shaper* shaper_;
  Direction base_;
  std::unordered_map<std::string, SetText> texts_;
};

}  // namespace trialsheet
