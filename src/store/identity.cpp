// Identifies records by the reader that makes sheets of them: what the store has can be
// rendered.

#include "store/identity.hpp"

#include <algorithm>

#include "base/nct.hpp"
#include "trial/trial.hpp"

namespace trialsheet {

namespace {

// Trials that were registered twice have one or two (RECORD_FACTS).
constexpr std::size_t most_aliases = 100;

}  // namespace

Identity identify(std::string_view json) {
  Trial trial = read_trial(json).value;
  std::erase_if(trial.nct_aliases,
                [](const std::string& alias) { return !is_nct_number(alias); });
  trial.nct_aliases.resize(std::min(trial.nct_aliases.size(), most_aliases));
  return {std::move(trial.nct), std::move(trial.nct_aliases), trial.data_date};
}

bool goes_by(const Identity& identity, std::string_view nct) {
  return identity.nct == nct ||
         std::find(identity.aliases.begin(), identity.aliases.end(), nct) !=
             identity.aliases.end();
}

}  // namespace trialsheet
