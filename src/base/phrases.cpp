// Phrases: a tree of characters that is walked from the start of every word.

#include "base/phrases.hpp"

#include <stdexcept>
#include <string>

namespace trialsheet {
namespace {

constexpr std::uint32_t root = 0;

/// Begins the ways of words told by their endings, which are walked backwards; no token
/// holds it.
constexpr char backwards = '\x01';

/// Between two words of a phrase there may stand this.
bool joins_words(const Token& token) {
  return token.kind == Token::Kind::sign && (token.plain == "-" || token.plain == "/");
}

}  // namespace

Phrases::Phrases() : nodes_(1), endings_(1) {}

std::uint32_t Phrases::next(std::uint32_t node, char character) const {
  if (node == root) {
    return first_[static_cast<unsigned char>(character)];
  }
  std::uint32_t at = nodes_[node].child;
  while (at != 0 && nodes_[at].character != character) {
    at = nodes_[at].sibling;
  }
  return at;
}

std::uint32_t Phrases::next_or_new(std::uint32_t node, char character) {
  if (const std::uint32_t known = next(node, character); known != 0) {
    return known;
  }
  const auto made = static_cast<std::uint32_t>(nodes_.size());
  nodes_.push_back({character, 0, nodes_[node].child});
  nodes_[node].child = made;
  if (node == root) {
    first_[static_cast<unsigned char>(character)] = made;
  }
  return made;
}

void Phrases::add(std::string_view phrase, std::uint32_t id) {
  const bool by_ending = phrase.starts_with('*');
  const bool any_ending = phrase.ends_with('*') && !by_ending;
  const std::string_view wanted =
      phrase.substr(by_ending ? 1 : 0, phrase.size() - (by_ending || any_ending ? 1 : 0));
  std::string text;
  const Tokens tokens(wanted);
  for (const Token& token : tokens) {
    text += text.empty() ? "" : " ";
    text += token.plain;
  }
  if (text.empty() || text != wanted || (by_ending && tokens.size() > 1)) {
    throw std::invalid_argument("the phrase \"" + std::string(phrase) +
                                "\" matches no text: words in lower case, one space "
                                "between them, are what it can hold");
  }
  if (by_ending) {
    text = backwards + std::string(text.rbegin(), text.rend());
  }
  add_ending(text, by_ending || any_ending, id);
}

void Phrases::add_ending(std::string_view text, bool any, std::uint32_t id) {
  std::uint32_t node = root;
  for (const char c : text) {
    node = next_or_new(node, c);
  }
  const auto made = static_cast<std::uint32_t>(endings_.size());
  std::uint32_t* link = &nodes_[node].ending;
  while (*link != 0) {
    link = &endings_[*link].next;
  }
  *link = made;
  endings_.push_back({id, any, 0});
}

void Phrases::add_hits(std::uint32_t node, bool any, std::size_t first, std::size_t count,
                       std::vector<Hit>& hits) const {
  for (std::uint32_t at = nodes_[node].ending; at != 0; at = endings_[at].next) {
    if (endings_[at].any == any) {
      hits.push_back({endings_[at].id, first, count});
    }
  }
}

void Phrases::find_by_ending(const Tokens& text, std::size_t at,
                             std::vector<Hit>& hits) const {
  std::uint32_t node = next(root, backwards);
  const std::string_view word = text[at].plain;
  for (auto c = word.rbegin(); node != root && c != word.rend(); ++c) {
    node = next(node, *c);
    if (node != root) {
      add_hits(node, true, at, 1, hits);
    }
  }
}

void Phrases::find_at(const Tokens& text, std::size_t at, std::vector<Hit>& hits) const {
  find_by_ending(text, at, hits);
  std::uint32_t node = root;
  for (std::size_t token = at; token < text.size(); ++token) {
    if (joins_words(text[token]) && token > at && token + 1 < text.size()) {
      continue;
    }
    if (token > at && (node = next(node, ' ')) == root) {
      return;
    }
    const std::size_t count = token - at + 1;
    for (const char c : text[token].plain) {
      node = next(node, c);
      if (node == root) {
        return;
      }
      add_hits(node, true, at, count, hits);
    }
    add_hits(node, false, at, count, hits);
  }
}

std::vector<Phrases::Hit> Phrases::find(const Tokens& text) const {
  std::vector<Hit> hits;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at].kind != Token::Kind::sign) {
      find_at(text, at, hits);
    }
  }
  return hits;
}

}  // namespace trialsheet
