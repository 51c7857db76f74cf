// Rule texts: the rules of a record, each cut into tokens once for all that look at it.

#pragma once

#include <cstddef>
#include <memory_resource>
#include <string_view>
#include <unordered_map>

#include "base/near_memory.hpp"
#include "base/tokens.hpp"

namespace trialsheet {

/// For one record; not for several threads.
class RuleTexts {
 public:
  /// The tokens of `text`, which must outlive this.
  const Tokens& read(std::string_view text) {
    Read& known = by_place_[text.data()];
    if (known.tokens == nullptr || known.size != text.size()) {
      known = {text.size(), &tokens_.try_emplace(text, text, &memory_).first->second};
    }
    return *known.tokens;
  }

  /// Those of a text that was read before, wherever it stands now; else nullptr.
  const Tokens* find(std::string_view text) const {
    const auto found = tokens_.find(text);
    return found == tokens_.end() ? nullptr : &found->second;
  }

 private:
  static constexpr std::size_t usual_rules = 32;

  struct Read {
    std::size_t size = 0;
    const Tokens* tokens = nullptr;
  };

  NearMemory<32 * 1024> memory_;  ///< of ten to twenty rules
  std::pmr::unordered_map<std::string_view, Tokens> tokens_{usual_rules, &memory_};
  /// By where they begin: asked for again a text need not be looked through.
  std::pmr::unordered_map<const char*, Read> by_place_{usual_rules, &memory_};
};

}  // namespace trialsheet
