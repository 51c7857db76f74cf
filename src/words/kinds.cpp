// Kinds: the first kind, in the order of the file, that a word of the rule tells.

#include "words/kinds.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "words/data.hpp"
#include "words/impl.hpp"

namespace trialsheet {
namespace {

constexpr const char* other = "other";

std::vector<std::string> read_words(const Data& data) {
  std::vector<std::string> words;
  for (const Data& item : data.items) {
    words.push_back(text_of(item));
    if (lower_ascii(words.back()) != words.back()) {
      fail(item, "these words are compared in lower case; write them so");
    }
  }
  return words;
}

/// `text` in lower case with a space for every run of characters that are in no word.
std::string plain_words(std::string_view text) {
  std::string plain = " ";
  for (const char c : lower_ascii(text)) {
    const bool in_word =
        (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c & 0x80) != 0;
    if (in_word) {
      plain += c;
    } else if (plain.back() != ' ') {
      plain += ' ';
    }
  }
  return plain + ' ';
}

bool tells(const KindOfRule& kind, const std::string& plain) {
  const auto begins = [&plain](const std::string& start) {
    return plain.find(' ' + start) != std::string::npos;
  };
  const auto contains = [&plain](const std::string& phrase) {
    return plain.find(' ' + phrase + ' ') != std::string::npos;
  };
  return std::any_of(kind.starts.begin(), kind.starts.end(), begins) ||
         std::any_of(kind.phrases.begin(), kind.phrases.end(), contains);
}

}  // namespace

std::vector<KindOfRule> read_kinds(std::string_view file, std::string_view json) {
  const Data data = read_data(file, json);
  allow_only(data, {"$schema", "kinds"});
  std::vector<KindOfRule> kinds;
  for (const Data& item : member(data, "kinds").items) {
    allow_only(item, {"kind", "starts", "phrases"});
    kinds.push_back({text_of(member(item, "kind")), read_words(member(item, "starts")),
                     read_words(member(item, "phrases"))});
  }
  return kinds;
}

std::string kind_of(const Words& words, std::string_view text) {
  const std::string plain = plain_words(text);
  for (const KindOfRule& kind : words.impl().kinds) {
    if (tells(kind, plain)) {
      return kind.kind;
    }
  }
  return other;
}

std::vector<std::string> kinds(const Words& words) {
  std::vector<std::string> names;
  for (const KindOfRule& kind : words.impl().kinds) {
    names.push_back(kind.kind);
  }
  names.emplace_back(other);
  return names;
}

}  // namespace trialsheet
