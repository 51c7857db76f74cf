// Unlisted rules: told by a sentence all of whose words up to its verb are known. With
// any other ("additional requirements for pregnancy tests") it says something of its own.

#include "criteria/unlisted.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "base/text.hpp"
#include "criteria/words_of.hpp"

namespace trialsheet {
namespace {

constexpr auto npos = std::string_view::npos;

// Ours: the longest of the records has 99 characters.
constexpr std::size_t longest = 160;

bool is_in(std::string_view list, std::string_view word) {
  return stands_in(list, word);
}

/// Goes over the words of a sentence, one list after the other.
class Reader {
 public:
  explicit Reader(std::string_view sentence) : words_(words_of(sentence)) {}

  /// How many of the next words are of the list.
  std::size_t skip(std::string_view list) {
    const std::size_t from = at_;
    while (at_ < words_.size() && is_in(list, words_[at_].text)) {
      ++at_;
    }
    return at_ - from;
  }
  bool next(std::string_view list) const {
    return at_ < words_.size() && is_in(list, words_[at_].text);
  }

 private:
  std::vector<LineWord> words_;
  std::size_t at_ = 0;
};

/// False of nearly every rule, and quickly told.
bool may_say_more_apply(std::string_view text) {
  return text.find("appl") != npos || text.find("criteria are ") != npos ||
         text.find("not intended ") != npos;
}

/// "The above information is not intended to contain all considerations relevant to ...".
bool says_list_is_short(std::string_view sentence) {
  Reader words(sentence);
  words.skip(" the above ");
  const bool list = words.skip(" information list criteria ") > 0;
  words.skip(" listed provided above ");
  const bool denies = words.skip(" is was are ") > 0 && words.skip(" not ") > 0 &&
                      words.skip(" intended ") > 0;
  words.skip(" to be a contain include list ");
  return list && denies && words.skip(" all complete exhaustive every ") > 0;
}

/// "Note: Other protocol-defined inclusion/exclusion criteria may apply, please contact
/// ...", "Additional criteria are listed in ...".
bool says_more_apply(std::string_view sentence) {
  // "... apply according to the product information" is a rule: it says which.
  if (!may_say_more_apply(sentence) || sentence.size() > longest ||
      sentence.find(" acc") != npos) {
    return false;
  }
  if (says_list_is_short(sentence)) {
    return true;
  }
  Reader words(sentence);
  words.skip(" note please there are ");
  const bool more = words.skip(" other further additional more ") > 0;
  words.skip(
      " protocol protocol-defined protocol-specified protocol-specific study "
      "study-specific trial defined specified specific detailed key inclusion exclusion "
      "inclusion/exclusion eligibility enrollment enrolment entry and or and/or ");
  const bool named =
      words.skip(" criteria criterion requirements restrictions rules ") > 0;
  words.skip(" may might could can will also that ");
  const bool applies = words.skip(" apply applies applied ") > 0;
  const bool elsewhere =
      words.skip(" are is ") > 0 &&
      words.next(" listed described specified defined found available detailed ");
  return more && named && (applies || elsewhere);
}

/// Where the sentence at the end of `text` starts that says so; its size if none does.
std::size_t find_more_apply(std::string_view text) {
  constexpr std::array<std::string_view, 6> starts = {"Note:",       "Other ", "Further ",
                                                      "Additional ", "More ",  "The "};
  std::size_t found = text.size();
  if (!may_say_more_apply(text)) {
    return found;
  }
  for (const std::string_view start : starts) {
    const std::size_t at = text.rfind(start);
    const bool starts_sentence = at != npos && (at == 0 || text[at - 1] == ' ');
    if (starts_sentence && at < found && says_more_apply(text.substr(at))) {
      found = at;
    }
  }
  return found;
}

void take_unlisted(std::vector<Criterion>& rules, std::vector<std::string>& unlisted) {
  for (Criterion& rule : rules) {
    const std::size_t at = find_more_apply(rule.text);
    if (at < rule.text.size() && (at > 0 || rule.children.empty())) {
      unlisted.push_back(rule.text.substr(at));
      rule.text = one_line(std::string_view(rule.text).substr(0, at));
    }
    take_unlisted(rule.children, unlisted);
  }
  std::erase_if(rules, [](const Criterion& rule) {
    return rule.text.empty() && rule.children.empty();
  });
}

}  // namespace

void take_unlisted(Section& section) {
  take_unlisted(section.rules, section.unlisted);
}

}  // namespace trialsheet
