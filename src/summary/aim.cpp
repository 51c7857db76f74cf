// Aim: the sentence in which a record says what the study is for, in its own words.

#include <algorithm>
#include <array>
#include <span>

#include "base/text.hpp"
#include "summary/parts.hpp"

namespace trialsheet {
namespace {

constexpr std::size_t longest_aim = 240;
constexpr std::size_t shortest_aim = 25;

/// What an aim is to do where it only asks; "to show that" already answers.
constexpr std::array<std::string_view, 34> asking = {"evaluate",
                                                     "assess",
                                                     "determine",
                                                     "investigate",
                                                     "compare",
                                                     "examine",
                                                     "study",
                                                     "explore",
                                                     "measure",
                                                     "find out",
                                                     "learn",
                                                     "understand",
                                                     "describe",
                                                     "identify",
                                                     "test",
                                                     "analyze",
                                                     "analyse",
                                                     "estimate",
                                                     "look at",
                                                     "see if",
                                                     "see how",
                                                     "quantify",
                                                     "validate",
                                                     "observe",
                                                     "characterize",
                                                     "characterise",
                                                     "monitor",
                                                     "track",
                                                     "search for",
                                                     "know if",
                                                     "obtain",
                                                     "collect",
                                                     "develop a clinical",
                                                     "develop a registry"};

/// A claim, or a word whose meaning stands in a sentence before.
constexpr std::array<std::string_view, 18> unwanted = {
    " novel", " new ",   "promising", "superior", " safe ",          " these ",
    " this ", " those ", " its ",     " their ",  " them ",          " such ",
    " our ",  " we ",    "http",      "drug abc", " the following ", "demonstrating"};

/// What stands before the "to" of an aim, and whether the words before it must name an
/// aim
/// ("the aim of this study is to") or a study ("this study aims to").
struct Lead {
  std::string_view words;
  bool names_aim;
};

constexpr std::array<Lead, 16> leads = {{{" is", true},
                                         {" was", true},
                                         {" are", true},
                                         {" were", true},
                                         {" will be", true},
                                         {" aims", false},
                                         {" aim", false},
                                         {" aimed", false},
                                         {" seeks", false},
                                         {" intends", false},
                                         {" was planned", false},
                                         {" is designed", false},
                                         {" was designed", false},
                                         {" is being done", false},
                                         {" is conducted", false},
                                         {" wants", false}}};

bool holds_any(std::string_view text, std::span<const std::string_view> words) {
  return std::any_of(words.begin(), words.end(), [text](std::string_view word) {
    return text.find(word) != text.npos;
  });
}

/// The sentence that ends before `at`, as far as it goes back there, in small letters.
std::string before_in_sentence(std::string_view text, std::size_t at) {
  constexpr std::size_t window = 90;
  const std::size_t from = at < window ? 0 : at - window;
  const std::string_view before = text.substr(from, at - from);
  const std::size_t stop = before.rfind(". ");
  const std::size_t line = before.rfind('\n');
  const std::size_t cut =
      std::max(stop == before.npos ? 0 : stop + 2, line == before.npos ? 0 : line + 1);
  return lower_ascii(before.substr(cut));
}

/// "This is a small study", before "to compare the two".
bool names_this_study(std::string_view before) {
  return (before.starts_with("this is a") || before.starts_with("this study is a")) &&
         (before.ends_with(" study") || before.ends_with(" trial"));
}

/// Whether an aim may follow `before` and a "to".
bool leads_to_aim(std::string_view before) {
  if (names_this_study(before)) {
    return true;
  }
  constexpr std::array<std::string_view, 4> aims = {"aim", "purpose", "objective",
                                                    "goal"};
  constexpr std::array<std::string_view, 5> studies = {"study", "trial", "project",
                                                       "research", "investigators"};
  return before.find("secondary") == before.npos &&
         std::any_of(leads.begin(), leads.end(), [&](const Lead& lead) {
           return before.ends_with(lead.words) &&
                  holds_any(before, lead.names_aim
                                        ? std::span<const std::string_view>(aims)
                                        : std::span<const std::string_view>(studies));
         });
}

/// "in children (6 to 12).Children were": a stop after which the space was forgotten.
bool begins_anew(std::string_view text, std::size_t stop) {
  const auto is_small = [](char c) { return c >= 'a' && c <= 'z'; };
  const auto is_capital = [](char c) { return c >= 'A' && c <= 'Z'; };
  return stop > 0 && stop + 2 < text.size() &&
         (is_small(text[stop - 1]) || text[stop - 1] == ')') &&
         is_capital(text[stop + 1]) && is_small(text[stop + 2]);
}

/// Where the sentence at `from` ends: at a full stop, a semicolon or an empty line.
std::size_t end_of_sentence(std::string_view text, std::size_t from) {
  for (std::size_t at = from; at < text.size(); ++at) {
    const bool ends_line =
        at + 1 == text.size() || text[at + 1] == ' ' || text[at + 1] == '\n';
    if (text[at] == ';' || text[at] == ':' ||
        (text[at] == '.' && (ends_line || begins_anew(text, at))) ||
        text.substr(at).starts_with("\n\n")) {
      return at;
    }
  }
  return text.size();
}

bool is_whole(std::string_view aim) {
  return aim.size() >= shortest_aim && aim.size() <= longest_aim &&
         std::count(aim.begin(), aim.end(), '(') ==
             std::count(aim.begin(), aim.end(), ')') &&
         aim.find_first_of("\"[]*") == aim.npos && aim[aim.size() - 2] != ' ' &&
         !aim.ends_with(" vs") && !aim.ends_with(" e.g") && !aim.ends_with(" i.e") &&
         !aim.ends_with(" etc");
}

bool asks(std::string_view aim) {
  return std::any_of(asking.begin(), asking.end(),
                     [aim](std::string_view verb) { return aim.starts_with(verb); });
}

/// Of an aim that is too long the first, where it says that more follow.
std::string_view first_of_several(std::string_view aim) {
  constexpr std::array<std::string_view, 4> more = {", as well as to ", ", and to ",
                                                    ", as well as ", " and to "};
  for (const std::string_view each : more) {
    const std::size_t at = aim.find(each);
    if (aim.size() > longest_aim && at != aim.npos && at >= shortest_aim) {
      return aim.substr(0, at);
    }
  }
  return aim;
}

/// The words of `text` from `from` to the end of their sentence, if they can be an aim.
std::string whole_from(std::string_view text, std::size_t from) {
  const std::string_view aim =
      first_of_several(text.substr(from, end_of_sentence(text, from) - from));
  return is_whole(aim) && !holds_any(lower_ascii(aim), unwanted) ? one_line(aim) : "";
}

/// Of a text that begins with its aim: "To compare the two", "This study compares the
/// two".
std::string first_aim(std::string_view text) {
  constexpr std::string_view to = "To ";
  constexpr std::array<std::string_view, 4> wills = {
      "This study will ", "This research will ", "This trial will ",
      "This project will "};
  constexpr std::array<std::string_view, 6> asks_itself = {
      "This study evaluates ",    "This study assesses ", "This study compares ",
      "This study investigates ", "This study examines ", "This study explores "};
  const bool begins =
      (text.starts_with(to) && asks(text.substr(to.size()))) ||
      std::any_of(wills.begin(), wills.end(),
                  [text](std::string_view will) {
                    return text.starts_with(will) && asks(text.substr(will.size()));
                  }) ||
      std::any_of(asks_itself.begin(), asks_itself.end(),
                  [text](std::string_view each) { return text.starts_with(each); });
  std::string aim = begins ? whole_from(text, 0) : std::string();
  if (aim.starts_with(to)) {
    aim.front() = 't';
  }
  return aim;
}

std::string aim_in(std::string_view text) {
  constexpr std::string_view to = " to ";
  for (auto at = text.find(to); at != text.npos; at = text.find(to, at + 1)) {
    const std::size_t verb = at + to.size();
    if (!asks(text.substr(verb)) || !leads_to_aim(before_in_sentence(text, at))) {
      continue;
    }
    const std::string aim = whole_from(text, verb);
    if (!aim.empty()) {
      return "to " + aim;
    }
  }
  return first_aim(text);
}

}  // namespace

std::string aim_of(const Trial& trial) {
  constexpr std::size_t beginning = 2'000;
  const std::string aim = aim_in(trial.brief_summary);
  return !aim.empty()
             ? aim
             : aim_in(std::string_view(trial.detailed_description).substr(0, beginning));
}

}  // namespace trialsheet
