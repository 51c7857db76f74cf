// Aim: the sentence in which a record says what the study is for, in its own words.

#include <algorithm>
#include <array>
#include <span>

#include "base/contains.hpp"
#include "base/text.hpp"
#include "summary/parts.hpp"

namespace trialsheet {
namespace {

constexpr std::size_t beginning = 2'000;  // of a detailed description
constexpr std::size_t longest_aim = 240;
constexpr std::size_t longest_sentence = 250;  // with its subject
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

/// What an aim is to do where it answers, promises, or says nothing of what is learned.
constexpr std::array<std::string_view, 43> answering = {"show",        "demonstrate",
                                                        "prove",       "confirm",
                                                        "improve",     "reduce",
                                                        "provide",     "offer",
                                                        "increase",    "enhance",
                                                        "prevent",     "treat",
                                                        "help",        "optimi",
                                                        "allow",       "ensure",
                                                        "support",     "achieve",
                                                        "deliver",     "promote",
                                                        "give",        "introduce",
                                                        "decrease",    "lower",
                                                        "make",        "be ",
                                                        "use ",        "apply",
                                                        "facilitate",  "minimi",
                                                        "maximi",      "address",
                                                        "continue",    "overcome",
                                                        "avoid",       "protect",
                                                        "encourage",   "establish that",
                                                        "verify that", "highlight",
                                                        "conduct",     "perform",
                                                        "do "};

/// A claim, or a word whose meaning stands in a sentence before.
constexpr std::array<std::string_view, 17> unwanted = {
    " novel", " new ",    "promising",       "superior",      " safe ",  " these ",
    " this ", " those ",  " its ",           " such ",        " our ",   " we ",
    "http",   "drug abc", " the following ", "demonstrating", " hopeful"};

/// What is said of people: their meaning stands before it, or in no sentence at all.
constexpr std::array<std::string_view, 2> of_people = {" their ", " them "};
constexpr std::array<std::string_view, 9> people = {
    "patients", "participants", "people",   "women",      "men ",
    "children", "adults",       "subjects", "individuals"};

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

/// What the words before a "to" make of what follows it: nothing; an aim if it asks; the
/// aim of the study.
enum class Leads { nowhere, to_question, to_aim };

Leads leads_of(std::string_view before) {
  if (names_this_study(before)) {
    return Leads::to_question;
  }
  constexpr std::array<std::string_view, 4> aims = {"aim", "purpose", "objective",
                                                    "goal"};
  constexpr std::array<std::string_view, 5> studies = {"study", "trial", "project",
                                                       "research", "investigators"};
  constexpr std::array<std::string_view, 2> data = {" data", "registry"};
  if (before.find("secondary") != before.npos) {
    return Leads::nowhere;
  }
  const auto lead = std::find_if(leads.begin(), leads.end(), [&](const Lead& each) {
    return before.ends_with(each.words) &&
           contains_any(before, each.names_aim
                                    ? std::span<const std::string_view>(aims)
                                    : std::span<const std::string_view>(studies));
  });
  const bool of_study =
      contains_any(before, studies) || contains_any(before, data) ||
      (before.find(" of ") == before.npos && before.starts_with("the "));
  return lead == leads.end()           ? Leads::nowhere
         : lead->names_aim && of_study ? Leads::to_aim
                                       : Leads::to_question;
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

bool is_whole(std::string_view aim, std::size_t longest) {
  return aim.size() >= shortest_aim && aim.size() <= longest &&
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

/// Whether an aim may begin with `verb` after "the aim is to".
bool answers_nothing(std::string_view verb) {
  return !verb.empty() && verb.front() >= 'a' && verb.front() <= 'z' &&
         std::none_of(answering.begin(), answering.end(),
                      [verb](std::string_view each) { return verb.starts_with(each); });
}

/// Whether "their" comes before those whom it means.
bool means_others(std::string_view lower) {
  return std::any_of(of_people.begin(), of_people.end(), [lower](std::string_view word) {
    const std::size_t at = lower.find(word);
    return at != lower.npos && !contains_any(lower.substr(0, at), people);
  });
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
std::string whole_from(std::string_view text, std::size_t from,
                       std::size_t longest = longest_aim) {
  const std::string_view aim =
      first_of_several(text.substr(from, end_of_sentence(text, from) - from));
  const std::string lower = lower_ascii(aim);
  return is_whole(aim, longest) && !contains_any(lower, unwanted) && !means_others(lower)
             ? one_line(aim)
             : "";
}

/// "Analyse the impact of tea": the verb alone, with a capital.
bool begins_with_verb(std::string_view text) {
  constexpr std::size_t longest_verb = 12;
  const std::string verb =
      lower_ascii(text.substr(0, std::min(text.find(' '), longest_verb)));
  return std::any_of(asking.begin(), asking.end(),
                     [&verb](std::string_view each) { return verb == each; }) &&
         verb != "study" && verb != "test" && verb != "track" && verb != "monitor";
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
      begins_with_verb(text) || (text.starts_with(to) && asks(text.substr(to.size()))) ||
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

/// What follows a "to" that leads to an aim, if its verb is one that `fits`.
template <typename Fits>
std::string aim_after_to(std::string_view text, Leads wanted, Fits fits) {
  constexpr std::string_view to = " to ";
  for (auto at = text.find(to); at != text.npos; at = text.find(to, at + 1)) {
    const std::size_t verb = at + to.size();
    if (!fits(text.substr(verb)) || leads_of(before_in_sentence(text, at)) < wanted) {
      continue;
    }
    const std::string aim = whole_from(text, verb);
    if (!aim.empty()) {
      return "to " + aim;
    }
  }
  return "";
}

std::string aim_in(std::string_view text) {
  const std::string aim = aim_after_to(text, Leads::to_question, asks);
  return aim.empty() ? first_aim(text) : aim;
}

/// "Evaluating the effect of tea".
bool begins_asking(std::string_view text) {
  constexpr std::array<std::string_view, 8> starts = {
      "Evaluating ",  "Assessing ", "Comparing ", "Investigating ",
      "Determining ", "Examining ", "Measuring ", "Exploring "};
  return std::any_of(starts.begin(), starts.end(),
                     [text](std::string_view each) { return text.starts_with(each); });
}

/// What stands behind the label "Objective:", "Aim of the study:".
std::string labelled_aim(std::string_view text) {
  constexpr std::array<std::string_view, 4> labels = {"objective", "aim", "purpose",
                                                      "goal"};
  for (auto at = text.find(':'); at != text.npos; at = text.find(':', at + 1)) {
    const std::string label = before_in_sentence(text, at);
    const bool is_label =
        std::any_of(labels.begin(), labels.end(),
                    [&label](std::string_view each) { return label.starts_with(each); });
    const std::size_t from = text.find_first_not_of(" \n", at + 1);
    if (!is_label || from == text.npos) {
      continue;
    }
    const std::string_view rest = text.substr(from);
    const std::string aim = begins_asking(rest) ? whole_from(rest, 0) : first_aim(rest);
    if (!aim.empty()) {
      return aim;
    }
  }
  return "";
}

/// Whether a sentence tells what its study is made to learn.
bool tells_of_question(std::string_view sentence) {
  constexpr std::array<std::string_view, 16> starts = {
      "This is a ",         "This is an ",        "This study ",    "The study ",
      "This trial ",        "This project ",      "This research ", "This registry ",
      "The investigators ", "The researchers ",   "Researchers ",   "We ",
      "In this study",      "The present study ", "The goal ",      "The purpose "};
  constexpr std::array<std::string_view, 12> asking_now = {
      " comparing ",  " evaluating ", " assessing ", " investigating ",
      " examining ",  " measuring ",  " exploring ", " studying ",
      " looking at ", " analyzing ",  " analysing ", " determining "};
  if (!std::any_of(starts.begin(), starts.end(), [sentence](std::string_view start) {
        return sentence.starts_with(start);
      })) {
    return false;
  }
  constexpr std::string_view to = " to ";
  for (auto at = sentence.find(to); at != sentence.npos; at = sentence.find(to, at + 1)) {
    if (asks(sentence.substr(at + to.size()))) {
      return true;
    }
  }
  return contains_any(sentence, asking_now);
}

}  // namespace

std::string other_aim_of(const Trial& trial) {
  const std::string aim =
      aim_after_to(trial.brief_summary, Leads::to_aim, answers_nothing);
  if (!aim.empty()) {
    return aim;
  }
  const std::string labelled = labelled_aim(trial.brief_summary);
  return !labelled.empty()
             ? labelled
             : labelled_aim(
                   std::string_view(trial.detailed_description).substr(0, beginning));
}

std::string sentence_of_aim(const Trial& trial) {
  const std::string_view text = trial.brief_summary;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = end_of_sentence(text, at);
    const std::string_view sentence = text.substr(at, end - at);
    if (tells_of_question(sentence) && text.substr(end, 1) == ".") {
      const std::string whole = whole_from(text, at, longest_sentence);
      if (!whole.empty()) {
        return whole;
      }
    }
    at = std::min(text.find_first_not_of(" .;:\n", end), text.size());
  }
  return "";
}

std::string aim_of(const Trial& trial) {
  const std::string aim = aim_in(trial.brief_summary);
  return !aim.empty()
             ? aim
             : aim_in(std::string_view(trial.detailed_description).substr(0, beginning));
}

}  // namespace trialsheet
