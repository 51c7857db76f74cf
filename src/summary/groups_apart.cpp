// Groups apart: what tells groups apart that no name of what they get does.

#include <algorithm>
#include <array>

#include "base/contains.hpp"
#include "base/text.hpp"
#include "base/tokens.hpp"
#include "summary/group_phrases.hpp"

namespace trialsheet {
namespace {

constexpr std::size_t most_groups = 5;  // whose names a reader can tell apart

/// "Arm A", "Group 2", "Control": a label that only counts, or names a part in a study.
bool only_counts(const std::string& label) {
  constexpr std::array<std::string_view, 19> words = {
      "phase",      "arm",          "group",      "cohort",         "part",
      "dose",       "sequence",     "study",      "stage",          "control",
      "treatment",  "experimental", "active",     "passive",        "intervention",
      "comparator", "comparison",   "experiment", "investigational"};
  const Tokens tokens(label);
  return std::all_of(tokens.begin(), tokens.end(), [&](const Token& token) {
    return token.kind != Token::Kind::word || token.plain.size() < 3 ||
           std::find(words.begin(), words.end(), token.plain) != words.end();
  });
}

bool is_unit(std::string_view word) {
  constexpr std::array<std::string_view, 12> units = {
      "mg", "mcg", "g", "ml", "iu", "µg", "ug", "kg", "gy", "%", "units", "mj"};
  return std::find(units.begin(), units.end(), word) != units.end();
}

/// "5 mg" and the like, in the order of the text.
std::vector<std::string> doses_in(const std::string& text) {
  const Tokens tokens(text);
  std::vector<std::string> doses;
  for (std::size_t i = 0; i + 1 < tokens.size(); ++i) {
    if (tokens[i].kind == Token::Kind::number && is_unit(tokens[i + 1].plain)) {
      doses.push_back(text.substr(tokens[i].begin, tokens[i + 1].end - tokens[i].begin));
    }
  }
  return doses;
}

bool all_differ(const std::vector<std::string>& texts) {
  return each_once(texts).size() == texts.size();
}

std::string_view unit_of(const std::string& dose) {
  return std::string_view(dose).substr(dose.find_last_of("0123456789") + 1);
}

bool have_one_unit(const std::vector<std::string>& doses) {
  return std::all_of(doses.begin(), doses.end(), [&doses](const std::string& dose) {
    return unit_of(dose) == unit_of(doses.front());
  });
}

/// For each arm the first dose of its description in which all arms differ; none if there
/// is no such.
std::vector<std::string> telling_doses(const Trial& trial) {
  constexpr std::size_t most_doses = 8;
  std::vector<std::vector<std::string>> doses;
  std::size_t most = most_doses;
  for (const Arm& arm : trial.arms) {
    doses.push_back(doses_in(arm.description));
    most = std::min(most, doses.back().size());
  }
  for (std::size_t i = 0; i < most; ++i) {
    std::vector<std::string> each;
    for (const std::vector<std::string>& of_arm : doses) {
      each.push_back(of_arm[i]);
    }
    if (all_differ(each) && have_one_unit(each)) {
      return each;
    }
  }
  return {};
}

std::vector<std::string> labels_of(const Trial& trial) {
  std::vector<std::string> labels;
  for (const Arm& arm : trial.arms) {
    labels.push_back(arm.label);
  }
  return labels;
}

/// What the record says of each group, each as one line without its stop.
std::vector<std::string> descriptions_of(const Trial& trial) {
  std::vector<std::string> texts;
  for (const Arm& arm : trial.arms) {
    texts.push_back(without_stop(one_line(arm.description)));
  }
  return texts;
}

/// Whether all parentheses of `text` are closed.
bool has_pairs(std::string_view text) {
  return std::count(text.begin(), text.end(), '(') ==
         std::count(text.begin(), text.end(), ')');
}

/// Whether the beginning of a text could turn round what follows it.
bool denies(const std::string& text) {
  const std::string lower = lower_ascii(text);
  return lower.find("no ") != lower.npos || lower.find("not ") != lower.npos ||
         lower.find("without") != lower.npos;
}

/// Where the word before `end` of `text` begins.
std::size_t word_before(const std::string& text, std::size_t end) {
  const std::size_t space = end < 2 ? text.npos : text.rfind(' ', end - 2);
  return space == text.npos ? 0 : space + 1;
}

/// Whether parts from `begin` on start with what only counts: "A as", "1: one".
bool begins_with_count(const std::vector<std::string>& texts, std::size_t begin) {
  const std::string before = texts.front().substr(word_before(texts.front(), begin));
  const std::string last = before.substr(0, before.find(' '));
  return only_counts(last) || last.find_first_of("0123456789") != last.npos ||
         std::any_of(texts.begin(), texts.end(), [begin](const std::string& text) {
           const bool letter =
               begin + 1 < text.size() && text[begin] >= 'A' && text[begin] <= 'Z';
           const bool digit =
               begin + 1 < text.size() && text[begin] >= '0' && text[begin] <= '9';
           return (letter && text[begin + 1] == ' ') ||
                  ((letter || digit) && text[begin + 1] == ':');
         });
}

/// How many bytes all `texts` begin with, up to the end of a word.
std::size_t shared_start(const std::vector<std::string>& texts) {
  std::size_t shared = 0;
  for (std::size_t at = 0; at < texts.front().size(); ++at) {
    if (!std::all_of(texts.begin(), texts.end(), [&](const std::string& text) {
          return at < text.size() && text[at] == texts.front()[at];
        })) {
      break;
    }
    shared = texts.front()[at] == ' ' ? at + 1 : shared;
  }
  while (shared > 0 && begins_with_count(texts, shared)) {
    shared = word_before(texts.front(), shared);
  }
  return shared;
}

/// How many bytes all `texts` end with beyond `begin`, from a parenthesis on: what else
/// is left out would break a sentence off.
std::size_t shared_end(const std::vector<std::string>& texts, std::size_t begin) {
  std::size_t shared = 0;
  char after = 0;
  for (std::size_t n = 1; n + begin <= texts.front().size(); ++n) {
    const char last = texts.front()[texts.front().size() - n];
    if (!std::all_of(texts.begin(), texts.end(), [&](const std::string& text) {
          return n + begin <= text.size() && text[text.size() - n] == last;
        })) {
      break;
    }
    shared = last == ' ' && after == '(' ? n : shared;
    after = last;
  }
  return shared;
}

/// Whether no part from `begin` on is long enough to be understood alone.
bool is_little(const std::vector<std::string>& texts, std::size_t begin) {
  constexpr std::size_t fewest_letters = 8;
  return std::all_of(texts.begin(), texts.end(), [begin](const std::string& text) {
    return length_of(std::string_view(text).substr(begin)) < fewest_letters;
  });
}

/// Whether parts without their last `end` bytes would be empty or break off.
bool cuts_short(const std::vector<std::string>& texts, std::size_t begin,
                std::size_t end) {
  return std::any_of(texts.begin(), texts.end(), [&](const std::string& text) {
    const std::string part =
        one_line(std::string_view(text).substr(begin, text.size() - begin - end));
    return part.empty() || !has_pairs(part);
  });
}

}  // namespace

std::string short_labels(const Telling& tell, const std::vector<std::string>& labels) {
  constexpr std::size_t longest_together = 60;
  std::vector<std::string> names;
  std::size_t length = 0;
  for (const std::string& label : each_once(labels)) {
    names.push_back(quoted(tell.words(), without_stop(label)));
    length += length_of(label);
  }
  return names.size() < labels.size() || length > longest_together
             ? ""
             : tell.words().list(names);
}

std::string telling_labels(const Telling& tell, const std::vector<std::string>& labels) {
  return std::all_of(labels.begin(), labels.end(), only_counts)
             ? ""
             : short_labels(tell, labels);
}

std::string labels_apart(const Telling& tell) {
  const std::vector<std::string> labels = labels_of(tell.trial());
  const bool tells = labels.size() <= most_groups && all_differ(labels) &&
                     !std::all_of(labels.begin(), labels.end(), only_counts);
  return tells ? groups_called(tell, labels) : "";
}

std::string groups_described(const Telling& tell) {
  constexpr std::size_t longest = 70;
  constexpr std::size_t longest_together = 200;
  const std::vector<Arm>& arms = tell.trial().arms;
  const Words& words = tell.words();
  const std::vector<std::string> texts = descriptions_of(tell.trial());
  if (std::none_of(arms.begin(), arms.end(),
                   [](const Arm& arm) { return only_counts(arm.label); })) {
    return "";
  }
  std::vector<std::string> names;
  std::size_t length = 0;
  for (std::size_t i = 0; i < arms.size(); ++i) {
    length += length_of(arms[i].label) + length_of(texts[i]);
    if (texts[i].empty() || length_of(texts[i]) > longest || !has_pairs(texts[i])) {
      return "";
    }
    names.push_back(words.text("what.label_dose",
                               {{"label", quoted(words, without_stop(arms[i].label))},
                                {"dose", quoted(words, texts[i])}}));
  }
  return names.size() < 2 || names.size() > most_groups || length > longest_together ||
                 !all_differ(texts)
             ? ""
             : tell.say("groups_called", {{"labels", words.list(names)}});
}

std::string descriptions_apart(const Telling& tell) {
  constexpr std::size_t longest_together = 300;
  std::vector<std::string> texts = descriptions_of(tell.trial());
  if (texts.size() > most_groups || !all_differ(texts)) {
    return "";
  }
  const std::size_t shared = denies(texts.front()) ? 0 : shared_start(texts);
  // "by ON" tells nothing without what goes before it.
  const std::size_t begin = is_little(texts, shared) ? 0 : shared;
  const std::size_t last = shared_end(texts, begin);
  const std::size_t end = cuts_short(texts, begin, last) ? 0 : last;
  std::string list;
  for (const std::string& text : texts) {
    const std::string part =
        one_line(std::string_view(text).substr(begin, text.size() - begin - end));
    if (part.empty()) {
      return "";
    }
    const std::string next = quoted(tell.words(), part);
    list = list.empty()
               ? next
               : tell.words().text("what.apart", {{"first", list}, {"next", next}});
  }
  return length_of(list) > longest_together
             ? ""
             : tell.words().text("what.said_of_groups", {{"x", list}});
}

std::string more_of_group(const Telling& tell, const Group& group) {
  // What joins the name of something else that is given, too.
  constexpr std::array<std::string_view, 6> joining = {
      " plus ",           "+",           " combined with ", " in combination with ",
      " in addition to ", " along with "};
  constexpr std::size_t longest = 160;
  const std::string text = without_stop(one_line(tell.trial().arms.front().description));
  const std::string lower = lower_ascii(text);
  const bool joins = contains_any(lower, joining);
  const std::string name = group.names.size() == 1 ? group.names.front() : "+";
  const bool is_one = name.find_first_of("+/,") == name.npos &&
                      name.find(" and ") == name.npos && name.find(" with ") == name.npos;
  return is_one && joins && length_of(text) <= longest
             ? tell.words().text("what.said_of_group",
                                 {{"x", quoted(tell.words(), text)}})
             : "";
}

std::string doses_apart(const Telling& tell) {
  const Words& words = tell.words();
  const std::vector<std::string> labels = labels_of(tell.trial());
  const std::vector<std::string> doses = labels.size() > most_groups
                                             ? std::vector<std::string>()
                                             : telling_doses(tell.trial());
  std::vector<std::string> names;
  for (std::size_t i = 0; i < doses.size(); ++i) {
    names.push_back(
        words.text("what.label_dose", {{"label", quoted(words, without_stop(labels[i]))},
                                       {"dose", quoted(words, doses[i])}}));
  }
  return names.empty() ? "" : tell.say("groups_called", {{"labels", words.list(names)}});
}

}  // namespace trialsheet
