// Criteria: the door. Lines go to the section whose heading was read last; then a section
// that only says "None" and one whose single rule only announces the others are put
// right.

#include "criteria/criteria.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "base/text.hpp"
#include "criteria/headings.hpp"
#include "criteria/lines.hpp"
#include "criteria/outline.hpp"

namespace trialsheet {
namespace {

// The records have two headings on one line at most; a line with more is no text of a
// trial, and looking for each would take time with the square of its length.
constexpr int most_headings_on_a_line = 8;

/// Deals the lines out to the sections.
class Dealer {
 public:
  void add(const std::vector<Line>& lines) {
    for (std::size_t at = 0; at < lines.size(); ++at) {
      if (at + 1 < lines.size() && names_a_part(lines[at].text) &&
          next_heading(lines[at + 1])) {
        other_.close_all();
        other_.add(lines[at]);
      } else {
        add(lines[at]);
      }
    }
  }

  Criteria finished() const {
    Criteria criteria;
    criteria.inclusion.rules = inclusion_.rules();
    criteria.inclusion.stated = inclusion_stated_;
    criteria.exclusion.rules = exclusion_.rules();
    criteria.exclusion.stated = exclusion_stated_;
    criteria.other.rules = other_.rules();
    return criteria;
  }

 private:
  void add(Line line) {
    for (int headings = 0; headings < most_headings_on_a_line; ++headings) {
      const std::string_view text = line.text;
      const auto heading = next_heading(line);
      if (!heading || (!line.parts.empty() && heading->end != text.size())) {
        break;
      }
      if (heading->begin > 0) {
        section_->add(read_line(text.substr(0, heading->begin), line.indent));
      }
      open(heading->sense);
      if (!line.parts.empty()) {
        line.text = {};
        break;
      }
      line = read_line(text.substr(heading->end), line.indent);
    }
    if (!line.text.empty() || !line.parts.empty()) {
      section_->add(line);
    }
  }

  static std::optional<Heading> next_heading(const Line& line) {
    // Cheap, and true of nearly every line: most of the time is saved here.
    if (line.text.find("clusion") == std::string_view::npos &&
        line.text.find("CLUSION") == std::string_view::npos) {
      return std::nullopt;
    }
    const auto heading = heading_of(line);
    return heading ? heading : heading_within(line.text);
  }

  void open(Sense sense) {
    const bool inclusion = sense == Sense::inclusion;
    (inclusion ? inclusion_stated_ : exclusion_stated_) = true;
    section_ = inclusion ? &inclusion_ : &exclusion_;
    section_->close_all();
  }

  Outline inclusion_;
  Outline exclusion_;
  Outline other_;
  bool inclusion_stated_ = false;
  bool exclusion_stated_ = false;
  Outline* section_ = &other_;
};

std::string without_end_punctuation(std::string_view text) {
  const std::size_t last = text.find_last_not_of(" .;,:-");
  return lower_ascii(text.substr(0, last == std::string_view::npos ? 0 : last + 1));
}

bool says_none(std::string_view text) {
  constexpr std::array<std::string_view, 16> spellings = {
      "none",
      "n/a",
      "na",
      "n.a",
      "nil",
      "no",
      "not applicable",
      "non applicable",
      "none applicable",
      "none specified",
      "no exclusion",
      "no exclusions",
      "no exclusion criteria",
      "no specific exclusion criteria",
      "there are no exclusion criteria",
      "no inclusion criteria"};
  const std::string plain = without_end_punctuation(text);
  return std::find(spellings.begin(), spellings.end(), plain) != spellings.end();
}

Section with_none(Section section) {
  if (section.stated && section.rules.size() == 1 && section.rules[0].children.empty() &&
      says_none(section.rules[0].text)) {
    section.none = std::move(section.rules[0].text);
    section.rules.clear();
  }
  return section;
}

/// Only these words may stand in a line that announces the rules; with any other ("female
/// patients", "one of", "not") the line says something that would be lost with it.
bool is_announcing_word(std::string_view word) {
  constexpr std::string_view words =
      " a all are as be before being can each eligible eligibility enrolled enrollment "
      "enrolment entered entry excluded exclusion following follows for from fulfil "
      "fulfill have he if in included inclusion individuals into meet meets must need "
      "needs of only order participant participants participate participating "
      "participation "
      "patient patients person persons randomized satisfy satisfies shall she should "
      "study subject subjects the them they this to trial volunteer volunteers were who "
      "will with criteria criterion conditions requirements ";
  return words.find(' ' + std::string(word) + ' ') != std::string_view::npos;
}

bool only_announces(std::string_view text) {
  const std::string plain = without_end_punctuation(text);
  for (std::size_t at = 0; at < plain.size();) {
    const std::size_t end = std::min(plain.find_first_of(" ,", at), plain.size());
    if (end > at && !is_announcing_word(std::string_view(plain).substr(at, end - at))) {
      return false;
    }
    at = end + 1;
  }
  return true;
}

/// "All of the following" in an exclusion section means only those who have them all, so
/// there the words must stay; "the following criteria" may go in both.
bool announces_all(const Criterion& rule, Sense sense) {
  const std::string text = lower_ascii(rule.text);
  const auto has = [&text](std::string_view part) {
    return text.find(part) != std::string::npos;
  };
  const bool all = has("all of the following") || has("all the following");
  const bool criteria = has("following criteria") ||
                        has("following inclusion criteria") ||
                        has("following exclusion criteria") ||
                        has("following conditions") || has("following requirements");
  const bool plain = sense == Sense::inclusion
                         ? all || criteria
                         : criteria && !has("all ") && !has("each ");
  return plain && only_announces(rule.text);
}

/// A remark that was made on the announcement goes to the rule before it.
std::vector<Criterion> rules_under(Criterion announcement) {
  std::vector<Criterion> rules;
  for (Criterion& child : announcement.children) {
    auto& place = child.note && !rules.empty() ? rules.back().children : rules;
    place.push_back(std::move(child));
  }
  return rules;
}

Section without_announcement(Section section, Sense sense) {
  if (section.rules.size() == 1 && !section.rules[0].children.empty() &&
      !section.rules[0].children[0].note && announces_all(section.rules[0], sense)) {
    section.rules = rules_under(Criterion(std::move(section.rules[0])));
  }
  return section;
}

std::string text_of(const std::vector<Criterion>& rules, std::size_t depth) {
  std::string text;
  for (const Criterion& rule : rules) {
    text += std::string(2 * depth, ' ') + (rule.note ? "~ " : "- ") + rule.text + "\n" +
            text_of(rule.children, depth + 1);
  }
  return text;
}

std::string text_of(const Section& section, std::string_view name) {
  std::string heading(name);
  if (!section.none.empty()) {
    return heading + ": none (" + section.none + ")\n";
  }
  if (!section.stated && section.rules.empty()) {
    return {};
  }
  return heading + ":\n" + text_of(section.rules, 1);
}

}  // namespace

Criteria parse_criteria(std::string_view text) {
  Dealer dealer;
  dealer.add(split_lines(text));
  Criteria criteria = dealer.finished();
  criteria.inclusion =
      without_announcement(with_none(std::move(criteria.inclusion)), Sense::inclusion);
  criteria.exclusion =
      without_announcement(with_none(std::move(criteria.exclusion)), Sense::exclusion);
  return criteria;
}

std::string to_text(const Criteria& criteria) {
  return text_of(criteria.inclusion, "inclusion") +
         text_of(criteria.exclusion, "exclusion") + text_of(criteria.other, "other");
}

}  // namespace trialsheet
