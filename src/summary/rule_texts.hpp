// Rule texts: the rules of a record, each cut into tokens once for all that look at it.

#pragma once

#include <cstddef>
#include <memory_resource>
#include <string_view>
#include <unordered_map>

#include "base/tokens.hpp"

namespace trialsheet {

/// For one record; not for several threads.
class RuleTexts {
 public:
  /// The tokens of `text`, which must outlive this.
  const Tokens& read(std::string_view text) {
    return tokens_.try_emplace(text, text, &memory_).first->second;
  }

  /// Those of a text that was read before, wherever it stands now; else nullptr.
  const Tokens* find(std::string_view text) const {
    const auto found = tokens_.find(text);
    return found == tokens_.end() ? nullptr : &found->second;
  }

 private:
  static constexpr std::size_t usual_size = 32 * 1024;  ///< of ten to twenty rules

  std::pmr::monotonic_buffer_resource memory_{usual_size};
  std::pmr::unordered_map<std::string_view, Tokens> tokens_{&memory_};
};

}  // namespace trialsheet
