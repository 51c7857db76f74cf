// Naming: looks up in the prose of the record how it writes the words of a name.

#include "summary/naming.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <vector>

#include "base/text.hpp"
#include "summary/arms.hpp"
#include "summary/bare_name.hpp"
#include "summary/index_name.hpp"

namespace trialsheet {
namespace {

bool is_small(char c) {
  return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
}

bool is_capital(char c) {
  return c >= 'A' && c <= 'Z';
}

bool is_letter(char c) {
  return is_small(c) || is_capital(c);
}

struct Word {
  std::size_t begin;
  std::size_t size;
};

std::vector<Word> words_in(std::string_view text) {
  constexpr std::size_t usual_count = 8;
  std::vector<Word> words;
  words.reserve(usual_count);
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!is_letter(text[at])) {
      continue;
    }
    const std::size_t begin = at;
    while (at < text.size() && is_letter(text[at])) {
      ++at;
    }
    words.push_back({begin, at - begin});
  }
  return words;
}

std::size_t capitals_in(std::string_view word) {
  return static_cast<std::size_t>(std::count_if(word.begin(), word.end(), is_capital));
}

/// "Diabetes", but no "mRNA" and no "I".
bool is_capitalized(std::string_view word) {
  return word.size() > 1 && is_capital(word.front()) && capitals_in(word) == 1;
}

/// The place of the letter of `word` that texts hold least often: looked for by it, a
/// word is soon found not to be there.
std::size_t rarest_letter(std::string_view word) {
  constexpr std::string_view of_english =
      "etaoinsrhldcumfpgwybvkxjqz";  // commonest first
  const auto rarer = [of_english](char a, char b) {
    return of_english.find(a) < of_english.find(b);  // a capital is found nowhere
  };
  return static_cast<std::size_t>(std::max_element(word.begin(), word.end(), rarer) -
                                  word.begin());
}

/// How often `word` stands in `prose` by itself, counted by `counts`, which gets the
/// place, and no further than to `enough`.
template <typename Counts>
int times(std::string_view prose, std::string_view word, int enough, Counts counts) {
  int found = 0;
  const std::size_t letter = rarest_letter(word);
  for (std::size_t place = prose.find(word[letter], letter);
       place != prose.npos && found < enough;
       place = prose.find(word[letter], place + 1)) {
    const std::size_t at = place - letter;
    if (prose.substr(at, word.size()) != word) {
      continue;
    }
    const std::size_t end = at + word.size();
    const bool whole = (at == 0 || !is_letter(prose[at - 1])) &&
                       (end == prose.size() || !is_letter(prose[end]));
    found += whole && counts(at) ? 1 : 0;
  }
  return found;
}

void add_prose(std::string_view text, std::string& prose) {
  prose += text;
  prose += '\n';
}

std::string prose_of(const Trial& trial) {
  constexpr std::size_t usual_size = 2048;  // of descriptions of arms and treatments
  std::string prose;
  prose.reserve(trial.brief_summary.size() + trial.detailed_description.size() +
                trial.eligibility.criteria.size() + usual_size);
  add_prose(trial.brief_summary, prose);
  add_prose(trial.detailed_description, prose);
  add_prose(trial.eligibility.criteria, prose);
  for (const Arm& arm : trial.arms) {
    add_prose(arm.description, prose);
  }
  for (const Intervention& each : trial.interventions) {
    add_prose(each.description, prose);
  }
  return prose;
}

bool is_abbreviation(std::string_view text) {
  constexpr std::size_t longest = 8;
  if (text.find_first_not_of("IVX") == text.npos) {
    return false;  // a stage: "IV" is none of infusions
  }
  return text.size() > 1 && text.size() <= longest && capitals_in(text) > 1 &&
         std::all_of(text.begin(), text.end(),
                     [](char c) { return is_letter(c) || (c >= '0' && c <= '9'); });
}

/// The words of `name` at `words` in small letters.
std::string small(std::string name, const std::vector<Word>& words) {
  for (const Word& word : words) {
    const std::string part = name.substr(word.begin, word.size);
    name.replace(word.begin, word.size, lower_ascii(part));
  }
  return name;
}

/// The words of `name` that are written like a heading, or all in capitals.
std::vector<Word> headings_in(const std::string& name) {
  constexpr std::size_t long_word = 5;  // in capitals, and no abbreviation
  const bool shouted = std::none_of(name.begin(), name.end(), is_small);
  std::vector<Word> headings = words_in(name);
  std::erase_if(headings, [&](const Word& word) {
    const std::string_view text = std::string_view(name).substr(word.begin, word.size);
    return shouted ? text.size() < long_word : !is_capitalized(text);
  });
  return headings;
}

/// Small more often than with a capital inside a sentence. Capitals are rare and looked
/// for first: mostly the first small one then tells.
bool is_more_often_small(std::string_view prose, std::string_view word) {
  constexpr int all = std::numeric_limits<int>::max();
  const auto anywhere = [](std::size_t) { return true; };
  const auto inside = [prose](std::size_t at) {
    return at > 1 && prose[at - 1] == ' ' &&
           (is_small(prose[at - 2]) || prose[at - 2] == ',');
  };
  const int capitals = times(prose, word, all, inside);
  return times(prose, lower_ascii(word), capitals + 1, anywhere) > capitals;
}

}  // namespace

const std::string& Naming::prose() const {
  if (!prose_) {
    prose_ = prose_of(trial_);
  }
  return *prose_;
}

bool Naming::is_written_small(std::string_view word) const {
  const auto [known, is_new] = written_small_.try_emplace(std::string(word));
  if (is_new) {
    known->second = is_more_often_small(prose(), word);
  }
  return known->second;
}

/// Whether every word of `name` that is written like a heading is written small
/// elsewhere.
bool Naming::can_be_small(const std::string& name) const {
  const std::vector<Word> headings = headings_in(name);
  return std::all_of(headings.begin(), headings.end(), [&](const Word& word) {
    return is_written_small(std::string_view(name).substr(word.begin, word.size));
  });
}

bool Naming::can_conditions_be_small() const {
  if (!small_conditions_) {
    const std::vector<std::string>& names = trial_.conditions;
    small_conditions_ =
        std::all_of(names.begin(), names.end(),
                    [this](const std::string& each) { return can_be_small(each); });
  }
  return *small_conditions_;
}

bool Naming::can_treatments_be_small() const {
  if (!small_treatments_) {
    const auto given = [this](const std::string& each) {
      return role_of(each) != Role::treatment || can_be_small(each);
    };
    const auto of_arm = [&](const Arm& arm) {
      const std::vector<std::string>& names = arm.intervention_names;
      return std::all_of(names.begin(), names.end(),
                         [&](const std::string& each) { return given(bare_name(each)); });
    };
    small_treatments_ =
        std::all_of(trial_.interventions.begin(), trial_.interventions.end(),
                    [&](const Intervention& each) { return given(each.name); }) &&
        std::all_of(trial_.arms.begin(), trial_.arms.end(), of_arm);
  }
  return *small_treatments_;
}

/// Names that stand side by side are all written the same way, for a list with capitals
/// here and none there would be stranger than the registry's.
bool Naming::goes_with_others(const std::string& name) const {
  const std::vector<std::string>& conditions = trial_.conditions;
  if (std::any_of(conditions.begin(), conditions.end(), [&name](const std::string& each) {
        return each == name || uninverted(each) == name;
      })) {
    return can_conditions_be_small();
  }
  return can_be_small(name) && can_treatments_be_small();
}

std::string Naming::in_sentence(const std::string& name) const {
  const auto [told, is_new] = told_.try_emplace(name);
  if (is_new) {
    told->second = goes_with_others(name) ? small(name, headings_in(name)) : name;
  }
  return told->second;
}

std::string Naming::with_article(std::string name) const {
  constexpr std::array<std::string_view, 29> things = {"program",
                                                       "programme",
                                                       "device",
                                                       "app",
                                                       "system",
                                                       "questionnaire",
                                                       "vest",
                                                       "brace",
                                                       "tool",
                                                       "video",
                                                       "game",
                                                       "platform",
                                                       "kit",
                                                       "pump",
                                                       "helmet",
                                                       "application",
                                                       "protocol",
                                                       "intervention",
                                                       "model",
                                                       "website",
                                                       "mask",
                                                       "questionaire",
                                                       "aid",
                                                       "sensor",
                                                       "stimulator",
                                                       "implant",
                                                       "patch",
                                                       "cage",
                                                       "microstimulator"};
  constexpr std::array<std::string_view, 10> nouns = {
      "impact of ",      "effect of ",        "effects of ",    "evaluation of ",
      "assessment of ",  "measurement of ",   "comparison of ", "use of ",
      "application of ", "administration of "};
  if (!words_.is_of_the_record()) {
    return name;
  }
  const std::string lower = lower_ascii(name);
  if (std::any_of(nouns.begin(), nouns.end(),
                  [&lower](std::string_view noun) { return lower.starts_with(noun); })) {
    return "the " + lower.substr(0, 1) + name.substr(1);
  }
  if (name.find_first_of("+;:,") != name.npos) {
    return name;
  }
  const std::string_view head =
      std::string_view(lower).substr(0, std::min(lower.find(" ("), lower.size()));
  const std::string_view last = head.substr(head.rfind(' ') + 1);
  const bool is_thing = std::find(things.begin(), things.end(), last) != things.end();
  const bool has_one =
      lower.starts_with("a ") || lower.starts_with("an ") || lower.starts_with("the ") ||
      lower.starts_with("no ") || head.find(" or ") != head.npos ||
      head.find(" and ") != head.npos || head.find(" with ") != head.npos ||
      head.find(" as ") != head.npos || head.find(" in ") != head.npos;
  return is_thing && !has_one ? "the " + name : name;
}

std::string Naming::long_form(std::string_view abbreviation) const {
  const auto own = definitions_.find(abbreviation);
  return own == definitions_.end() ? std::string() : own->second;
}

bool Naming::is_in_title(std::string_view name) const {
  if (!title_) {
    title_ = plain_name(trial_.brief_title);
  }
  return title_->find(plain_name(name)) != title_->npos;
}

std::string Naming::written_out(const std::string& name) const {
  const std::string plain = in_sentence(name);
  if (name.find('(') != name.npos || name.find('[') != name.npos) {
    return plain;
  }
  const auto is_digit = [&plain](std::size_t at) {
    return at < plain.size() && plain[at] >= '0' && plain[at] <= '9';
  };
  for (const Word& word : words_in(plain)) {
    const std::string text = plain.substr(word.begin, word.size);
    const bool joined = is_digit(word.begin + word.size) || is_digit(word.begin - 1);
    const std::string meant = !joined && is_abbreviation(text) ? long_form(text) : "";
    if (!meant.empty() && !is_in_title(meant)) {
      return plain.substr(0, word.begin + word.size) + " (" + in_sentence(meant) + ")" +
             plain.substr(word.begin + word.size);
    }
  }
  return is_abbreviation(plain) && long_form(plain).empty()
             ? gloss(words_, plain, Explained()).text
             : plain;
}

}  // namespace trialsheet
