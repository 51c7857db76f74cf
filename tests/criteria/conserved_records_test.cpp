// Conserved, over the rules of real records: each conserves itself, and none of the
// things that a machine can do to it goes unseen. And over text that wants to break it.

#include <catch2/catch.hpp>
#include <chrono>
#include <map>

#include "criteria/conserved.hpp"
#include "criteria/conserved_mutations.hpp"
#include "criteria/criteria.hpp"
#include "files.hpp"

using namespace trialsheet;
using namespace trialsheet::tests;

namespace {

const Equivalents& table() {
  static const Words words("en");
  return equivalents(words);
}

void append(const std::vector<Criterion>& rules, std::vector<std::string>& texts) {
  for (const Criterion& rule : rules) {
    texts.push_back(rule.text);
    append(rule.children, texts);
  }
}

std::vector<std::string> rules_in(const std::filesystem::path& folder) {
  std::vector<std::string> texts;
  for (const auto& path : files_in(folder, ".json")) {
    const std::string record = read_file(path);
    const Criteria criteria =
        parse_criteria(read_trial(record).value.eligibility.criteria);
    append(criteria.inclusion.rules, texts);
    append(criteria.exclusion.rules, texts);
    append(criteria.other.rules, texts);
  }
  return texts;
}

/// Those of the records if there are any, else those of the samples.
const std::vector<std::string>& rules() {
  static const std::vector<std::string> all =
      rules_in(records_folder().empty() ? folder("samples")
                                        : std::filesystem::path(records_folder()));
  return all;
}

std::string of_length(std::string_view piece, std::size_t size) {
  std::string text;
  while (text.size() < size) {
    text += piece;
  }
  return text;
}

}  // namespace

TEST_CASE("A rule conserves itself, in any white space") {
  for (const std::string& rule : rules()) {
    INFO(rule);
    CHECK(conserves(table(), rule, rule));
    CHECK(conserves(table(), rule, "  " + rule + " "));
  }
}

TEST_CASE("No mutation of a rule goes unseen", "[long]") {
  std::map<std::string, int> unseen;
  std::map<std::string, int> made;
  for (const std::string& rule : rules()) {
    for (const Mutation& mutation : mutations()) {
      for (const std::string& text : mutation.apply(rule)) {
        ++made[mutation.name];
        if (conserves(table(), rule, text) && ++unseen[mutation.name] <= 5) {
          FAIL_CHECK(mutation.name << "\n" << rule << "\n" << text);
        }
      }
    }
  }
  for (const Mutation& mutation : mutations()) {
    INFO(mutation.name);
    CHECK(unseen[mutation.name] == 0);
    CHECK((made[mutation.name] > 0 || records_folder().empty()));
  }
}

TEST_CASE("Hostile text is read to its end, and changes in it are seen", "[long]") {
  constexpr std::size_t size = 300'000;
  for (const char* piece : {"a",
                            "1",
                            "1,",
                            "- ",
                            "/",
                            "no ",
                            "5 or more ",
                            "x10",
                            "between 1 ",
                            "I-",
                            "\xFF",
                            "\xE2\x89",
                            "≥",
                            "years ",
                            "within the last ",
                            "whichever is ",
                            "> or = ",
                            ".5",
                            "stage I and ",
                            "10⁹",
                            "can be ",
                            " [",
                            "5 years years "}) {
    const std::string text = of_length(piece, size);
    INFO(piece);
    const auto start = std::chrono::steady_clock::now();
    CHECK(conserves(table(), text, text));
    CHECK_FALSE(conserves(table(), text, "aspirin " + text));
    CHECK_FALSE(conserves(table(), text + " aspirin", text));
    const auto time = std::chrono::steady_clock::now() - start;
    CHECK(time < std::chrono::minutes(1));  // of some 0.4 s; a square takes hours
  }
}
