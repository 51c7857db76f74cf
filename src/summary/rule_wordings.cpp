// Rule wordings: the record's own words, and these with the children run into one row.

#include "summary/rule_wordings.hpp"

#include <algorithm>

#include "summary/subject.hpp"

namespace trialsheet {
namespace {

constexpr const char* criteria_source =
    "/protocolSection/eligibilityModule/eligibilityCriteria";

/// `text` without the comma or semicolon that parted it from the next rule.
std::string without_separator(std::string_view text) {
  while (text.ends_with(';') || text.ends_with(',') || text.ends_with(' ')) {
    text.remove_suffix(1);
  }
  return std::string(text);
}

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

Wording verbatim(std::string text) {
  return {std::move(text), Tier::verbatim, "en"};
}

}  // namespace

Rule worded_rule(const Words& words, const Criterion& criterion, const std::string& id) {
  Rule rule;
  rule.statement = {id, criteria_source, {}};
  rule.statement.wordings.push_back(
      verbatim(quote(words, criterion, without_separator(criterion.text))));
  rule.remark = criterion.note;
  for (std::size_t i = 0; i < criterion.children.size(); ++i) {
    rule.children.push_back(
        worded_rule(words, criterion.children[i], id + "." + std::to_string(i + 1)));
  }
  if (const std::string text = run_in_text(criterion); !text.empty()) {
    rule.run_in = rule.statement.wordings.size();
    rule.statement.wordings.push_back(verbatim(quote(words, criterion, text)));
  }
  return rule;
}

}  // namespace trialsheet
