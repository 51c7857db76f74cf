// Rule wordings: the record's own words, and these with the children run into one row.

#include "summary/rule_wordings.hpp"

#include <algorithm>
#include <map>
#include <optional>

#include "criteria/conserved.hpp"
#include "summary/sense.hpp"
#include "summary/subject.hpp"
#include "words/equivalents.hpp"
#include "words/patterns.hpp"

namespace trialsheet {
namespace {

constexpr const char* criteria_source =
    "/protocolSection/eligibilityModule/eligibilityCriteria";

/// The record's own words, shortened or with its children run in, and glossed.
constexpr std::size_t most_wordings = 3;

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

Wording verbatim(const Words& words, const Criterion& criterion, std::string text) {
  Wording wording = {quote(words, criterion, text), Tier::verbatim,
                     words.is_of_the_record() ? words.language() : ""};
  wording.said = std::move(text);
  return wording;
}

/// A remark that only fills a number of the list.
bool is_left_blank(const Criterion& criterion) {
  return criterion.note && criterion.children.empty() &&
         criterion.text.find("ntentionally left blank") != std::string::npos;
}

bool is_of_the_record(const std::string& slot) {
  return slot.starts_with("words") || slot.starts_with("few");
}

std::string key_of(const LineMatch& match) {
  return "rules.say." + match.id;
}

/// Views of `slots`.
std::vector<Words::Argument> arguments_of(
    const std::map<std::string, std::string>& slots) {
  std::vector<Words::Argument> arguments;
  for (const auto& [name, value] : slots) {
    arguments.push_back({name, value});
  }
  return arguments;
}

std::string said(const Words& words, const LineMatch& match) {
  std::map<std::string, std::string> slots = match.slots;
  for (auto& [name, typed] : slots) {
    typed = is_of_the_record(name)     ? quoted(words, typed)
            : name.starts_with("time") ? time_text(words, typed)
                                       : typed;
  }
  return words.text(key_of(match), arguments_of(slots));
}

/// The English text of the same pattern: what can be held against the record. That of the
/// summary's language is its translation.
std::string said_in_english(const Words& words, const LineMatch& match) {
  if (words.is_of_the_record()) {
    return said(words, match);
  }
  std::map<std::string, std::string> slots = match.slots;
  for (auto& [name, typed] : slots) {
    if (is_of_the_record(name)) {
      typed = words.english_text("quote", {{"text", typed}});
    }
  }
  return words.english_text(key_of(match), arguments_of(slots));
}

/// What a whole line says in plain words, if it is one of those that recur and loses
/// nothing by it.
std::optional<Wording> plain_wording(const Words& words, const Criterion& criterion,
                                     const std::string& list, RuleTexts& texts) {
  const std::string_view source = view_without_separator(criterion.text);
  const Tokens& tokens = texts.read(source);
  const auto match = patterns(words).match(list, source, tokens);
  // "Individuals who are pregnant: no alcohol" is only for those who are.
  const bool leads_on =
      match && match->id == "rest" &&
      (source.find(": ") != source.npos || says_who_joins({source, tokens}));
  if (!match || leads_on) {
    return std::nullopt;
  }
  const std::string english = said_in_english(words, *match);
  if (!differences(equivalents(words), source, tokens, english).empty()) {
    return std::nullopt;
  }
  Wording wording;
  wording.said = said(words, *match);
  wording.text = wording.said;
  wording.tier = Tier::grammar;
  wording.pattern = match->id;
  wording.proved = english;
  return wording;
}

/// Whether the pattern only leaves out words that lead into the rule: "patients with".
/// What it leaves is the record's own, so the full words are the better where there is
/// room.
bool only_shortens(const Wording& wording) {
  return wording.pattern == "rest";
}

std::vector<Wording> wordings_of(const Words& words, const Criterion& criterion,
                                 const std::string& list, RuleTexts& texts) {
  std::vector<Wording> wordings;
  wordings.reserve(most_wordings);
  wordings.push_back(verbatim(words, criterion, without_separator(criterion.text)));
  // A child says what it says under its parent, and a rule for a group is not for every
  // reader: their words are left alone.
  const bool for_all = !list.empty() && criterion.group.empty();
  auto plain =
      for_all ? plain_wording(words, criterion, list, texts) : std::optional<Wording>();
  if (plain && only_shortens(*plain)) {
    wordings.push_back(std::move(*plain));
  } else if (plain && criterion.children.empty()) {
    wordings.front() = std::move(*plain);
  }
  return wordings;
}

}  // namespace

Rule worded_rule(const Words& words, const Criterion& criterion, const std::string& id,
                 RuleTexts& texts) {
  const bool is_child = id.find('.') != id.rfind('.');
  const std::string list = is_child ? "" : id.substr(0, id.find('.'));
  Rule rule;
  rule.statement = {id, criteria_source, wordings_of(words, criterion, list, texts)};
  rule.remark = criterion.note;
  rule.children.reserve(criterion.children.size());
  for (std::size_t i = 0; i < criterion.children.size(); ++i) {
    if (is_left_blank(criterion.children[i])) {
      continue;
    }
    rule.children.push_back(worded_rule(words, criterion.children[i],
                                        id + "." + std::to_string(i + 1), texts));
  }
  if (std::string text = run_in_text(criterion); !text.empty()) {
    rule.run_in = rule.statement.wordings.size();
    rule.statement.wordings.push_back(verbatim(words, criterion, std::move(text)));
    rule.statement.wordings.back().said = without_separator(criterion.text);
  }
  return rule;
}

}  // namespace trialsheet
