// Remembers hashes of all short texts, and the cuts of those whose hash comes again.

#include "page/recurring_texts.hpp"

#include <memory_resource>
#include <utility>

#include "page/lines.hpp"
#include "page/plain_cut.hpp"

namespace trialsheet {

namespace {

std::shared_ptr<const Pieces> cut_anew(std::string_view text, Weight weight,
                                       Shaper& shaper) {
  auto cut = std::make_shared<Pieces>(no_pieces(std::pmr::get_default_resource()));
  return cut_plainly(*cut, text, {}, weight, shaper) ? cut : nullptr;
}

}  // namespace

/// Takes note of a text for the next time.
bool RecurringTexts::came_before(std::size_t hash) {
  auto& latest = came_[hash % came_.size()];
  const auto rest = static_cast<std::uint32_t>(hash >> 32);
  return std::exchange(latest, rest) == rest;
}

std::shared_ptr<const Pieces> RecurringTexts::cut(std::string_view text, Weight weight,
                                                  Shaper& shaper) {
  if (text.size() > longest)
    return nullptr;
  auto& cuts = cuts_[weight == Weight::bold ? 1 : 0];
  if (const auto found = cuts.find(text); found != cuts.end())
    return found->second;
  if (!came_before(Hash()(text)))
    return nullptr;
  // The cut points to the text that is kept.
  const auto kept = cuts.try_emplace(std::string(text)).first;
  kept->second = cut_anew(kept->first, weight, shaper);
  return kept->second;
}

}  // namespace trialsheet
