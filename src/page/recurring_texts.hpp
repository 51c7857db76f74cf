// Recurring texts: what stands on sheet after sheet (headings, questions, labels) is cut
// once for all of them.

#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>

#include "page/font.hpp"

namespace trialsheet {

class Shaper;
struct Pieces;

/// The plain cuts (page/plain_cut.hpp) of texts that came again within some fifty sheets.
/// For one thread; the memory is only speed, never a difference. What it gives points
/// into the Shaper.
class RecurringTexts {
 public:
  /// Records have longer texts; those of ours are shorter.
  static constexpr std::size_t longest = 128;
  /// English sheets have some four hundred that come often.
  static constexpr std::size_t most_texts = 1'000;

  /// The cut of a text in one weight that came before; nullptr the first time, or if the
  /// text is not plain.
  std::shared_ptr<const Pieces> cut(std::string_view text, Weight weight, Shaper& shaper);

  /// Forgets all if there are too many; to be called between sheets.
  void forget_if_full() {
    for (auto& cuts : cuts_)
      if (cuts.size() > most_texts)
        cuts.clear();
  }

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const {
      return std::hash<std::string_view>()(text);
    }
  };
  /// Of one weight: the cuts by their texts, nullptr where one is not plain.
  using Cuts = std::unordered_map<std::string, std::shared_ptr<const Pieces>, Hash,
                                  std::equal_to<>>;

  bool came_before(std::size_t hash);

  std::array<Cuts, 2> cuts_;
  std::array<std::uint32_t, 4'096> came_{};  ///< hashes of the latest texts
};

}  // namespace trialsheet
