// Rules: the record's eligibility list, one row to tick for each rule.

#include <algorithm>
#include <iterator>

#include "base/text.hpp"
#include "summary/parts.hpp"
#include "summary/rule_glosses.hpp"
#include "summary/rule_joins.hpp"
#include "summary/rule_mentions.hpp"
#include "summary/rule_rank.hpp"
#include "summary/rule_wordings.hpp"
#include "summary/sense.hpp"

namespace trialsheet {
namespace {

RuleText read(RuleTexts& texts, const Criterion& rule) {
  return {rule.text, texts.read(view_without_separator(rule.text))};
}

std::string block_key(const Subject& subject, std::string_view id,
                      std::string_view part) {
  const char* when = subject.stage == Stage::never ? "never"
                     : is_closed(subject.stage)    ? "closed"
                                                   : "open";
  constexpr std::size_t usual_size = 48;
  std::string key;
  key.reserve(usual_size);
  return key.append("rules.").append(when).append(".").append(id).append(".").append(
      part);
}

/// As of the rule that names what is studied: the row of the fields says another age.
constexpr int worth_of_other_ages = 900;

/// Rows besides those of the list: what the fields say, and lines that name several.
constexpr std::size_t usual_lines = 8;

/// The longest rule that is told beside the fields, in one row with them.
constexpr std::size_t longest_beside_fields = 90;

AgeSense age_sense(const std::string& list, const Criterion& rule,
                   const Eligibility& eligibility) {
  const AgeSense sense = list == "exclusion" ? sense_of_age_bar(rule.text, eligibility)
                                             : sense_of_age_rule(rule.text, eligibility);
  const bool says_more = sense == AgeSense::said && !rule.children.empty();
  return says_more ? AgeSense::more : sense;
}

/// The one rule that says something else of age, sex or health than the fields do, and
/// can be told beside them; the number of rules where there is none, or several.
std::size_t rule_beside_fields(const std::vector<Criterion>& rules,
                               const std::vector<AgeSense>& senses,
                               const Eligibility& eligibility) {
  std::size_t found = rules.size();
  if (!eligibility.minimum_age && !eligibility.maximum_age) {
    return found;
  }
  for (std::size_t i = 0; i < rules.size(); ++i) {
    const bool has_age = rules[i].text.find_first_of("0123456789") != std::string::npos;
    if (senses[i] == AgeSense::more || (senses[i] == AgeSense::said && !has_age)) {
      continue;
    }
    // Beside one that agrees, another is of some of the people only.
    if (senses[i] == AgeSense::said || found != rules.size() || !rules[i].group.empty() ||
        !rules[i].children.empty() || length_of(rules[i].text) > longest_beside_fields) {
      return rules.size();
    }
    found = i;
  }
  return found;
}

/// The text of that rule, which alone counts as said by a row that it does not agree
/// with.
std::string_view told_beside_fields(const std::vector<Criterion>& criteria,
                                    const std::vector<Rule>& rules,
                                    const Eligibility& eligibility) {
  for (std::size_t i = 0; i < criteria.size(); ++i) {
    if (rules[i].covered &&
        age_sense("inclusion", criteria[i], eligibility) == AgeSense::otherwise) {
      return criteria[i].text;
    }
  }
  return {};
}

std::vector<Rule> make_list(const Subject& subject, const std::string& id,
                            const std::vector<Criterion>& criteria, RuleTexts& texts) {
  std::vector<Rule> rules;
  rules.reserve(criteria.size() + usual_lines);
  std::vector<AgeSense> senses;
  senses.reserve(criteria.size());
  for (std::size_t i = 0; i < criteria.size(); ++i) {
    Rule rule =
        worded_rule(subject.words, criteria[i], id + "." + std::to_string(i + 1), texts);
    senses.push_back(age_sense(id, criteria[i], subject.trial.eligibility));
    rule.covered = senses[i] == AgeSense::said;
    rules.push_back(std::move(rule));
  }
  if (id == "inclusion") {
    const std::size_t beside =
        rule_beside_fields(criteria, senses, subject.trial.eligibility);
    if (beside < rules.size()) {
      rules[beside].covered = true;
    }
  }
  rank_rules(subject, id, criteria, texts, rules);
  for (std::size_t i = 0; i < criteria.size(); ++i) {
    if (!rules[i].covered && senses[i] == AgeSense::otherwise) {
      rules[i].rank = std::max(rules[i].rank, worth_of_other_ages);
    }
  }
  return rules;
}

/// What is said where a list has no rules.
std::string empty_text(const Subject& subject, const Section& section,
                       const Criteria& criteria) {
  const Words& words = subject.words;
  if (!section.none.empty()) {
    const std::string none = quoted(words, without_stop(section.none));
    return words.text("rules.says_none", {{"text", none}});
  }
  const bool elsewhere = !section.stated && !criteria.other.rules.empty();
  return words.text(elsewhere ? "rules.no_own_list" : "rules.list_missing");
}

/// Whether a rule is not for everyone: its heading names people, or it a part itself.
bool is_for_some(const Criterion& rule, RuleTexts& texts) {
  return (!rule.group.empty() && names_people(rule.group)) ||
         is_for_a_part(read(texts, rule)) ||
         std::any_of(rule.children.begin(), rule.children.end(),
                     [&texts](const Criterion& child) {
                       return child.note && is_for_a_part(read(texts, child));
                     });
}

/// Whether all rules of who may not join say themselves who is kept out: that is clear.
bool all_say_who_is_kept_out(const std::vector<Criterion>& rules, RuleTexts& texts) {
  return !rules.empty() &&
         std::all_of(rules.begin(), rules.end(), [&texts](const Criterion& rule) {
           return says_who_is_kept_out(read(texts, rule));
         });
}

/// Whether a study that only observes takes healthy people as a group to compare with:
/// what is asked of the ill is not asked of them.
bool compares_with_healthy(const Trial& trial) {
  return is_observational(trial) && trial.arms.size() > 1 &&
         trial.eligibility.healthy_volunteers.value_or(false) &&
         std::any_of(trial.arms.begin(), trial.arms.end(), [](const Arm& arm) {
           const std::string lower = lower_ascii(arm.label + " " + arm.description);
           return lower.find("healthy") != lower.npos ||
                  lower.find("control") != lower.npos ||
                  lower.find("normal") != lower.npos;
         });
}

bool is_followed_by_or(const Criterion& rule) {
  return std::any_of(rule.children.begin(), rule.children.end(),
                     [](const Criterion& child) {
                       return child.note && stands_between_rules(child.text);
                     });
}

/// Whether two rules name kinds of illness that nobody has together, or people each.
bool names_alternatives(const std::vector<Criterion>& rules, RuleTexts& texts) {
  constexpr std::size_t most = 40;  // each is held against each
  std::vector<RuleText> read_rules;
  for (const Criterion& rule : rules) {
    const RuleText text = read(texts, rule);
    if (read_rules.size() < most && rule.children.empty() &&
        may_be_an_alternative(text)) {
      read_rules.push_back(text);
    }
  }
  for (std::size_t i = 0; i < read_rules.size(); ++i) {
    for (std::size_t j = i + 1; j < read_rules.size(); ++j) {
      if (are_alternatives(read_rules[i], read_rules[j])) {
        return true;
      }
    }
  }
  return false;
}

/// Whether the rules are of several ways in, and so cannot all be true.
bool has_ways_in(const std::vector<Criterion>& rules, RuleTexts& texts) {
  const auto ways =
      std::count_if(rules.begin(), rules.end(), [&texts](const Criterion& rule) {
        return names_a_way_in(read(texts, rule)) && !sets_terms(rule.text);
      });
  return ways > 1 || std::any_of(rules.begin(), rules.end(), is_followed_by_or) ||
         names_alternatives(rules, texts);
}

bool any_for_some(const std::vector<Criterion>& rules, RuleTexts& texts) {
  return std::any_of(rules.begin(), rules.end(), [&texts](const Criterion& rule) {
    return is_for_some(rule, texts);
  });
}

/// Which sentence says how many of the rules of who may join should be true.
const char* demands_of(const Subject& subject, const Criteria& criteria, bool ways_in,
                       RuleTexts& texts) {
  const std::vector<Criterion>& rules = criteria.inclusion.rules;
  const std::vector<Criterion>& against = criteria.exclusion.rules;
  if (ways_in) {
    return "ways_condition";
  }
  // Where those who may not join are told by group, so are, unsaid, those who may.
  const bool by_group =
      any_for_some(rules, texts) ||
      std::any_of(against.begin(), against.end(),
                  [](const Criterion& rule) {
                    return rule.group.starts_with("for ") && names_people(rule.group);
                  }) ||
      compares_with_healthy(subject.trial);
  return by_group ? "group_condition" : "condition";
}

/// The same of who may not join.
const char* bars_of(const std::vector<Criterion>& rules, RuleTexts& texts) {
  return all_say_who_is_kept_out(rules, texts) ? "kept_out_condition"
         : any_for_some(rules, texts)          ? "group_condition"
                                               : "condition";
}

RuleBlock make_block(const Subject& subject, const std::string& id,
                     const Section& section, Answer fitting, RuleTexts& texts,
                     const char* condition) {
  RuleBlock block;
  block.id = id;
  block.heading = subject.words.text(block_key(subject, id, "heading"));
  block.condition = subject.words.text(block_key(subject, id, condition));
  block.fitting = fitting;
  // Who may join is never without an answer; what only may be asked about can go unsaid.
  block.none_shown = id == "other" ? "" : subject.words.text("rules.none_shown");
  block.rules = make_list(subject, id, section.rules, texts);
  return block;
}

/// A rule of who may join that not all need to fulfil: it permits something, or it says
/// after others who may join too. `ways_in`: whether `rules` has several.
bool is_no_demand(const std::vector<Criterion>& rules, bool ways_in, std::size_t index,
                  const RuleText& rule) {
  if (rules.size() == 1 || only_permits(rule)) {
    return rules.size() > 1;
  }
  return index > 0 && names_a_way_in(rule) && (sets_terms(rule.text) || !ways_in);
}

/// Moves the rules whose sense is not certain under their heading to the front of
/// `other`. The rules of `block` that are items of `section` are its last, in the same
/// order.
template <typename IsUnclear>
void move_unclear(RuleBlock& block, const IsUnclear& is_unclear, const Section& section,
                  RuleBlock& other) {
  std::vector<Rule> unclear;
  bool among_exceptions = false;
  auto kept = block.rules.end() - static_cast<std::ptrdiff_t>(section.rules.size());
  auto rule = kept;
  for (std::size_t i = 0; i < section.rules.size(); ++i, ++rule) {
    const Criterion& item = section.rules[i];
    // Exceptions that stand as rules of their own would say the opposite, and only their
    // sense tells where they end: what follows them is asked about too.
    among_exceptions =
        among_exceptions || (item.children.empty() && leads_into_exceptions(item.text));
    if (among_exceptions || is_unclear(i)) {
      unclear.push_back(std::move(*rule));
    } else if (kept++ != rule) {
      *std::prev(kept) = std::move(*rule);
    }
  }
  block.rules.erase(kept, block.rules.end());
  other.rules.insert(other.rules.begin(), std::make_move_iterator(unclear.begin()),
                     std::make_move_iterator(unclear.end()));
}

/// Rules of one list under a heading of no list: a requirement among the exclusions reads
/// as its opposite unless that is said.
std::string origin_of(const Subject& subject, const Criteria& criteria,
                      std::size_t from_exclusion, std::size_t from_inclusion) {
  const bool from_both = from_exclusion != 0 && from_inclusion != 0;
  if (!criteria.other.rules.empty() || from_both) {
    return "";
  }
  return subject.words.text(from_exclusion != 0 ? "rules.from_exclusion"
                                                : "rules.from_inclusion");
}

/// Where the fields state no age, a rule that does ("Aged 18 or above") stands in for
/// them, before all others; whether there is one.
bool take_first_what_says_age(const Subject& subject, const Section& inclusion,
                              std::vector<Rule>& rules) {
  constexpr int before_others = 1390;  // and behind what the fields say
  const Eligibility& eligibility = subject.trial.eligibility;
  if (eligibility.minimum_age || eligibility.maximum_age) {
    return false;
  }
  for (std::size_t i = 0; i < rules.size(); ++i) {
    const std::string text = lower_ascii(inclusion.rules[i].text);
    const bool says_age = rules[i].category == "age_sex" &&
                          text.find("age") != text.npos &&
                          text.find_first_of("0123456789") != text.npos;
    if (says_age) {
      rules[i].rank = before_others;
      return true;
    }
  }
  return false;
}

}  // namespace

std::vector<RuleBlock> make_rules(const Subject& subject, const Criteria& criteria,
                                  Explained& explained) {
  RuleTexts texts;
  std::vector<RuleBlock> blocks;
  blocks.reserve(3);
  const std::vector<Criterion>& demanded = criteria.inclusion.rules;
  const bool ways_in = has_ways_in(demanded, texts);
  blocks.push_back(make_block(subject, "inclusion", criteria.inclusion, Answer::yes,
                              texts, demands_of(subject, criteria, ways_in, texts)));
  const std::vector<Criterion>& against = criteria.exclusion.rules;
  blocks.push_back(make_block(subject, "exclusion", criteria.exclusion, Answer::no, texts,
                              bars_of(against, texts)));
  std::vector<Rule> structured = structured_rules(
      subject, take_first_what_says_age(subject, criteria.inclusion, blocks[0].rules),
      told_beside_fields(demanded, blocks[0].rules, subject.trial.eligibility));
  blocks[0].rules.insert(blocks[0].rules.begin(),
                         std::make_move_iterator(structured.begin()),
                         std::make_move_iterator(structured.end()));
  RuleBlock other = make_block(
      subject, "other", criteria.other, Answer::ask, texts,
      any_for_some(criteria.other.rules, texts) ? "group_condition" : "condition");
  if (!all_say_who_is_kept_out(against, texts)) {
    move_unclear(
        blocks[1],
        [&](std::size_t at) { return is_unclear_exclusion(read(texts, against[at])); },
        criteria.exclusion, other);
  }
  const std::size_t from_exclusion = other.rules.size() - criteria.other.rules.size();
  move_unclear(
      blocks[0],
      [&](std::size_t at) {
        const RuleText rule = read(texts, demanded[at]);
        return is_unclear_inclusion(rule) || is_no_demand(demanded, ways_in, at, rule);
      },
      criteria.inclusion, other);
  const std::string origin =
      origin_of(subject, criteria, from_exclusion, other.rules.size() - from_exclusion);
  other.condition = origin.empty() ? other.condition : origin;
  if (criteria.exclusion.rules.empty()) {
    blocks[1].empty = empty_text(subject, criteria.exclusion, criteria);
  } else if (blocks[1].rules.empty()) {
    blocks[1].empty =
        subject.words.text("rules.all_unclear", {{"asked", whom_to_ask(subject)}});
  } else if (std::all_of(blocks[1].rules.begin(), blocks[1].rules.end(),
                         [](const Rule& rule) { return rule.covered; })) {
    blocks[1].empty = subject.words.text("rules.said_above");
  }
  if (!other.rules.empty()) {
    blocks.push_back(std::move(other));
  }
  add_glosses(subject.words, texts, explained, blocks);
  for (RuleBlock& block : blocks) {
    join_rules(subject.words, block);
    add_mentions(subject.words, texts, block);
  }
  return blocks;
}

}  // namespace trialsheet
