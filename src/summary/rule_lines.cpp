// Rule lines: a line put in moves the rules behind it.

#include "summary/rule_lines.hpp"

#include <iterator>

namespace trialsheet {

void insert_lines(std::vector<Rule> lines, std::size_t at, RuleBlock& block) {
  const auto move_behind = [at, by = lines.size()](std::vector<Rule>& rules) {
    for (Rule& rule : rules) {
      for (std::size_t& place : rule.stands_for) {
        place += place >= at ? by : 0;
      }
    }
  };
  move_behind(block.rules);
  move_behind(lines);
  block.rules.insert(block.rules.begin() + static_cast<std::ptrdiff_t>(at),
                     std::make_move_iterator(lines.begin()),
                     std::make_move_iterator(lines.end()));
}

}  // namespace trialsheet
