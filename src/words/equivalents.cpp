// Equivalents: the file read, and its words compiled into one tree.

#include "words/equivalents.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <stdexcept>
#include <utility>

#include "base/phrases.hpp"
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
  const std::string& text = text_of(item);
  for (const auto& [name, kind] : kind_names) {
    if (text.size() > name.size() + 1 && text.starts_with(name) &&
        text[name.size()] == ' ') {
      return {kind, text.substr(name.size() + 1)};
    }
  }
  fail(item, "must be a kind and what it says, such as \"time before\"");
}

Only read_only(const Data& item) {
  const Data* only = item.find("only");
  if (only == nullptr) {
    return Only::everywhere;
  }
  const std::string& text = text_of(*only);
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

struct Equivalents::Impl {
  /// One of the words of an equivalent.
  struct Entry {
    std::size_t equivalent;
    std::string exact;  ///< as it must be written; empty if in any case
  };

  std::vector<Equivalent> equivalents;
  std::vector<Entry> entries;
  Phrases phrases;
  std::set<std::pair<std::string, Only>> known;

  void add(const Data& item) {
    allow_only(item, {"means", "only", "words"});
    Equivalent equivalent;
    for (const Data& meaning : member(item, "means").items) {
      equivalent.means.push_back(read_meaning(meaning));
    }
    equivalent.only = read_only(item);
    for (const Data& words : member(item, "words").items) {
      equivalent.words.push_back(text_of(words));
      add_words(words, equivalent.only);
    }
    equivalents.push_back(std::move(equivalent));
  }

  void add_words(const Data& item, Only only) {
    const std::string& words = text_of(item);
    if (words.ends_with('*')) {
      fail(item, "must be whole words: an ending can turn the sense");
    }
    if (!known.emplace(lower_ascii(words), only).second) {
      fail(item, "stands in the file twice");
    }
    try {
      phrases.add(lower_ascii(words), static_cast<std::uint32_t>(entries.size()));
    } catch (const std::invalid_argument& error) {
      fail(item, error.what());
    }
    entries.push_back({equivalents.size(), has_capital(words) ? words : ""});
  }

  /// Whether the words that were found are written as they must be.
  bool fits(const Entry& entry, std::string_view written, std::size_t count) const {
    if (!entry.exact.empty()) {
      return written == entry.exact;
    }
    return count > 1 || !is_abbreviation(written) ||
           may_be_emphasized(equivalents[entry.equivalent]);
  }

  bool number_starts(const Tokens& tokens, std::size_t at) const {
    if (at >= tokens.size() || tokens[at].kind == Token::Kind::number) {
      return at < tokens.size();
    }
    std::vector<Phrases::Hit> hits;
    phrases.find_at(tokens, at, hits);
    return std::any_of(hits.begin(), hits.end(), [this](const Phrases::Hit& hit) {
      return is_number(equivalents[entries[hit.id].equivalent]);
    });
  }
};

Equivalents::Equivalents(std::string_view file, std::string_view json)
    : impl_(std::make_unique<Impl>()) {
  const Data data = read_data(file, json);
  allow_only(data, {"$schema", "equivalents"});
  for (const Data& item : member(data, "equivalents").items) {
    impl_->add(item);
  }
  impl_->known.clear();
}

Equivalents::~Equivalents() = default;
Equivalents::Equivalents(Equivalents&&) noexcept = default;
Equivalents& Equivalents::operator=(Equivalents&&) noexcept = default;

const std::vector<Equivalent>& Equivalents::all() const {
  return impl_->equivalents;
}

Equivalents::Match Equivalents::find(std::string_view text, const Tokens& tokens,
                                     std::size_t at, bool after_number) const {
  std::vector<Phrases::Hit> hits;
  impl_->phrases.find_at(tokens, at, hits);
  Match best;
  for (const Phrases::Hit& hit : hits) {
    const Impl::Entry& entry = impl_->entries[hit.id];
    const Equivalent& equivalent = impl_->equivalents[entry.equivalent];
    const std::size_t begin = tokens[at].begin;
    const std::string_view written =
        text.substr(begin, tokens[at + hit.count - 1].end - begin);
    if (hit.count < best.count || !impl_->fits(entry, written, hit.count)) {
      continue;
    }
    const bool before_number = equivalent.only != Only::everywhere &&
                               impl_->number_starts(tokens, at + hit.count);
    const bool placed =
        equivalent.only == Only::everywhere ||
        (equivalent.only == Only::before_number ? before_number
                                                : after_number && !before_number);
    if (placed) {
      best = {&equivalent, hit.count};
    }
  }
  return best;
}

const Equivalents& equivalents(const Words& words) {
  return *words.impl().equivalents;
}

}  // namespace trialsheet
