// Labels: each search goes on from where the last one ended, so a line takes linear time.

#include "criteria/labels.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "criteria/lines.hpp"

namespace trialsheet {
namespace {

constexpr auto npos = std::string_view::npos;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}
bool is_letter(char c) {
  return is_upper(c) || (c >= 'a' && c <= 'z');
}

/// Bytes of "5.2.3" or "3.4." at the start, without the spaces behind; 0 if neither.
std::size_t label_in_levels(std::string_view text) {
  std::size_t at = 0;
  std::size_t levels = 0;
  while (at < text.size() && is_digit(text[at])) {
    const std::size_t first = at;
    while (at < text.size() && is_digit(text[at])) {
      ++at;
    }
    if (at - first > 2 || text[first] == '0') {
      return 0;
    }
    ++levels;
    if (at == text.size() || text[at] != '.') {
      return levels > 2 ? at : 0;  // two could be an amount
    }
    ++at;
  }
  return levels > 1 ? at : 0;
}

// "xvi" is the last that is read as a marker.
constexpr std::array<std::string_view, 17> roman = {
    "i", "ii", "iii", "iv",   "v",   "vi", "vii", "viii", "ix",
    "x", "xi", "xii", "xiii", "xiv", "xv", "xvi", ""};

/// The label after "a.", "(ii)" or "5.2.3"; empty if there is none.
std::string next_of(std::string_view label) {
  const std::size_t open = label.starts_with('(') ? 1 : 0;
  const std::size_t end = std::min(label.find_first_of(").", open), label.size());
  const std::string_view name = label.substr(open, end - open);
  if (name.empty()) {
    return {};
  }
  if (is_digit(name[0])) {
    return std::string(upper_levels(label)) + '.' +
           std::to_string(last_level(label) + 1) + (label.ends_with('.') ? "." : "");
  }
  const auto numeral = std::find(roman.begin(), roman.end() - 1, name);
  std::string next(name);
  if (numeral != roman.end() - 1) {
    next = *(numeral + 1);
  } else if (name.size() > 1 || name == "z" || name == "Z") {
    next.clear();
  } else {
    ++next[0];
  }
  return next.empty()
             ? next
             : std::string(label.substr(0, open)) + next + std::string(label.substr(end));
}

/// How surely rules are parted where `before` ends.
enum class Parting { none, stop, semicolon };

Parting parting_of(std::string_view before) {
  for (const std::string_view sign : {";", "；", "; or", "; and", ";or", ";and"}) {
    if (before.ends_with(sign)) {
      return Parting::semicolon;
    }
  }
  for (const std::string_view sign : {".", ",", "。", "，"}) {
    if (before.ends_with(sign)) {
      return Parting::stop;
    }
  }
  return Parting::none;
}

/// Letters of a label that is no number.
std::ptrdiff_t letters_in(std::string_view label) {
  return std::count_if(label.begin(), label.end(), is_letter);
}

/// Whether the label at `at` starts a rule, the one after `last`.
bool starts_rule(std::string_view text, std::size_t at, std::string_view label,
                 std::string_view last) {
  const std::size_t end = at + label.size();
  const std::size_t words = std::min(text.find_first_not_of(' ', end), text.size());
  if (at == 0 || words == text.size()) {
    return false;
  }
  const Parting parting = parting_of(trimmed(text.substr(0, at)));
  const bool apart = text[at - 1] == ' ' || parting == Parting::semicolon ||
                     (parting == Parting::stop && text[at - 1] != '.');
  // "v." of "iv. words v. Words".
  const bool single = letters_in(label) == 1 && letters_in(last) == 1;
  const bool sure = parting != Parting::none || !single;
  const bool begins =
      is_upper(text[words]) || (parting == Parting::semicolon && is_letter(text[words]));
  return apart && sure && begins && (words > end || parting == Parting::semicolon);
}

}  // namespace

std::size_t levels_length(std::string_view text) {
  const std::size_t label = label_in_levels(text);
  const std::size_t words = std::min(text.find_first_not_of(' ', label), text.size());
  return label > 0 && words > label && words < text.size() && is_letter(text[words])
             ? words
             : 0;
}

std::string_view upper_levels(std::string_view label) {
  label = trimmed(label);
  label.remove_suffix(label.ends_with('.') ? 1 : 0);
  return label.substr(0, label.rfind('.'));
}

std::size_t last_level(std::string_view label) {
  std::size_t number = 0;
  for (std::size_t at = upper_levels(label).size() + 1;
       at < label.size() && is_digit(label[at]); ++at) {
    number = 10 * number + static_cast<std::size_t>(label[at] - '0');
  }
  return number;
}

std::size_t find_first_level(std::string_view text) {
  for (std::size_t at = text.find('.'); at != npos; at = text.find('.', at + 1)) {
    std::size_t start = at;
    while (start > 0 && is_digit(text[start - 1]) && at - start < 2) {
      --start;
    }
    const bool apart = start > 0 && start < at && text[start - 1] == ' ';
    const std::size_t length = apart ? levels_length(text.substr(start)) : 0;
    if (length > 0) {
      return last_level(text.substr(start, length)) == 1 ? start : text.size();
    }
  }
  return text.size();
}

std::string without_first_level(std::string text) {
  const std::size_t at = find_first_level(text);
  if (at < text.size() && trimmed(std::string_view(text).substr(0, at)).ends_with(':')) {
    text.erase(at, levels_length(std::string_view(text).substr(at)));
  }
  return text;
}

LabelAt find_next_label(std::string_view text, std::string_view label) {
  label = trimmed(label);
  const std::string next = next_of(label);
  std::size_t at = next.empty() ? npos : text.find(next);
  while (at != npos && !starts_rule(text, at, next, label)) {
    at = text.find(next, at + 1);
  }
  return {at, next.size()};
}

std::vector<std::string_view> next_labels(std::string_view text, std::string_view label) {
  std::vector<std::string_view> parts;
  for (LabelAt next = find_next_label(text, label); next.at != npos;
       next = find_next_label(text, label)) {
    parts.push_back(trimmed(text.substr(0, next.at)));
    label = text.substr(next.at, next.length);
    text = text.substr(next.at + next.length);
  }
  parts.push_back(trimmed(text));
  return parts;
}

}  // namespace trialsheet
