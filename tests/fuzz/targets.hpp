// Fuzz targets: what must hold of any bytes. Each ends the program if it does not, for
// that is what a fuzzer sees; tests/fuzz_replay_test.cpp runs them on the seeds.
//
// To fuzz, from the root of the project, on one line:
//
//   clang++ -std=c++20 -g -O1 -fsanitize=fuzzer,address,undefined -Isrc -Itests/fuzz
//     tests/fuzz/criteria_fuzz.cpp src/criteria/*.cpp src/trial/*.cpp src/base/text.cpp
//     src/base/date.cpp -o criteria_fuzz
//   ./criteria_fuzz -max_total_time=300 FOLDER_FOR_FINDINGS tests/fuzz/seeds/criteria

#pragma once

#include <cstdlib>
#include <string_view>
#include <vector>

#include "base/error.hpp"
#include "base/text.hpp"
#include "criteria/criteria.hpp"
#include "trial/trial.hpp"

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

/// Any bytes are a trial or an Error that tells of the record.
inline void record(std::string_view bytes) {
  try {
    const Trial trial = read_trial(bytes).value;
    require(trial.nct.size() == 11);
    require(!trial.brief_title.empty());
    require(find_invalid_utf8(trial.eligibility.criteria) == std::string_view::npos);
    criteria(trial.eligibility.criteria);
  } catch (const Error& error) {
    require(error.fault() == Fault::record);
    require(error.what()[0] != '\0');
  }
}

}  // namespace trialsheet::fuzz
