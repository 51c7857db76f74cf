// Criteria: the door. Lines go to the section whose heading was read last; then a section
// that only says "None", one typed with semicolons, and groups that tell nothing are put
// right.

#include "criteria/criteria.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "base/text.hpp"
#include "criteria/abstracts.hpp"
#include "criteria/announcements.hpp"
#include "criteria/groups.hpp"
#include "criteria/headings.hpp"
#include "criteria/labels.hpp"
#include "criteria/lines.hpp"
#include "criteria/outline.hpp"
#include "criteria/paragraphs.hpp"
#include "criteria/remarks.hpp"
#include "criteria/topics.hpp"
#include "criteria/unlisted.hpp"
#include "criteria/wrappers.hpp"

namespace trialsheet {
namespace {

// The records have two headings on one line at most; a line with more is no text of a
// trial, and looking for each would take time with the square of its length.
constexpr int most_headings_on_a_line = 8;

std::string text_of(const std::vector<Criterion>& rules, std::size_t depth) {
  std::string text;
  for (const Criterion& rule : rules) {
    const std::string group = rule.group.empty() ? "" : "[" + rule.group + "] ";
    text += std::string(2 * depth, ' ') + (rule.note ? "~ " : "- ") + group + rule.text +
            "\n" + text_of(rule.children, depth + 1);
  }
  return text;
}

/// Leaves of a list that was typed in again, under its heading or in full, one.
void take_repetition(Section& section, int headings) {
  constexpr std::size_t least = 3;  // rules, that it is no chance without a heading
  std::vector<Criterion>& rules = section.rules;
  const std::size_t half = rules.size() / 2;
  if (half == 0 || rules.size() % 2 != 0 || (headings < 2 && half < least)) {
    return;
  }
  const auto middle = rules.begin() + static_cast<std::ptrdiff_t>(half);
  if (rules.front().text == middle->text &&
      text_of({rules.begin(), middle}, 0) == text_of({middle, rules.end()}, 0)) {
    rules.resize(half);
    section.is_typed_twice = true;
  }
}

/// Deals the lines out to the sections.
class Dealer {
 public:
  void add(const std::vector<Line>& lines) {
    for (std::size_t at = 0; at < lines.size(); ++at) {
      const Line* next = at + 1 < lines.size() ? &lines[at + 1] : nullptr;
      if (!is_stray_heading(lines[at], next) && !add_field(lines[at], next) &&
          !add_lettered_topic(lines[at], next) && !add_marked_part(lines[at], next) &&
          !add_name(lines[at], next)) {
        is_fresh_ = false;
        add(lines[at]);
      }
    }
  }

  Criteria finished() {
    Criteria criteria;
    criteria.inclusion.rules = inclusion_.rules();
    criteria.inclusion.stated = inclusion_headings_ > 0;
    take_repetition(criteria.inclusion, inclusion_headings_);
    criteria.exclusion.rules = exclusion_.rules();
    criteria.exclusion.stated = exclusion_headings_ > 0;
    take_repetition(criteria.exclusion, exclusion_headings_);
    criteria.other.rules = other_.rules();
    return criteria;
  }

 private:
  /// A heading within a numbered list that goes on with its next number, "2.", is a slip
  /// (NCT04280705).
  static bool is_stray_heading(const Line& line, const Line* next) {
    return next != nullptr && line.indent > 0 && line.marker == Marker::none &&
           next->indent > 0 && next->ordinal > 1 && next_heading(line);
  }

  /// The sections, labels and empty fields of a PDQ abstract (topics.hpp): no rules.
  bool add_field(const Line& line, const Line* next) {
    const bool title = line.marker == Marker::none && names_a_pdq_section(line.text);
    is_pdq_ = is_pdq_ || (title && section_ == &other_);
    if (!is_pdq_) {
      return false;
    }
    const bool label = line.marker == Marker::none && line.indent == 0 &&
                       next != nullptr && next->marker != Marker::none &&
                       names_a_pdq_field(line.text);
    if (title || label) {
      section_->open_topic();
    }
    return title || label || is_empty_pdq_field(line.text);
  }

  /// "B) Concomitant medication" over items that are marked in another way, or over an
  /// announcement.
  bool add_lettered_topic(const Line& line, const Line* next) {
    const bool topic = line.marker == Marker::letter && line.indent == 0 &&
                       next != nullptr && next->marker != Marker::letter &&
                       section_ != &other_ && names_a_topic(line.text) &&
                       (next->marker != Marker::none || announces(*next));
    if (topic) {
      section_->open_topic();
    }
    return topic;
  }

  bool announces(const Line& line) const {
    const Sense sense = section_ == &inclusion_ ? Sense::inclusion : Sense::exclusion;
    return announced_group(line.text, sense).has_value();
  }

  /// "- Healthy controls" before a pair of headings, and so before each further pair: the
  /// first line of the text tells how the parts are named.
  bool add_marked_part(const Line& line, const Line* next) {
    const bool is_first = std::exchange(is_first_, false);
    if (next == nullptr || line.marker == Marker::none) {
      return false;
    }
    const auto heading = next_heading(*next);
    const bool over_pair = heading && heading->sense == Sense::inclusion &&
                           heading->begin == 0 && heading->group.empty();
    if (!over_pair || !titles_a_cohort(line.text)) {
      return false;
    }
    has_marked_parts_ = has_marked_parts_ || is_first;
    if (!has_marked_parts_) {
      return false;
    }
    part_ = part_of(line.text);
    open(other_, {});
    return true;
  }

  /// A line that names whom the next ones are for; false if it is another.
  bool add_name(const Line& line, const Line* next) {
    if (next == nullptr || line.marker != Marker::none || next_heading(line)) {
      return false;
    }
    if (names_a_part(line.text) && next_heading(*next)) {
      part_ = part_of(line.text);
      open(other_, {});
      return true;
    }
    if (heads_other_rules(line.text)) {
      open(other_, without_colon(line.text));
      return true;
    }
    if (names_everyone(line.text)) {
      section_->open_cohort({});
      return true;
    }
    return add_title(line, *next);
  }

  /// A line that stands over items and is no rule itself.
  bool add_title(const Line& line, const Line& next) {
    const bool inclusion = section_ != &exclusion_;
    const bool over_items = next.marker != Marker::none;
    if (over_items && line.indent == 0 && section_ != &other_ &&
        names_a_topic(line.text)) {
      section_->open_topic();
      return true;
    }
    const bool expected = is_fresh_ || has_cohorts_ || line.text.ends_with(':');
    const bool over_lead = next.text.ends_with(':') && section_ == &inclusion_;
    const bool title = (over_items || over_lead) && expected && line.indent == 0 &&
                       section_ != &other_ && titles_a_cohort(line.text);
    const bool named =
        names_a_cohort(line.text, inclusion) && (over_items || names_a_part(line.text));
    if (!title && !named) {
      return false;
    }
    has_cohorts_ = true;
    section_->open_cohort(without_colon(line.text));
    return true;
  }

  void add(Line line) {
    bool after_heading = false;
    for (int headings = 0; headings < most_headings_on_a_line; ++headings) {
      const std::string_view text = line.text;
      const auto heading = next_heading(line);
      if (!heading) {
        break;
      }
      if (heading->begin > 0) {
        Line before = line;
        before.text = trimmed(text.substr(0, heading->begin));
        add_rules(before, after_heading);
      }
      open(*heading);
      after_heading = true;
      line = read_line(text.substr(heading->end), line.indent);
    }
    const bool whole = names_a_part(line.text) && part_of(line.text).empty();
    if (after_heading && (whole || only_ends_heading(line.text))) {
      return;  // "Inclusion Criteria: Study-wide (all parts):"
    }
    if (!line.text.empty()) {
      add_rules(line, after_heading);
    }
  }

  /// A line without headings; "B) Concomitant medication" may stand before or behind its
  /// rules.
  void add_rules(Line line, bool after_heading) {
    const std::size_t rules = end_of_topic(line);
    if (rules > 0) {
      section_->open_topic();
      line = read_line(line.text.substr(rules), line.indent);
    }
    const std::size_t next =
        section_ == &other_ ? line.text.size() : find_next_topic(line.text);
    const bool topic = next < line.text.size();
    line.text = trimmed(line.text.substr(0, next));
    section_->add(cut_apart(line, after_heading));
    if (topic) {
      section_->open_topic();
    }
  }

  /// Where the rules start in "B) Concomitant medication 1. words"; 0 if there is no such
  /// topic.
  std::size_t end_of_topic(const Line& line) const {
    if (line.marker != Marker::letter || line.indent > 0 || section_ == &other_) {
      return 0;
    }
    const std::size_t first =
        std::min(line.text.find(" 1. "), find_first_level(line.text) - 1);
    const bool topic =
        first + 1 < line.text.size() && names_a_topic(line.text.substr(0, first));
    return topic ? first + 1 : 0;
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

  static std::string without_colon(std::string_view line) {
    constexpr std::string_view full_width = "\xEF\xBC\x9A";
    line.remove_suffix(line.ends_with(full_width) ? full_width.size()
                       : line.ends_with(':')      ? 1
                                                  : 0);
    return one_line(line);
  }

  void open(const Heading& heading) {
    const bool inclusion = heading.sense == Sense::inclusion;
    ++(inclusion ? inclusion_headings_ : exclusion_headings_);
    open(inclusion ? inclusion_ : exclusion_, heading.group);
  }

  void open(Outline& section, const std::string& group) {
    section_->close();
    section_ = &section;
    section_->open(joined_groups(part_, group));
    is_fresh_ = true;
  }

  Outline inclusion_{Sense::inclusion};
  Outline exclusion_{Sense::exclusion};
  Outline other_{Sense::other};
  int inclusion_headings_ = 0;
  int exclusion_headings_ = 0;
  std::string part_;
  bool is_fresh_ = false;     ///< nothing stands between the heading and the line
  bool has_cohorts_ = false;  ///< titles of cohorts were read
  bool is_pdq_ = false;       ///< the title of a PDQ section was read
  bool is_first_ = true;      ///< no line was read yet
  bool has_marked_parts_ = false;
  Outline* section_ = &other_;
};

Section with_none(Section section) {
  if (section.stated && section.rules.size() == 1 && section.rules[0].children.empty() &&
      says_none(section.rules[0].text)) {
    section.none = std::move(section.rules[0].text);
    section.rules.clear();
  }
  return section;
}

Section settled(Section section, Sense sense) {
  section = with_semicolons_cut(with_none(std::move(section)));
  dissolve_wrapper(section, sense);
  dissolve_labels(section);
  settle_groups(section);
  take_unlisted(section);
  take_remarks(section, sense);
  take_conjunction(section);
  return section;
}

std::string text_of(const Section& section, std::string_view name) {
  std::string heading(name);
  if (!section.none.empty()) {
    return heading + ": none (" + section.none + ")\n";
  }
  std::string others;
  for (const std::string& text : section.unlisted) {
    others += "  + " + text + "\n";
  }
  for (const std::string& text : section.remarks) {
    others += "  ~ " + text + "\n";
  }
  if (!section.stated && section.rules.empty() && others.empty()) {
    return {};
  }
  return heading + ":\n" + text_of(section.rules, 1) + others;
}

}  // namespace

Criteria parse_criteria(std::string_view text) {
  std::string unwrapped = without_soft_breaks(text);
  if (std::optional<std::string> abstract = unfolded_abstract(unwrapped)) {
    unwrapped = std::move(*abstract);
  }
  Dealer dealer;
  dealer.add(split_lines(unwrapped));
  Criteria criteria = dealer.finished();
  criteria.inclusion = settled(std::move(criteria.inclusion), Sense::inclusion);
  criteria.exclusion = settled(std::move(criteria.exclusion), Sense::exclusion);
  take_unlisted(criteria.other);
  take_remarks(criteria.other, Sense::other);
  settle_common_group({&criteria.inclusion, &criteria.exclusion, &criteria.other});
  dissolve_headings(criteria.inclusion);
  dissolve_headings(criteria.exclusion);
  return criteria;
}

std::string_view view_without_separator(std::string_view text) {
  constexpr std::array<std::string_view, 5> separators = {";", ",", " ", "；", "，"};
  const auto may_end_so = [&text] {  // nearly no text does
    const char last = text.empty() ? 'a' : text.back();
    return last == ';' || last == ',' || last == ' ' ||
           static_cast<unsigned char>(last) >= 0x80;
  };
  for (bool is_cut = may_end_so(); is_cut;) {
    is_cut = false;
    for (const std::string_view separator : separators) {
      if (text.ends_with(separator)) {
        text.remove_suffix(separator.size());
        is_cut = true;
      }
    }
  }
  return text;
}

std::string without_separator(std::string_view text) {
  return std::string(view_without_separator(text));
}

std::string to_text(const Criteria& criteria) {
  return text_of(criteria.inclusion, "inclusion") +
         text_of(criteria.exclusion, "exclusion") + text_of(criteria.other, "other");
}

}  // namespace trialsheet
