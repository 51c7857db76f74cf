// Phrases: a tree of characters that is walked from the start of every word.

#include "base/phrases.hpp"

#include <stdexcept>
#include <string>

namespace trialsheet {
namespace {

constexpr std::uint32_t root = 0;

/// Between two words of a phrase there may stand this.
bool joins_words(const Token& token) {
  return token.kind == Token::Kind::sign && (token.plain == "-" || token.plain == "/");
}

}  // namespace

Phrases::Phrases() : nodes_(1) {}

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
  const bool any_ending = phrase.ends_with('*');
  std::string text;
  for (const Token& token :
       Tokens(phrase.substr(0, phrase.size() - (any_ending ? 1 : 0)))) {
    text += text.empty() ? "" : " ";
    text += token.plain;
  }
  if (text.empty() || phrase.substr(0, text.size()) != text ||
      text.size() + (any_ending ? 1 : 0) != phrase.size()) {
    throw std::invalid_argument("the phrase \"" + std::string(phrase) +
                                "\" matches no text: words in lower case, one space "
                                "between them, are what it can hold");
  }
  std::uint32_t node = root;
  for (const char c : text) {
    node = next_or_new(node, c);
  }
  (any_ending ? nodes_[node].starts : nodes_[node].words).push_back(id);
}

void Phrases::find_at(const Tokens& text, std::size_t at, std::vector<Hit>& hits) const {
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
      for (const std::uint32_t id : nodes_[node].starts) {
        hits.push_back({id, at, count});
      }
    }
    for (const std::uint32_t id : nodes_[node].words) {
      hits.push_back({id, at, count});
    }
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
