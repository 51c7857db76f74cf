// A hash table with open addressing: one word more or less is one step through memory
// that is read anyway.

#include "page/word_table.hpp"

#include <functional>
#include <utility>

namespace trialsheet {

std::uint32_t WordTable::hash_of(const Key& key) {
  const auto text = std::hash<std::string_view>()(key.text);
  const auto kind = static_cast<std::size_t>(key.font) * 2 +
                    (key.direction == Direction::right_to_left ? 1 : 0);
  return static_cast<std::uint32_t>(text ^ (text >> 32) ^ (kind * 0x9E3779B1U));
}

std::size_t WordTable::bytes_of(const Word& word) {
  return sizeof(Word) + word.text.size() +
         word.shaped.glyphs.size() * sizeof(ShapedGlyph);
}

/// The word's own slot, or the free one that it would take.
WordTable::Slot& WordTable::slot_for(std::uint32_t hash, const Key& key) {
  const auto mask = slots_.size() - 1;
  for (std::size_t at = hash & mask;; at = (at + 1) & mask) {
    auto& slot = slots_[at];
    if (slot.word == 0)
      return slot;
    if (slot.hash != hash)
      continue;
    const auto& word = words_[slot.word - 1];
    if (word.text == key.text && word.font == key.font && word.direction == key.direction)
      return slot;
  }
}

const Shaped* WordTable::find(const Key& key) {
  const auto& slot = slot_for(hash_of(key), key);
  if (slot.word == 0)
    return nullptr;
  auto& word = words_[slot.word - 1];
  word.asked_again = true;
  return &word.shaped;
}

const Shaped& WordTable::add(const Key& key, Shaped shaped) {
  words_.push_back(
      {std::string(key.text), key.font, key.direction, false, std::move(shaped)});
  bytes_ += bytes_of(words_.back());
  if (words_.size() * 2 > slots_.size()) {
    rebuild();
  } else {
    const auto hash = hash_of(key);
    slot_for(hash, key) = {hash, static_cast<std::uint32_t>(words_.size())};
  }
  return words_.back().shaped;
}

void WordTable::rebuild() {
  auto slots = least_slots;
  while (slots < words_.size() * 4)
    slots *= 2;
  slots_.assign(slots, {});
  for (std::size_t i = 0; i < words_.size(); ++i) {
    const Key key{words_[i].text, words_[i].font, words_[i].direction};
    const auto hash = hash_of(key);
    slot_for(hash, key) = {hash, static_cast<std::uint32_t>(i + 1)};
  }
}

void WordTable::forget() {
  std::deque<Word> kept;
  bytes_ = 0;
  for (auto& word : words_)
    if (std::exchange(word.asked_again, false)) {
      bytes_ += bytes_of(word);
      kept.push_back(std::move(word));
    }
  if (kept.size() * 2 > words_.size()) {
    kept.clear();
    bytes_ = 0;
  }
  words_ = std::move(kept);
  rebuild();
}

}  // namespace trialsheet
