// Abstracts: in the old paragraphs nothing parts the rules but the capital that each
// starts with. Names have capitals too, so a rule starts only with a word of a list.

#include "criteria/abstracts.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "criteria/lines.hpp"
#include "criteria/topics.hpp"

namespace trialsheet {
namespace {

constexpr auto npos = std::string_view::npos;

constexpr std::array<std::string_view, 3> sections = {
    "DISEASE CHARACTERISTICS:", "PATIENT CHARACTERISTICS:", "PRIOR CONCURRENT THERAPY:"};

/// Words that rules of the abstracts start with.
constexpr std::string_view starts =
    " Ability Absolute Adequate All Any At Bidimensionally Bilirubin Biliary Cardiac "
    "Completely Concurrent Creatinine Cytologically Disease Ejection Eligible Evaluable "
    "Extracranial Failed Fertile Granulocyte Hemoglobin Histologically Ineligible "
    "Intact Maximum Measurable Metastatic More Must Negative Neurologic No Not Oral "
    "Patients Platelet Platelets Pregnant Previously Prior Radiographically Recovered "
    "Recovery Recurrent Relapsed Residual Stage Tumor Willing ";

/// Words after which none of these starts a rule: the sentence goes on.
constexpr std::string_view open =
    " a an and as at by except for from if in is must no not of on or prior the to "
    "unless "
    "with OR AND See ";

bool is_in(std::string_view list, std::string_view word) {
  return list.find(' ' + std::string(word) + ' ') != npos;
}

bool ends_a_rule(std::string_view word) {
  const char last = word.empty() ? ' ' : word.back();
  const bool signs = last == ')' || last == '%' || last == '.';
  const bool letter = (last >= 'a' && last <= 'z') || (last >= 'A' && last <= 'Z');
  return (letter || signs || (last >= '0' && last <= '9')) && !is_in(open, word);
}

/// The rules of a paragraph, each as the line of a list.
std::string as_list(std::string_view text) {
  std::string list = "* ";
  std::string_view before;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    const std::string_view word = text.substr(at, end - at);
    const bool starts_rule = is_in(starts, word) && ends_a_rule(before);
    list += starts_rule ? "\n* " : before.empty() ? "" : " ";
    list += word;
    before = word;
    at = std::min(text.find_first_not_of(' ', end), text.size());
  }
  return list + '\n';
}

/// A field whose rules say nothing without its name.
bool names_what_its_rules_mean(std::string_view field) {
  constexpr std::array<std::string_view, 6> fields = {"age",
                                                      "sex",
                                                      "menopausal status",
                                                      "hormone receptor status",
                                                      "life expectancy",
                                                      "performance status"};
  const std::string name = lower_ascii(field);
  return std::find(fields.begin(), fields.end(), name) != fields.end();
}

struct Field {
  std::size_t begin;
  std::size_t colon;
};

/// The next "Performance status: " from `from` on.
Field find_field(std::string_view text, std::size_t from) {
  constexpr std::size_t longest = 3;  // words
  for (std::size_t colon = text.find(": ", from); colon != npos;
       colon = text.find(": ", colon + 1)) {
    std::size_t begin = colon;
    for (std::size_t words = 0; words < longest && begin > from; ++words) {
      const std::size_t space = text.rfind(' ', begin - 1);
      begin = space == npos || space < from ? from : space;
      const std::size_t word = begin + (text[begin] == ' ' ? 1 : 0);
      if (names_a_pdq_field(text.substr(word, colon - word))) {
        return {word, colon};
      }
    }
  }
  return {text.size(), text.size()};
}

/// A section typed as one paragraph: its fields, and the rules of each.
std::string unfolded_section(std::string_view body) {
  Field field = find_field(body, 0);
  const std::string_view before = trimmed(body.substr(0, field.begin));
  std::string text = before.empty() ? "" : as_list(before);
  while (field.begin < body.size()) {
    const Field next = find_field(body, field.colon + 1);
    const std::string_view name = body.substr(field.begin, field.colon - field.begin);
    const std::string_view rules = trimmed(
        body.substr(field.colon + 1, next.begin - std::min(next.begin, field.colon + 1)));
    const bool told = names_what_its_rules_mean(name) && !is_empty_pdq_field(rules);
    text += told ? "* " + std::string(name) + ": " + as_list(rules).substr(2)
                 : std::string(name) + ":\n\n" + as_list(rules);
    field = next;
  }
  return text;
}

/// The section that the line starts and, all of it, is.
std::string_view folded_section(std::string_view line) {
  const auto title =
      std::find_if(sections.begin(), sections.end(), [line](std::string_view section) {
        return line.starts_with(section) && line.size() > section.size() + 1;
      });
  return title == sections.end() ? std::string_view() : *title;
}

std::string_view without_bullet(std::string_view line) {
  line = trimmed(line);
  return line.starts_with("* ") ? line.substr(2) : line;
}

/// Puts the lines together again, each with the name that it needs.
class Unfolder {
 public:
  void add(std::string_view line) {
    const std::string_view section = folded_section(line);
    if (!section.empty()) {
      text_ +=
          std::string(section) + "\n\n" + unfolded_section(line.substr(section.size()));
    } else if (!add_below_name(line)) {
      text_ += name_line_;
      name_line_.clear();
      add_name(line);
    }
  }

  std::string finished() { return text_ + name_line_; }

 private:
  /// The first rule below a name that it needs; blank lines may stand between.
  bool add_below_name(std::string_view line) {
    const bool below = !name_line_.empty() && trimmed(line).starts_with("* ");
    if (below && !is_empty_pdq_field(without_bullet(line))) {
      text_ += "* " + name_ + ": " + std::string(without_bullet(line)) + '\n';
    }
    const bool kept_back = below || (!name_line_.empty() && trimmed(line).empty());
    name_line_ = below ? std::string() : name_line_;
    return kept_back;
  }

  void add_name(std::string_view line) {
    std::string_view name = without_bullet(line);
    name.remove_suffix(name.ends_with(':') ? 1 : 0);
    if (names_what_its_rules_mean(name)) {
      name_ = name;
      name_line_ = std::string(line) + '\n';
    } else {
      text_ += std::string(line) + '\n';
    }
  }

  std::string text_;
  std::string name_;
  std::string name_line_;  ///< kept back until a rule follows
};

}  // namespace

std::optional<std::string> unfolded_abstract(std::string_view text) {
  if (text.find(sections[0]) == npos) {
    return std::nullopt;
  }
  Unfolder unfolder;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    unfolder.add(text.substr(at, end - at));
    at = end + 1;
  }
  return unfolder.finished();
}

}  // namespace trialsheet
