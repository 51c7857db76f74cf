// Fuzz targets: what must hold of any bytes. Each ends the program if it does not, for
// that is what a fuzzer sees; tests/fuzz_replay_test.cpp runs them on the seeds.
//
// To fuzz, from the root of the project, each command on one line:
//
//   cmake -S . -B build-fuzz -G Ninja -DCMAKE_CXX_COMPILER=clang++
//     -DTRIALSHEET_STRICT=OFF -DTRIALSHEET_TESTS=OFF
//     -DCMAKE_CXX_FLAGS="-g -fsanitize=fuzzer-no-link,address,undefined"
//   ninja -C build-fuzz trialsheet_core trialsheet_static
//   clang++ -std=c++20 -g -O1 -fsanitize=fuzzer,address,undefined -Isrc -Itests/fuzz
//     tests/fuzz/criteria_fuzz.cpp build-fuzz/libtrialsheet_core.a
//     build-fuzz/libtrialsheet.a -lfmt -lharfbuzz -licuuc -ldeflate -lhpdf -lpng -ljpeg
//     -lsqlite3 -lzip -lz -lcrypto -o criteria_fuzz
//   ./criteria_fuzz -max_total_time=300 FOLDER_FOR_FINDINGS tests/fuzz/seeds/criteria

#pragma once

#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.hpp"
#include "base/text.hpp"
#include "criteria/criteria.hpp"
#include "trial/trial.hpp"
#include "words/catalog.hpp"
#include "words/categories.hpp"
#include "words/mentions.hpp"
#include "words/patterns.hpp"
#include "words/questions.hpp"
#include "words/signals.hpp"
#include "words/terms.hpp"

namespace trialsheet::fuzz {

inline void require(bool holds) {
  if (!holds) {
    std::abort();
  }
}

inline void check_rules(const std::vector<Criterion>& rules, int depth) {
  // Eight levels, and a remark or a rule typed on the line of the eighth.
  require(rules.empty() || depth <= 9);
  for (const Criterion& rule : rules) {
    require(!rule.text.empty());
    require(rule.text == one_line(rule.text));
    require(rule.group.empty() || depth == 1);
    require(!rule.note || depth > 1);
    check_rules(rule.children, depth + 1);
  }
}

/// Any text makes a tree that keeps the promises of criteria.hpp.
inline void criteria(std::string_view text) {
  const Criteria criteria = parse_criteria(text);
  for (const Section* section :
       {&criteria.inclusion, &criteria.exclusion, &criteria.other}) {
    check_rules(section->rules, 1);
    require(section->none.empty() || section->rules.empty());
  }
  to_text(criteria);
}

/// An error is about what was read, names its place in `file` and says a problem.
inline void check_error(const Error& error, Fault fault, std::string_view file) {
  const std::string_view what = error.what();
  require(error.fault() == fault);
  require(error.where().starts_with(file));
  require(what == one_line(what) && what.size() > error.where().size() + 2);
  require(find_invalid_utf8(what) == std::string_view::npos);
}

/// Any bytes are a trial or an Error that tells of the record.
inline void record(std::string_view bytes) {
  try {
    const Trial trial = read_trial(bytes).value;
    require(trial.nct.size() == 11);
    require(!trial.brief_title.empty() || !trial.official_title.empty());
    require(find_invalid_utf8(trial.eligibility.criteria) == std::string_view::npos);
    criteria(trial.eligibility.criteria);
  } catch (const Error& error) {
    check_error(error, Fault::record, "");
  }
}

inline void check_catalog(const Catalog& catalog) {
  for (const auto& [key, text] : catalog.texts) {
    require(!key.empty() && !text.empty());
  }
  for (const auto& [key, forms] : catalog.plurals) {
    require(!key.empty() && !forms[static_cast<std::size_t>(Plural::other)].empty());
  }
}

inline void check_questions(const std::vector<CompiledRule>& questions) {
  Facts facts;
  facts.tokens["stage"] = {"open"};
  facts.numbers["sites"] = 1;
  facts.flags["placebo"] = true;
  for (const CompiledRule& question : questions) {
    require(!question.rule.id.empty() && !question.rule.wordings.empty());
    holds(question.when, facts);
    holds(question.when, {});
  }
}

inline void check_categories(const Categories& categories) {
  require(!categories.all().empty());
  for (const Category& category : categories.all()) {
    require(!category.id.empty() && !category.kind.empty());
  }
  require(!categories.of(Tokens("White cells of 3 or more")).category->id.empty());
}

inline void check_mentions(const Mentions& mentions) {
  const Tokens text("Heart attack in the last 6 months");
  for (const MentionLine& line : mentions.lines()) {
    require(!line.id.empty());
    for (const std::string& category : line.of) {
      const auto named = mentions.in("exclusion", category, text);
      require(!named || (named->line < mentions.lines().size() && !named->names.empty()));
    }
  }
}

inline void check_terms(const Terms& terms) {
  const std::string_view text = "ECOG (0 to 2), non-metastatic [disease]";
  const Tokens tokens(text);
  for (const Terms::Found& found : terms.read(text, tokens).terms) {
    require(found.first < found.end && found.end <= tokens.size());
    require(found.id == Terms::none || !terms.all()[found.id].gloss.empty());
  }
}

inline void check_signals(const Signals& signals) {
  const std::string_view text = "A biopsy of 3 lesions\n2. not a biopsy";
  for (const auto& [name, lines] : signals.told_by({{RecordPart::criteria, text}})) {
    require(!name.empty() && lines >= 1 && lines <= 2);
  }
}

inline void check_patterns(const Patterns& patterns) {
  const std::string text = "Aged 18 years or older, or a a a a a a a a a a (30 days).";
  if (const auto found = patterns.match("inclusion", text, Tokens(text))) {
    require(!found->id.empty());
    for (const auto& [name, slot] : found->slots) {
      require(!slot.empty() && text.find(slot) != std::string::npos);
    }
  }
}

/// `read` gives a value or an Error that tells of the file.
template <typename Read>
void check_reading(Read read) {
  try {
    read();
  } catch (const Error& error) {
    check_error(error, Fault::layout, "mine.json");
  }
}

/// Any bytes are a file of texts or of other data of words/, or an Error that tells of
/// it.
inline void words(std::string_view bytes) {
  check_reading([&] { check_catalog(read_catalog("en", "mine.json", bytes)); });
  check_reading([&] { check_catalog(read_catalog("ar", "mine.json", bytes)); });
  check_reading([&] { check_questions(read_questions("mine.json", bytes)); });
  check_reading([&] { check_categories({"mine.json", bytes}); });
  check_reading([&] { check_mentions({"mine.json", bytes}); });
  constexpr std::string_view glosses = R"({"glosses": {"ecog": "a score"}})";
  check_reading([&] { check_terms({"mine.json", bytes, "mine.json", glosses}); });
  constexpr std::string_view terms = R"({"terms": [{"id": "a", "match": ["b"]}]})";
  check_reading([&] { check_terms({"mine.json", terms, "mine.json", bytes}); });
  check_reading([&] { check_signals(read_signals("mine.json", bytes)); });
  check_reading([&] { check_patterns({"mine.json", bytes}); });
}

}  // namespace trialsheet::fuzz
