// Count line: how many of the record's rules are shown, and of what kind the others are.

#include <algorithm>
#include <string_view>
#include <utility>

#include "summary/summary.hpp"
#include "words/categories.hpp"
#include "words/words.hpp"

namespace trialsheet {
namespace {

constexpr std::size_t most_kinds = 5;
constexpr const char* other = "other";

struct Count {
  std::int64_t all = 0;
  std::int64_t shown = 0;
  std::int64_t named = 0;  ///< of the shown: only in a line for several
  std::vector<std::pair<std::string_view, std::int64_t>> hidden;  ///< by kind

  void hide(std::string_view kind) {
    for (auto& [other_kind, number] : hidden) {
      if (other_kind == kind) {
        ++number;
        return;
      }
    }
    hidden.emplace_back(kind, 1);
  }
};

/// Whether all that is shown of `rule` is a line that names it among others.
bool is_only_named(const RuleBlock& block, const std::vector<int>& shown,
                   std::size_t rule) {
  if (block.rules[rule].covered || shown[rule] != not_shown) {
    return false;
  }
  for (std::size_t r = 0; r < block.rules.size(); ++r) {
    const std::vector<std::size_t>& told = block.rules[r].stands_for;
    if (block.rules[r].ask_only && shown[r] != not_shown &&
        std::find(told.begin(), told.end(), rule) != told.end()) {
      return true;
    }
  }
  return false;
}

Count count_rules(const Summary& summary, const ShownRules& shown) {
  Count count;
  for (std::size_t b = 0; b < summary.rule_blocks.size(); ++b) {
    const RuleBlock& block = summary.rule_blocks[b];
    const std::vector<Rule>& rules = block.rules;
    const std::vector<bool> told =
        b < shown.size() ? told_rules(block, shown[b]) : std::vector<bool>(rules.size());
    for (std::size_t r = 0; r < rules.size(); ++r) {
      if (!rules[r].counted) {
        continue;
      }
      ++count.all;
      if (rules[r].covered || told[r]) {
        ++count.shown;
        count.named += b < shown.size() && is_only_named(block, shown[b], r) ? 1 : 0;
      } else {
        count.hide(rules[r].kind);
      }
    }
  }
  return count;
}

/// The kinds by number, "other" last and with all that are too many to name.
std::vector<std::string> kind_texts(const Count& count, const Words& words) {
  const std::vector<std::string>& all = kinds(words);
  const auto place_of = [&all](std::string_view kind) {
    return std::find(all.begin(), all.end(), kind);
  };
  auto hidden = count.hidden;
  std::erase_if(hidden, [&](const auto& each) {
    return each.first == other || place_of(each.first) == all.end();
  });
  std::sort(hidden.begin(), hidden.end(), [&](const auto& a, const auto& b) {
    return a.second != b.second ? a.second > b.second
                                : place_of(a.first) < place_of(b.first);
  });
  std::int64_t rest = count.all - count.shown;
  std::vector<std::string> texts;
  for (const auto& [kind, number] : hidden) {
    if (texts.size() < most_kinds) {
      texts.push_back(words.plural("count.kind." + std::string(kind), number));
      rest -= number;
    }
  }
  if (rest > 0) {
    texts.push_back(words.plural(std::string("count.kind.") + other, rest));
  }
  return texts;
}

}  // namespace

std::vector<bool> told_rules(const RuleBlock& block, const std::vector<int>& shown) {
  std::vector<bool> told(block.rules.size());
  for (std::size_t r = 0; r < block.rules.size(); ++r) {
    const bool is_shown = shown[r] != not_shown;
    told[r] = told[r] || block.rules[r].covered || is_shown;
    if (is_shown) {
      for (const std::size_t merged : block.rules[r].stands_for) {
        told[merged] = true;
      }
    }
  }
  return told;
}

namespace {

/// Of the rules that the record lists.
CountLine count_listed(const Summary& summary, const ShownRules& shown,
                       const Words& words) {
  const Count count = count_rules(summary, shown);
  if (count.all == 0) {
    return {words.text("count.no_rules"),
            summary.banner
                ? std::string()
                : words.text(
                      "count.ask_team",
                      {{"asked", words.text(summary.contacts.empty() ? "asked.doctor"
                                                                     : "asked.team")}})};
  }
  if (count.shown == count.all && count.named == 0) {
    return {words.plural("count.all", count.all), ""};
  }
  const std::string lead = words.plural(
      count.named == 0 ? "count.some" : "count.some_named", count.all,
      {{"shown", words.number(count.shown)}, {"named", words.number(count.named)}});
  const auto kinds_left = kind_texts(count, words);
  return {lead, kinds_left.empty()
                    ? words.text("count.see_record")
                    : words.text("count.rest", {{"kinds", words.list(kinds_left)}})};
}

}  // namespace

CountLine count_line(const Summary& summary, const ShownRules& shown,
                     const Words& words) {
  CountLine line = count_listed(summary, shown, words);
  line.rest = words.sentences({line.rest, summary.more_rules});
  return line;
}

std::string page_line(const Words& words, int page, int pages) {
  return words.text("label.page",
                    {{"page", words.number(page)}, {"pages", words.number(pages)}});
}

std::string continued(const Words& words, const std::string& heading) {
  return words.text("label.continued", {{"heading", heading}});
}

}  // namespace trialsheet
