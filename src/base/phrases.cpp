// Phrases: a tree of words, each branch of it a slot of one hash table; apart from it how
// words start and end, which is asked by the three outermost letters.

#include "base/phrases.hpp"

#include <algorithm>
#include <bit>
#include <stdexcept>
#include <utility>

namespace trialsheet {
namespace {

constexpr std::uint32_t root = 0;

/// A line has rarely more, so that one piece of memory does.
constexpr std::size_t usual_hits = 32;

/// An affix of fewer letters is not told by a hash of them.
constexpr std::size_t told_by = 3;

/// Between two words of a phrase there may stand this.
bool joins_words(const Token& token) {
  return token.kind == Token::Kind::sign && (token.plain == "-" || token.plain == "/");
}

/// The token behind `at`, past what joins it to the next.
std::size_t next_word(const Tokens& text, std::size_t at) {
  ++at;
  while (at + 1 < text.size() && joins_words(text[at])) {
    ++at;
  }
  return at;
}

/// The place of a word in first_words_.
std::size_t place_of_word(std::uint32_t hash) {
  constexpr int bits = 14;
  return hash >> (32 - bits);
}

/// Of a word behind `node`; behind the root the word's own hash. The golden ratio keeps
/// the highest bits the best.
std::uint32_t key_of(std::uint32_t node, std::uint32_t hash) {
  return hash ^ node * 0x9E3779B1U;
}

/// The place of three letters in Affixes::first.
std::size_t place_of(std::size_t letters_hash) {
  constexpr std::size_t share_a_place = Token::letters_hashes / 512;
  return letters_hash / share_a_place;
}

/// Whether `text` is these words as they will be looked for, with a space between two.
bool are_all_of(const Tokens& tokens, std::string_view text) {
  std::size_t at = 0;
  for (const Token& token : tokens) {
    if (token.begin != at || text.substr(at, token.end - at) != token.plain) {
      return false;
    }
    at = token.end + 1;
    if (token.end < text.size() && text[token.end] != ' ') {
      return false;
    }
  }
  return at == text.size() + 1;
}

}  // namespace

Phrases::Phrases() : slots_(64), nodes_(1), endings_(1), affixes_(1) {}

/// Where to look for a key first.
std::size_t Phrases::place_of_slot(std::uint32_t key) const {
  return key >> (32 - std::countr_zero(slots_.size()));
}

/// Most words are told whole by the letters that stand in the node.
bool Phrases::is_last_word(const Node& node, Index before, const Token& token) const {
  constexpr std::size_t near = sizeof node.letters;
  const std::string_view plain = token.plain;
  return node.letters == token.letters() && node.before == before &&
         node.size == plain.size() &&
         (plain.size() <= near ||
          plain.substr(near) == std::string_view(letters_.values().data() + node.rest,
                                                 plain.size() - near));
}

/// The node behind `node` when `token` is read; root: no phrase goes on so.
Phrases::Index Phrases::child(Index node, const Token& token) const {
  const std::size_t last = slots_.size() - 1;
  const std::uint32_t key = key_of(node, token.hash);
  std::size_t at = place_of_slot(key);
  while (slots_[at].node != root &&
         (slots_[at].key != key || !is_last_word(nodes_[slots_[at].node], node, token))) {
    at = (at + 1) & last;
  }
  return slots_[at].node;
}

void Phrases::add_slot(Slot slot) {
  const std::size_t last = slots_.size() - 1;
  std::size_t at = place_of_slot(slot.key);
  while (slots_[at].node != root) {
    at = (at + 1) & last;
  }
  slots_.at(at) = slot;
}

Phrases::Index Phrases::child_or_new(Index node, const Token& token) {
  if (const Index known = child(node, token); known != root) {
    return known;
  }
  if (nodes_.size() * 2 > slots_.size()) {
    const FlatList<Slot> before =
        std::exchange(slots_, FlatList<Slot>(slots_.size() * 2));
    for (const Slot& slot : before.values()) {
      if (slot.node != root) {
        add_slot(slot);
      }
    }
  }
  const auto made = static_cast<Index>(nodes_.size());
  const Index rest = add_letters(
      token.plain.substr(std::min(sizeof(Node::letters), token.plain.size())));
  nodes_.add({token.letters(), node, rest, static_cast<std::uint16_t>(token.plain.size()),
              0, 0, 0, 0});
  nodes_.at(node).on = 1;
  add_slot({key_of(node, token.hash), made});
  return made;
}

void Phrases::add_ending(Index node, std::uint32_t id) {
  const auto made = static_cast<Index>(endings_.size());
  endings_.add({id, 0});
  Index last = nodes_[node].ending;
  if (last == 0) {
    nodes_.at(node).ending = made;
    return;
  }
  while (endings_[last].next != 0) {
    last = endings_[last].next;
  }
  endings_.at(last).next = made;
}

Phrases::Index Phrases::add_letters(std::string_view text) {
  const auto begin = static_cast<Index>(letters_.size());
  letters_.add(text);
  return begin;
}

/// Adds one to the affixes from `first` on, behind those that are as long; returns the
/// first.
Phrases::Index Phrases::add_affix(Index first, std::string_view text,
                                  std::uint16_t letters_hash, std::uint32_t id) {
  const auto made = static_cast<Index>(affixes_.size());
  Index before = 0;
  Index next = first;
  while (next != 0 && affixes_[next].size <= text.size()) {
    before = std::exchange(next, affixes_[next].next);
  }
  const Index letters = add_letters(text);
  affixes_.add({letters, static_cast<std::uint16_t>(text.size()),
                text.size() < told_by ? no_hash : letters_hash, id, next});
  if (before == 0) {
    return made;
  }
  affixes_.at(before).next = made;
  return first;
}

void Phrases::add_affix(Affixes& affixes, Index& short_ones, std::string_view text,
                        std::uint16_t letters_hash, std::uint32_t id) {
  if (text.size() < told_by) {
    short_ones = add_affix(short_ones, text, no_hash, id);
    affixes.seen.set();
  } else {
    Index& first = affixes.first[place_of(letters_hash)];
    first = add_affix(first, text, letters_hash, id);
    affixes.seen.set(letters_hash);
  }
}

void Phrases::add(std::string_view phrase, std::uint32_t id) {
  const bool by_ending = phrase.starts_with('*');
  const bool any_ending = phrase.ends_with('*') && !by_ending;
  const std::string_view wanted =
      phrase.substr(by_ending ? 1 : 0, phrase.size() - (by_ending || any_ending ? 1 : 0));
  const Tokens tokens(wanted);
  if (!are_all_of(tokens, wanted) || (by_ending && tokens.size() > 1)) {
    throw std::invalid_argument("the phrase \"" + std::string(phrase) +
                                "\" matches no text: words in lower case, one space "
                                "between them, are what it can hold");
  }
  if (by_ending) {
    add_affix(ends_, short_ends_, wanted, tokens[0].last_hash, id);
    return;
  }
  if (any_ending && tokens.size() == 1) {
    add_affix(starts_, short_starts_, wanted, tokens[0].first_hash, id);
    return;
  }
  first_words_.set(place_of_word(tokens[0].hash));
  Index node = root;
  for (std::size_t i = 0; i + (any_ending ? 1 : 0) < tokens.size(); ++i) {
    node = child_or_new(node, tokens[i]);
  }
  if (any_ending) {
    const Token& last = tokens[tokens.size() - 1];
    nodes_.at(node).start =
        add_affix(nodes_[node].start, last.plain, last.first_hash, id);
  } else {
    add_ending(node, id);
  }
}

/// Adds `hit`, with their ids, for those of the affixes from `first` on that fit.
void Phrases::find_starts(Index first, const Token& word, Hit hit, Hits& hits) const {
  for (Index i = first; i != 0; i = affixes_[i].next) {
    if (may_fit(affixes_[i], word.first_hash) &&
        word.plain.starts_with(text_of(affixes_[i]))) {
      hits.push_back({affixes_[i].id, hit.first, hit.count});
    }
  }
}

void Phrases::find_ends(Index first, const Token& word, Hit hit, Hits& hits) const {
  for (Index i = first; i != 0; i = affixes_[i].next) {
    if (may_fit(affixes_[i], word.last_hash) &&
        word.plain.ends_with(text_of(affixes_[i]))) {
      hits.push_back({affixes_[i].id, hit.first, hit.count});
    }
  }
}

void Phrases::find_affixes(const Token& token, Hit hit, Hits& hits) const {
  if (short_ends_ != 0) {
    find_ends(short_ends_, token, hit, hits);
  }
  if (ends_.seen[token.last_hash]) {
    find_ends(ends_.first[place_of(token.last_hash)], token, hit, hits);
  }
  if (short_starts_ != 0) {
    find_starts(short_starts_, token, hit, hits);
  }
  if (starts_.seen[token.first_hash]) {
    find_starts(starts_.first[place_of(token.first_hash)], token, hit, hits);
  }
}

/// Nearly no word of a text does.
bool Phrases::has_affix(const Token& token) const {
  return starts_.seen[token.first_hash] || ends_.seen[token.last_hash];
}

/// Those of whole words that start at token `at`.
void Phrases::find_words(const Tokens& text, std::size_t at, Hits& hits) const {
  Index node = child(root, text[at]);
  for (std::size_t token = at; node != root;) {
    const Node& read = nodes_[node];
    for (Index i = read.ending; i != 0; i = endings_[i].next) {
      hits.push_back({endings_[i].id, at, token - at + 1});
    }
    if (read.start == 0 && read.on == 0) {
      return;  // as most do
    }
    token = next_word(text, token);
    if (token == text.size()) {
      return;
    }
    if (read.start != 0) {
      find_starts(read.start, text[token], {0, at, token - at + 1}, hits);
    }
    node = read.on == 0 ? root : child(node, text[token]);
  }
}

Phrases::Hits Phrases::find(const Tokens& text, std::pmr::memory_resource* memory) const {
  Hits hits(memory);
  hits.reserve(std::min(text.size(), usual_hits));
  find(text, hits);
  return hits;
}

void Phrases::find(const Tokens& text, Hits& hits) const {
  hits.clear();
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at].kind == Token::Kind::sign) {
      continue;
    }
    if (has_affix(text[at])) {
      find_affixes(text[at], {0, at, 1}, hits);
    }
    if (first_words_[place_of_word(text[at].hash)]) {
      find_words(text, at, hits);
    }
  }
}

}  // namespace trialsheet
