// Terms: one set of phrases for terms, their surroundings and what is left alone.

#include "words/terms.hpp"

#include <algorithm>
#include <stdexcept>
#include <unordered_map>
#include <unordered_set>

#include "base/isolate.hpp"
#include "base/near_memory.hpp"
#include "base/text.hpp"
#include "words/data.hpp"
#include "words/harvest.hpp"

namespace trialsheet {
namespace {

constexpr std::int64_t usually_within = 6;
constexpr std::int64_t most_within = 40;
constexpr std::size_t longest_gloss = 60;  // characters; in English a test allows 45

/// The items of the list `name`, if there is one.
std::span<const Data> items_of(const Data& data, std::string_view name) {
  const Data* list = data.find(name);
  if (list == nullptr) {
    return {};
  }
  if (list_of(*list).empty()) {
    fail(*list, "must be a list that is not empty");
  }
  return list->items;
}

bool flag_of(const Data& data, std::string_view name) {
  const Data* flag = data.find(name);
  if (flag != nullptr && flag->kind != Data::Kind::flag) {
    fail(*flag, "must be true or false");
  }
  return flag != nullptr && flag->flag;
}

std::size_t within_of(const Data& item) {
  const Data* within = item.find("within");
  if (within == nullptr) {
    return usually_within;
  }
  if (within->kind != Data::Kind::number || within->number < 1 ||
      within->number > most_within) {
    fail(*within, "must be a whole number from 1 to 40");
  }
  return static_cast<std::size_t>(within->number);
}

/// One character that is no letter: looked for among the signs, not among the phrases.
bool is_sign(std::string_view text) {
  const Tokens tokens(text);
  return tokens.size() == 1 && tokens[0].kind == Token::Kind::sign;
}

/// "PD-L1" as the set of phrases has it: "pd l1".
std::string as_phrase(std::string_view text) {
  std::string phrase;
  for (const Token& token : Tokens(text)) {
    if (token.kind != Token::Kind::sign) {
      phrase += (phrase.empty() ? "" : " ") + std::string(token.plain);
    }
  }
  return phrase;
}

std::string quoted(std::string_view text) {
  return "\"" + one_line(text) + "\"";
}

/// Characters, not bytes.
std::size_t length_of(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

std::string name_of(std::string_view phrase) {
  return phrase.ends_with('*') ? std::string(phrase) : plain_name(phrase);
}

}  // namespace

/// Fills a Terms from its files.
class TermsReader {
 public:
  TermsReader(Terms& terms, bool foreign) : terms_(terms), foreign_(foreign) {}

  void read(const Data& data, const Data& glosses) {
    allow_only(data, {"$schema", "terms", "easy", "alone", "known"});
    for (const Data& item : items_of(data, "easy")) {
      easy_.insert(text_of(item));
    }
    for (const Data& item : list_of(member(data, "terms"))) {
      add_term(item, glosses);
    }
    for (const Data& item : items_of(data, "alone")) {
      add(item, text_of(item), {Terms::none, false, ""});
    }
    for (const Data& item : items_of(data, "known")) {
      add(item, as_phrase(text_of(item)), {Terms::none, false, std::string(item.text)});
    }
    check(data, glosses);
  }

 private:
  void add_term(const Data& item, const Data& glosses) {
    allow_only(item, {"id", "match", "exact", "stands_for", "only_defined", "writes_out",
                      "covers", "within", "not_before", "not_after", "not_with", "needs",
                      "not_studied", "only_studied"});
    Term term;
    term.id = text_of(member(item, "id"));
    if (!ids_.insert(item.find("id")->text).second) {
      fail(member(item, "id"), "another term has this id");
    }
    term.gloss = gloss_of(glosses, term.id);
    term.only_defined = flag_of(item, "only_defined");
    term.writes_out = flag_of(item, "writes_out");
    term.easy = easy_.contains(term.id);
    term.has_exact = item.find("exact") != nullptr;
    term.within = within_of(item);
    add_words(item, term);
    for (const Data& covered : items_of(item, "covers")) {
      term.covers.emplace_back(text_of(covered));
    }
    term.not_before = surroundings_of(item, "not_before");
    term.not_after = surroundings_of(item, "not_after");
    term.not_with = surroundings_of(item, "not_with");
    term.needs = surroundings_of(item, "needs");
    term.not_studied = surroundings_of(item, "not_studied");
    term.only_studied = surroundings_of(item, "only_studied");
    if (!term.not_studied.empty() || !term.only_studied.empty()) {
      terms_.not_always_.push_back(static_cast<std::uint32_t>(terms_.terms_.size()));
    }
    terms_.terms_.push_back(std::move(term));
  }

  void add_words(const Data& item, Term& term) {
    const auto index = static_cast<std::uint32_t>(terms_.terms_.size());
    for (const Data& phrase : items_of(item, "match")) {
      add(phrase, text_of(phrase), {index, false, ""});
      term.names.push_back(name_of(phrase.text));
    }
    for (const Data& name : items_of(item, "stands_for")) {
      term.names.push_back(name_of(text_of(name)));
    }
    for (const Data& form : items_of(item, "exact")) {
      add(form, as_phrase(text_of(form)), {index, false, std::string(form.text)});
    }
    if (item.find("match") == nullptr && item.find("exact") == nullptr) {
      fail(item, "needs \"match\" or \"exact\"");
    }
  }

  std::string gloss_of(const Data& glosses, std::string_view id) const {
    const Data& gloss = member(member(glosses, "glosses"), id);
    if (length_of(text_of(gloss)) > longest_gloss) {
      fail(gloss, "is longer than 60 characters");
    }
    if (gloss.text.find_first_of("[]") != std::string::npos) {
      fail(gloss, "must not hold square brackets");
    }
    return foreign_ ? isolated(gloss.text) : std::string(gloss.text);
  }

  Surroundings surroundings_of(const Data& item, std::string_view name) {
    Surroundings surroundings;
    for (const Data& phrase : items_of(item, name)) {
      if (is_sign(text_of(phrase))) {
        surroundings.signs.emplace_back(phrase.text);
        continue;
      }
      const auto fresh = static_cast<std::uint32_t>(contexts_.size());
      const auto [known, is_new] = contexts_.emplace(phrase.text, fresh);
      if (is_new) {
        add(phrase, phrase.text, {known->second, true, ""});
      }
      surroundings.phrases.push_back(known->second);
    }
    return surroundings;
  }

  void add(const Data& where, std::string_view phrase, Terms::Mark mark) {
    try {
      terms_.phrases_.add(phrase, static_cast<std::uint32_t>(terms_.marks_.size()));
    } catch (const std::invalid_argument& error) {
      fail(where, one_line(error.what()));
    }
    auto& seen = mark.exact.empty() ? seen_ : seen_exact_;
    if (!mark.surrounding && !seen.insert(where.text).second) {
      fail(where, quoted(where.text) + " stands in this file twice");
    }
    terms_.marks_.push_back(std::move(mark));
  }

  void check(const Data& data, const Data& glosses) const {
    allow_only(glosses, {"$schema", "glosses"});
    const Data& texts = member(glosses, "glosses");
    for (const Data& gloss : texts.items) {
      if (!ids_.contains(gloss.name)) {
        fail(gloss, "no term has the id " + quoted(gloss.name));
      }
    }
    check_ids(items_of(data, "easy"));
    for (const Data& item : list_of(member(data, "terms"))) {
      check_ids(items_of(item, "covers"));
    }
  }

  void check_ids(std::span<const Data> named) const {
    for (const Data& id : named) {
      if (!ids_.contains(text_of(id))) {
        fail(id, "no term has the id " + quoted(id.text));
      }
    }
  }

  Terms& terms_;
  bool foreign_;
  std::unordered_set<std::string_view> ids_;
  std::unordered_set<std::string_view> easy_;
  std::unordered_set<std::string_view> seen_;
  std::unordered_set<std::string_view> seen_exact_;
  std::unordered_map<std::string_view, std::uint32_t> contexts_;
};

Terms::Terms(std::string_view file, std::string_view json, std::string_view glosses_file,
             std::string_view glosses_json, bool foreign) {
  const DataFile read = read_data(file, json);
  const DataFile glosses = read_data(glosses_file, glosses_json);
  TermsReader(*this, foreign).read(read.root(), glosses.root());
}

Terms::Reading Terms::read(std::string_view text, const Tokens& tokens) const {
  Reading reading;
  NearMemory<1024> memory;
  const Phrases::Hits hits = phrases_.find(tokens, &memory);
  reading.terms.reserve(hits.size());
  reading.surroundings.reserve(hits.size());
  for (const Phrases::Hit& hit : hits) {
    const Mark& mark = marks_[hit.id];
    const Found found = {mark.id, hit.first, hit.first + hit.count, !mark.exact.empty()};
    if (mark.surrounding) {
      reading.surroundings.push_back(found);
      continue;
    }
    const std::size_t begin = tokens[found.first].begin;
    const std::size_t end = tokens[found.end - 1].end;
    if (!mark.exact.empty() && text.substr(begin, end - begin) != mark.exact) {
      continue;
    }
    // The shorter of one start comes before the longer.
    if (!reading.terms.empty() && reading.terms.back().first == found.first) {
      reading.terms.back() = found;
    } else {
      reading.terms.push_back(found);
    }
  }
  return reading;
}

}  // namespace trialsheet
