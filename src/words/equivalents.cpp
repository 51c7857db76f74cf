// Equivalents: the file read, and its words put under the first of each.

#include "words/equivalents.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <unordered_map>
#include <utility>

#include "base/bytes.hpp"
#include "base/text.hpp"
#include "words/data.hpp"
#include "words/impl.hpp"

namespace trialsheet {
namespace {

using Kind = Meaning::Kind;
using Only = Equivalent::Only;

constexpr std::array<std::pair<std::string_view, Kind>, 13> kind_names = {{
    {"number", Kind::number},
    {"comparison", Kind::comparison},
    {"negation", Kind::negation},
    {"exception", Kind::exception},
    {"connective", Kind::connective},
    {"time", Kind::time},
    {"condition", Kind::condition},
    {"choice", Kind::choice},
    {"unit", Kind::unit},
    {"frequency", Kind::frequency},
    {"quantifier", Kind::quantifier},
    {"quality", Kind::quality},
    {"word", Kind::word},
}};

Meaning read_meaning(const Data& item) {
  const std::string_view text = text_of(item);
  for (const auto& [name, kind] : kind_names) {
    if (text.size() > name.size() + 1 && text.starts_with(name) &&
        text[name.size()] == ' ') {
      return {kind, std::string(text.substr(name.size() + 1))};
    }
  }
  fail(item, "must be a kind and what it says, such as \"time before\"");
}

Only read_only(const Data& item) {
  const Data* only = item.find("only");
  if (only == nullptr) {
    return Only::everywhere;
  }
  const std::string_view text = text_of(*only);
  if (text == "before a number") {
    return Only::before_number;
  }
  if (text == "after a number") {
    return Only::after_number;
  }
  fail(*only, "must be \"before a number\" or \"after a number\"");
}

bool has_small_letter(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
  });
}

bool has_capital(std::string_view text) {
  return std::any_of(text.begin(), text.end(),
                     [](char c) { return c >= 'A' && c <= 'Z'; });
}

bool is_abbreviation(std::string_view text) {
  return text.size() > 1 && has_capital(text) && !has_small_letter(text);
}

/// Of what makes the sense of a rule, emphasis in capitals is read too ("OR", "NOT"): it
/// stands in the order of Kind before the units.
bool may_be_emphasized(const Equivalent& equivalent) {
  return !equivalent.means.empty() && equivalent.means.front().kind < Kind::unit;
}

/// Between two words there may also stand this.
bool joins_words(const Token& token) {
  return token.kind == Token::Kind::sign && (token.plain == "-" || token.plain == "/");
}

bool is_number(const Equivalent& equivalent) {
  return !equivalent.means.empty() && equivalent.means.front().kind == Kind::number;
}

}  // namespace

std::string_view to_text(Meaning::Kind kind) {
  for (const auto& [name, named] : kind_names) {
    if (named == kind) {
      return name;
    }
  }
  return {};
}

template <typename Archive>
void fields(Archive& archive, Meaning& meaning) {
  auto& [kind, text] = meaning;
  archive(kind, text);
}

template <typename Archive>
void fields(Archive& archive, Equivalent& equivalent) {
  auto& [means, only, words] = equivalent;
  archive(means, only, words);
}

struct Equivalents::Impl {
  /// One of the words of an equivalent.
  struct Entry {
    std::size_t equivalent;
    std::vector<std::string> tokens;
    std::string exact;  ///< as it must be written; empty if in any case

    template <typename Archive>
    friend void fields(Archive& archive, Entry& entry) {
      archive(entry.equivalent, entry.tokens, entry.exact);
    }
  };

  std::vector<Equivalent> equivalents;
  /// By the hash of their first token; those of more tokens first.
  std::unordered_map<std::uint32_t, std::vector<Entry>> entries;
  std::set<std::pair<std::string, Only>> known;  ///< while the file is read

  template <typename Archive>
  friend void fields(Archive& archive, Impl& impl) {
    archive(impl.equivalents, impl.entries);
  }

  void add(const Data& item) {
    allow_only(item, {"means", "only", "words"});
    Equivalent equivalent;
    for (const Data& meaning : member(item, "means").items) {
      equivalent.means.push_back(read_meaning(meaning));
    }
    equivalent.only = read_only(item);
    for (const Data& words : member(item, "words").items) {
      equivalent.words.emplace_back(text_of(words));
      add_words(words, equivalent.only);
    }
    equivalents.push_back(std::move(equivalent));
  }

  void add_words(const Data& item, Only only) {
    const std::string_view words = text_of(item);
    if (words.ends_with('*')) {
      fail(item, "must be whole words: an ending can turn the sense");
    }
    if (!known.emplace(lower_ascii(words), only).second) {
      fail(item, "stands in the file twice");
    }
    Entry entry = {equivalents.size(), tokens_of(item),
                   std::string(has_capital(words) ? words : "")};
    std::vector<Entry>& list = entries[Tokens(entry.tokens.front())[0].hash];
    if (!list.empty() && list.front().tokens.front() != entry.tokens.front()) {
      fail(item, "begins with a word that shares its hash with another");
    }
    const auto place = std::find_if(list.begin(), list.end(), [&entry](const Entry& e) {
      return e.tokens.size() < entry.tokens.size();
    });
    list.insert(place, std::move(entry));
  }

  static std::vector<std::string> tokens_of(const Data& item) {
    const std::string words = lower_ascii(text_of(item));
    std::vector<std::string> tokens;
    std::string text;
    for (const Token& token : Tokens(words)) {
      tokens.emplace_back(token.plain);
      text += (text.empty() ? "" : " ") + tokens.back();
    }
    if (tokens.empty() || text != words) {
      fail(item,
           "matches no text: words and signs with one space between them are what it "
           "can hold");
    }
    return tokens;
  }

  /// How many tokens from `at` on the entry takes; 0 if it does not stand there.
  static std::size_t count_of(const Entry& entry, const Tokens& tokens, std::size_t at) {
    std::size_t next = at + 1;
    for (std::size_t i = 1; i < entry.tokens.size(); ++i, ++next) {
      for (std::size_t joins = 0; joins < 2 && next < tokens.size() &&
                                  joins_words(tokens[next]) && entry.tokens[i] != "/";
           ++joins) {
        ++next;
      }
      if (next >= tokens.size() || tokens[next].plain != entry.tokens[i]) {
        return 0;
      }
    }
    return next - at;
  }

  /// Whether the words that were found are written as they must be.
  bool fits(const Entry& entry, std::string_view written) const {
    if (!entry.exact.empty()) {
      return written == entry.exact;
    }
    return entry.tokens.size() > 1 || !is_abbreviation(written) ||
           may_be_emphasized(equivalents[entry.equivalent]);
  }

  const std::vector<Entry>* starting_with(const Token& token) const {
    const auto found = entries.find(token.hash);
    const bool is_known =
        found != entries.end() && found->second.front().tokens.front() == token.plain;
    return is_known ? &found->second : nullptr;
  }

  bool number_starts(const Tokens& tokens, std::size_t at) const {
    if (at >= tokens.size() || tokens[at].kind == Token::Kind::number) {
      return at < tokens.size();
    }
    const std::vector<Entry>* list = starting_with(tokens[at]);
    return list != nullptr &&
           std::any_of(list->begin(), list->end(), [&](const Entry& entry) {
             return is_number(equivalents[entry.equivalent]) &&
                    count_of(entry, tokens, at) > 0;
           });
  }

  bool is_placed(Only only, const Tokens& tokens, std::size_t end,
                 bool after_number) const {
    switch (only) {
      case Only::before_number:
        return number_starts(tokens, end);
      case Only::after_number:
        // Not "over 18 years and younger than 70", where it begins the next.
        return after_number && !number_starts(tokens, end) &&
               (end >= tokens.size() || tokens[end].plain != "than");
      case Only::everywhere:
        break;
    }
    return true;
  }
};

Equivalents::Equivalents(std::string_view file, std::string_view json)
    : impl_(std::make_unique<Impl>()) {
  const DataFile read = read_data(file, json);
  const Data& data = read.root();
  allow_only(data, {"$schema", "equivalents"});
  for (const Data& item : member(data, "equivalents").items) {
    impl_->add(item);
  }
  impl_->known.clear();
}

Equivalents::Equivalents(ByteReader& packed) : impl_(std::make_unique<Impl>()) {
  packed(*impl_);
}

void Equivalents::pack(ByteWriter& writer) const {
  writer(*impl_);
}

Equivalents::~Equivalents() = default;
Equivalents::Equivalents(Equivalents&&) noexcept = default;
Equivalents& Equivalents::operator=(Equivalents&&) noexcept = default;

const std::vector<Equivalent>& Equivalents::all() const {
  return impl_->equivalents;
}

Equivalents::Match Equivalents::find(std::string_view text, const Tokens& tokens,
                                     std::size_t at, bool after_number) const {
  const std::vector<Impl::Entry>* list = impl_->starting_with(tokens[at]);
  if (list == nullptr) {
    return {};
  }
  const std::size_t begin = tokens[at].begin;
  Match best;
  for (const Impl::Entry& entry : *list) {
    const std::size_t count = Impl::count_of(entry, tokens, at);
    if (count <= best.count) {
      continue;
    }
    const Equivalent& equivalent = impl_->equivalents[entry.equivalent];
    const std::string_view written =
        text.substr(begin, tokens[at + count - 1].end - begin);
    if (impl_->fits(entry, written) &&
        impl_->is_placed(equivalent.only, tokens, at + count, after_number)) {
      best = {&equivalent, count};
    }
  }
  return best;
}

const Equivalents& equivalents(const Words& words) {
  return words.impl().record->equivalents;
}

}  // namespace trialsheet
