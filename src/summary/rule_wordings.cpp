// Rule wordings: the record's own words, and these with the children run into one row.

#include "summary/rule_wordings.hpp"

#include <algorithm>
#include <charconv>
#include <optional>

#include "base/text.hpp"
#include "criteria/conserved.hpp"
#include "summary/subject.hpp"
#include "words/equivalents.hpp"
#include "words/patterns.hpp"

namespace trialsheet {
namespace {

constexpr const char* criteria_source =
    "/protocolSection/eligibilityModule/eligibilityCriteria";

/// The record's own words; before them those of the heading, if that names a group.
std::string quote(const Words& words, const Criterion& criterion,
                  const std::string& text) {
  const std::string quoted_text = quoted(words, text);
  return criterion.group.empty()
             ? quoted_text
             : words.text("colon", {{"label", quoted(words, criterion.group)},
                                    {"text", quoted_text}});
}

bool ends_in_word(std::string_view text, std::string_view word) {
  return text.size() > word.size() && text.ends_with(word) &&
         text[text.size() - word.size() - 1] == ' ';
}

/// What stands between two children that are run into one row.
std::string joint(std::string_view before) {
  const bool joined = ends_in_word(before, "or") || ends_in_word(before, "and") ||
                      before.ends_with(':') || before.ends_with('.');
  return joined ? " " : "; ";
}

/// The parent's text with those of its children after it; empty if they do not belong
/// into one row: they have children themselves, or only add a remark.
std::string run_in_text(const Criterion& criterion) {
  const auto& children = criterion.children;
  const bool plain =
      !children.empty() && !children.front().note &&
      std::all_of(children.begin(), children.end(),
                  [](const Criterion& child) { return child.children.empty(); });
  if (!plain) {
    return "";
  }
  std::string text = without_separator(criterion.text);
  text += text.ends_with(':') ? "" : ":";
  for (const Criterion& child : children) {
    text += joint(text) + without_separator(child.text);
  }
  return text;
}

Wording verbatim(const Words& words, const Criterion& criterion,
                 const std::string& text) {
  Wording wording = {quote(words, criterion, text), Tier::verbatim, "en"};
  wording.said = text;
  return wording;
}

/// A time of the record, "30 days", in the summary's language; as typed if the number is
/// not a whole one.
std::string time_text(const Words& words, const std::string& typed) {
  const std::size_t space = typed.find_first_not_of("0123456789");
  std::int64_t count = 0;
  const auto [end, problem] =
      std::from_chars(typed.data(), typed.data() + std::min(space, typed.size()), count);
  if (problem != std::errc() || end == typed.data() || space >= typed.size() ||
      typed[space] == '.' || typed[space] == ',') {
    return typed;
  }
  std::string unit = lower_ascii(without_separator(typed.substr(space)));
  unit.erase(0, unit.find_first_not_of(" -"));
  return words.plural("age." + unit + (unit.ends_with('s') ? "" : "s"), count);
}

/// What a whole line says in plain words, if it is one of those that recur and loses
/// nothing by it.
std::optional<Wording> plain_wording(const Words& words, const Criterion& criterion,
                                     const std::string& list) {
  const std::string source = without_separator(criterion.text);
  const auto match = patterns(words).match(list, source, Tokens(source));
  if (!match) {
    return std::nullopt;
  }
  Words::Arguments arguments;
  for (const auto& [name, typed] : match->slots) {
    const bool own_words = name.starts_with("words") || name.starts_with("few");
    arguments.emplace_back(name, own_words                  ? quoted(words, typed)
                                 : name.starts_with("time") ? time_text(words, typed)
                                                            : typed);
  }
  Wording wording;
  wording.said = words.text("rules.say." + match->id, arguments);
  wording.text = wording.said;
  wording.tier = Tier::grammar;
  wording.pattern = match->id;
  if (!conserves(equivalents(words), source, wording.said)) {
    return std::nullopt;
  }
  return wording;
}

/// Whether the pattern only leaves out words that lead into the rule: "patients with".
/// What it leaves is the record's own, so the full words are the better where there is
/// room.
bool only_shortens(const Wording& wording) {
  return wording.pattern == "rest";
}

std::vector<Wording> wordings_of(const Words& words, const Criterion& criterion,
                                 const std::string& list) {
  std::vector<Wording> wordings = {
      verbatim(words, criterion, without_separator(criterion.text))};
  // A child says what it says under its parent, and a rule for a group is not for every
  // reader: their words are left alone.
  const bool for_all = !list.empty() && criterion.group.empty();
  const auto plain =
      for_all ? plain_wording(words, criterion, list) : std::optional<Wording>();
  if (plain && only_shortens(*plain)) {
    wordings.push_back(*plain);
  } else if (plain && criterion.children.empty()) {
    wordings = {*plain};
  }
  return wordings;
}

}  // namespace

Rule worded_rule(const Words& words, const Criterion& criterion, const std::string& id) {
  const bool is_child = id.find('.') != id.rfind('.');
  const std::string list = is_child ? "" : id.substr(0, id.find('.'));
  Rule rule;
  rule.statement = {id, criteria_source, wordings_of(words, criterion, list)};
  rule.remark = criterion.note;
  for (std::size_t i = 0; i < criterion.children.size(); ++i) {
    rule.children.push_back(
        worded_rule(words, criterion.children[i], id + "." + std::to_string(i + 1)));
  }
  if (const std::string text = run_in_text(criterion); !text.empty()) {
    rule.run_in = rule.statement.wordings.size();
    rule.statement.wordings.push_back(verbatim(words, criterion, text));
    rule.statement.wordings.back().said = without_separator(criterion.text);
  }
  return rule;
}

}  // namespace trialsheet
