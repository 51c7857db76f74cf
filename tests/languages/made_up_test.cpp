// A sixth language: made from English by putting its key before every text. It works with
// files alone, and what then stands in summaries tells which keys are in use.

#include <catch2/catch.hpp>
#include <set>

#include "base/error.hpp"
#include "chance_trial.hpp"
#include "files.hpp"
#include "languages.hpp"
#include "render.hpp"
#include "summary/summary.hpp"
#include "words/categories.hpp"
#include "words/impl.hpp"

namespace trialsheet {
namespace {

using Keys = std::set<std::string>;

/// Texts that are looked for in others, or are no more than a sign.
bool is_tool(const std::string& key) {
  return key.starts_with("what.named_by.") || key == "number.group" ||
         key == "sentences" || key.starts_with("questions.") ||
         key.starts_with("glosses.");
}

OwnLanguage marked_language() {
  static const Words english("en");
  return tests::made_up("tlh", [](const std::string& path, const std::string& text) {
    // What stands under "other" is mostly the plural form of the key before it.
    const std::string before = path.substr(0, path.rfind('.'));
    const bool is_form = path.ends_with(".other") && english.has(before);
    const std::string& key = is_form ? before : path;
    return is_tool(key) ? text : "⟦" + key + "⟧" + text;
  });
}

void collect(const std::string& text, Keys& keys) {
  static const std::string opening = "⟦";
  for (std::size_t at = 0; (at = text.find(opening, at)) != std::string::npos;) {
    at += opening.size();
    keys.insert(text.substr(at, text.find("⟧", at) - at));
  }
}

/// The keys that many summaries ask for, of studies as different as they can be.
Keys keys_in_summaries() {
  const Words words(marked_language());
  tests::Chance chance(1);
  Keys keys;
  for (int i = 0; i < 12000; ++i) {
    const Trial trial = tests::chance_trial(chance);
    const Summary summary = summarize(trial, parse_criteria(trial.eligibility.criteria),
                                      words, tests::chance_options(chance))
                                .value;
    collect(to_text(summary), keys);
    for (const RuleBlock& block : summary.rule_blocks) {
      collect(block.none_shown, keys);
    }
    const CountLine count =
        count_line(summary, tests::chance_shown(chance, summary), words);
    collect(count.lead + count.rest, keys);
  }
  return keys;
}

/// The keys that data ask for: each has a rule of its own in words/en.
Keys keys_of_data() {
  const Words words("en");
  Keys keys;
  for (const std::string& id : patterns(words).ids()) {
    keys.insert("rules.say." + id);
  }
  for (const std::string& name : mentions(words).names()) {
    keys.insert("rules.name." + name);
  }
  for (const MentionLine& line : mentions(words).lines()) {
    keys.insert("rules.mention." + line.id);
  }
  for (const std::string& kind : kinds(words)) {
    keys.insert("count.kind." + kind);
  }
  return keys;
}

/// All sources, for the keys that are named in one.
std::string sources() {
  std::string text;
  for (const auto& entry :
       std::filesystem::recursive_directory_iterator(tests::folder("src"))) {
    if (entry.path().extension() == ".cpp") {
      text += tests::read_file(entry.path());
    }
  }
  return text;
}

TEST_CASE("No key of the catalog is without use", "[long]") {
  Keys used = keys_in_summaries();
  used.merge(keys_of_data());
  const std::string source = sources();
  const auto is_used = [&](const std::string& key) {
    const bool by_country =
        key.starts_with("places.name.") || key.starts_with("places.in.");
    const bool by_control = key.starts_with("what.named_by.") &&
                            source.find("\"what.named_by.\"") != std::string::npos;
    // What is long in one tense may not come up, for texts are chosen by their lengths.
    std::string in_past = key;
    if (const std::size_t at = key.find("what.planned."); at == 0) {
      in_past.replace(0, std::string_view("what.planned.").size(), "what.past.");
    }
    return used.contains(key) || used.contains(in_past) || by_country || by_control ||
           source.find("\"" + key + "\"") != std::string::npos;
  };
  const Words words("en");
  for (const auto& [key, text] : words.impl().catalog->texts) {
    CAPTURE(key);
    CHECK(is_used(key));
  }
  for (const auto& [key, forms] : words.impl().catalog->plurals) {
    CAPTURE(key);
    CHECK(is_used(key));
  }
}

TEST_CASE("A language from files alone makes a sheet") {
  const OwnLanguage own =
      tests::made_up("tlh", [](const std::string& key, const std::string& text) {
        return is_tool(key) ? text : "'" + text;
      });
  const Engine engine({{own}});
  const std::string sample = tests::read_file(tests::folder("samples/NCT90000005.json"));
  const RenderOptions options = {.language = "TLH-x", .date = Date{2026, 7, 14}};
  const Stages stages = engine.stages(sample, options);
  CHECK(stages.summary.find("language: tlh, record en") == 0);
  CHECK(stages.summary.find("labels: 'Yes | 'No | 'Ask") != std::string::npos);
  CHECK(stages.page.find("'Where") != std::string::npos);
  bool listed = false;
  for (const LanguageFacts& facts : engine.languages()) {
    listed = listed || (facts.tag == "tlh" && facts.name.ends_with("English"));
  }
  CHECK(listed);
}

TEST_CASE("An own language of a built-in tag takes its place") {
  OwnLanguage own = tests::copy_of("es", "ES");
  tests::Json sheet = tests::embedded_json("es", "sheet.json");
  sheet["label"]["yes"] = "Si";
  own.sheet.content = sheet.dump();
  const Languages languages({own});
  CHECK(languages.words("es").text("label.yes") == "Si");
  CHECK(languages.words("es").language() == "es");
  CHECK(languages.tags() == built_in_languages());
  CHECK_THROWS_AS(Languages({own, own}), Error);
}

TEST_CASE("English may be a user's own, too") {
  const OwnLanguage own = tests::made_up(
      "en-GB", [](const std::string&, const std::string& text) { return text; });
  CHECK_THROWS_WITH(Words(own),
                    Catch::Contains("en-GB/sheet.json#/list/more: \"one\" is missing"));
}

}  // namespace
}  // namespace trialsheet
