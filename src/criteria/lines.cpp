// Lines: taking markers off. The records use two CommonMark markers, "* " and "1. "; the
// others were typed by people into a text field (RECORD_FACTS section 4), alone or behind
// a CommonMark marker, so a marker is looked for twice.

#include "criteria/lines.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "base/text.hpp"
#include "criteria/labels.hpp"
#include "criteria/runs.hpp"
#include "criteria/signs.hpp"

namespace trialsheet {
namespace {

constexpr auto npos = std::string_view::npos;

struct Found {
  Marker marker = Marker::none;
  std::size_t length = 0;  ///< with the spaces after it
};

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_lower(char c) {
  return c >= 'a' && c <= 'z';
}
bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}
bool is_letter(char c) {
  return is_lower(c) || is_upper(c);
}

char at_or_space(std::string_view text, std::size_t at) {
  return at < text.size() ? text[at] : ' ';
}

std::size_t after_spaces(std::string_view text, std::size_t at) {
  return std::min(text.find_first_not_of(' ', at), text.size());
}

Found found(Marker marker, std::string_view text, std::size_t marker_end) {
  return {marker, after_spaces(text, marker_end)};
}

/// Bullets that people type or paste: Unicode's, the Arabic zero that stands for one in
/// NCT04845451, and those of Word's symbol fonts in the private use area.
bool is_dot(char32_t code) {
  constexpr std::u32string_view dots = U"•·∙▪▫●○◦■□◆‣➢⁃◾\u0660\uF0B7\uF0A7\uF0D8\uF0FC";
  return dots.find(code) != std::u32string_view::npos;
}

/// U+2460 to U+249B: numbers in circles, in parentheses and with a full stop.
bool is_circled(char32_t code) {
  return code >= 0x2460 && code <= 0x249B;
}

/// "-", "–" or "—" before words; "-5" is a number, so a digit needs a space before it.
Found dash_marker(std::string_view text) {
  const Character first = character_at(text, 0);
  const bool dash = first.code == U'-' || first.code == 0x2013 || first.code == 0x2014;
  return dash && !is_digit(at_or_space(text, first.length))
             ? found(Marker::dash, text, first.length)
             : Found{};
}

Found symbol_marker(std::string_view text) {
  const Character first = character_at(text, 0);
  if (is_dot(first.code)) {
    return found(Marker::dot, text, first.length);
  }
  if (is_circled(first.code)) {
    return found(Marker::circled, text, first.length);
  }
  if (text.starts_with("* ") || text == "*") {
    return found(Marker::bullet, text, 1);
  }
  // Word's second-level bullet pasted as a letter (RECORD_FACTS: 2 records).
  if (text.starts_with("o ") && text.size() > 2 && !is_digit(text[2])) {
    return found(Marker::dot, text, 1);
  }
  return dash_marker(text);
}

bool is_roman(std::string_view text) {
  constexpr std::array<std::string_view, 16> small = {
      "i",  "ii", "iii", "iv",  "v",    "vi",  "vii", "viii",
      "ix", "x",  "xi",  "xii", "xiii", "xiv", "xv",  "xvi"};
  return std::find(small.begin(), small.end(), text) != small.end();
}

/// "1. words", "1.Words" and "1) words", but not "1.5 mg" and not "2010. ...".
Found number_marker(std::string_view text) {
  std::size_t digits = 0;
  while (digits < text.size() && is_digit(text[digits])) {
    ++digits;
  }
  const char closing = at_or_space(text, digits);
  const char next = at_or_space(text, digits + 1);
  if (digits == 0 || digits > 3) {
    return {};
  }
  if (closing == '.' && is_digit(next)) {
    return {Marker::number, levels_length(text)};
  }
  if (closing == '.' && (next == ' ' || is_letter(next))) {
    return found(Marker::number, text, digits + 1);
  }
  const bool dashed = closing == '-' && next == ' ' && digits < 3;
  return closing == ')' || dashed ? found(Marker::number_in_parens, text, digits + 1)
                                  : Found{};
}

/// The number that a marker of up to three figures gives, else 0.
std::size_t number_of(std::string_view text) {
  std::size_t number = 0;
  for (std::size_t at = 0; at < std::min<std::size_t>(text.size(), 3); ++at) {
    if (!is_digit(text[at])) {
      break;
    }
    number = 10 * number + static_cast<std::size_t>(text[at] - '0');
  }
  return number;
}

/// Whether "x. words" marks a list rather than shortens a name: "a. Age" does, "E. coli"
/// does not. Beyond a and b only a capital or a sign after it shows a list.
bool marks_a_list(std::string_view label, char next_word) {
  return label.size() > 1 || label == "a" || label == "b" || label == "i" ||
         !is_lower(next_word);
}

/// "a. words", "a) words" and the same with small roman numbers.
Found letter_marker(std::string_view text) {
  const std::size_t end = text.find_first_of(".) ");
  if (end == npos || end == 0 || text[end] == ' ') {
    return {};
  }
  const std::string_view label = text.substr(0, end);
  const bool single = label.size() == 1 && is_letter(label[0]);
  if (!single && !is_roman(label)) {
    return {};
  }
  const bool spaced = at_or_space(text, end + 1) == ' ';
  const char word = at_or_space(text, after_spaces(text, end + 1));
  if (text[end] == ')') {
    return spaced || is_upper(word) ? found(Marker::letter, text, end + 1) : Found{};
  }
  const bool glued = !spaced && is_lower(label[0]) && is_upper(word);
  return glued || (spaced && marks_a_list(label, word))
             ? found(Marker::letter, text, end + 1)
             : Found{};
}

/// "(1) words" and "(a) words".
Found parenthesised_marker(std::string_view text) {
  const std::size_t end = text.find(')');
  if (text.empty() || text[0] != '(' || end == npos || end > 5 || end < 2) {
    return {};
  }
  const std::string_view label = text.substr(1, end - 1);
  const bool number =
      label.size() <= 2 && std::all_of(label.begin(), label.end(), is_digit);
  const bool letter = (label.size() == 1 && is_lower(label[0])) || is_roman(label);
  if (number) {
    return found(Marker::number_in_parens, text, end + 1);
  }
  return letter && at_or_space(text, end + 1) == ' '
             ? found(Marker::letter, text, end + 1)
             : Found{};
}

Found find_marker(std::string_view text) {
  for (const auto& rule :
       {symbol_marker, number_marker, parenthesised_marker, letter_marker}) {
    const Found marker = text.empty() ? Found{} : rule(text);
    if (marker.length > 0) {
      return marker;
    }
  }
  return {};
}

Line marked(Line line, Marker marker) {
  (line.marker == Marker::none ? line.marker : line.inner) = marker;
  return line;
}

/// "a)", "(a)", "i." and the same in capitals.
bool is_first_letter(std::string_view text) {
  const std::size_t at = text.starts_with('(') ? 1 : 0;
  const char letter = at_or_space(text, at);
  const char closing = at_or_space(text, at + 1);
  return (closing == '.' || closing == ')') &&
         std::string_view("aAiI").find(letter) != npos;
}

Line without_marker(Line line, const Found& marker) {
  line = marked(std::move(line), marker.marker);
  line.starts_list = marker.marker == Marker::letter && is_first_letter(line.text);
  const std::string_view label = trimmed(line.text.substr(0, marker.length));
  if (marker.marker == Marker::number && levels_length(line.text) > 0) {
    line.label = label;
    line.levels = upper_levels(label);
    line.number = last_level(label);
    line.text = line.text.substr(marker.length);
    return line;
  }
  line.label = marker.marker == Marker::letter ? label : line.label;
  if (line.number == 0 && marker.marker == Marker::number) {
    line.number = number_of(line.text);
  }
  if (line.ordinal == 0 &&
      (marker.marker == Marker::number || marker.marker == Marker::number_in_parens)) {
    line.ordinal = number_of(line.text);
  }
  line.text = line.text.substr(marker.length);
  return line;
}

/// Whether `line` is what did not fit at the end of `last`: with its first word that line
/// would have been longer than the editors of the time allowed.
bool is_wrapped(std::string_view last, std::string_view line) {
  // Ours: the texts in the old layout are wrapped at 79 to 94 columns.
  constexpr std::size_t shortest = 60;
  constexpr std::size_t narrowest = 79;
  constexpr std::size_t widest = 100;
  if (last.size() < shortest || last.size() > widest) {
    return false;
  }
  const std::string_view words = trimmed(line);
  const std::size_t first_word = std::min(words.find(' '), words.size());
  const bool marked = find_marker(words).length > 0;
  const bool heading = words.find("clusion") != npos || words.find("CLUSION") != npos;
  return !words.empty() && !marked && !heading && !last.ends_with(':') &&
         last.size() + 1 + first_word > narrowest;
}

bool is_symbol(Marker marker) {
  return marker == Marker::dash || marker == Marker::dot;
}

/// "Asthma or;"
bool is_joined_to_next(std::string_view part) {
  return ends_in_conjunction(part.substr(0, part.find_last_not_of(" ,;") + 1));
}

/// Those that "b." and "c." part of "a.": not at the level of the rules where they are
/// alternatives.
std::vector<std::string_view> labelled_parts(const Line& line) {
  std::vector<std::string_view> parts = next_labels(line.text, line.label);
  const bool joined =
      line.indent == 0 && std::any_of(parts.begin(), parts.end() - 1, is_joined_to_next);
  return joined ? std::vector<std::string_view>{} : parts;
}

/// The rules of an item that goes on without a line break, or one part.
std::vector<std::string_view> parts_of_item(const Line& line, bool after_heading) {
  const Marker symbol = is_symbol(line.inner) ? line.inner : line.marker;
  std::vector<std::string_view> parts;
  if (is_symbol(symbol)) {
    parts = symbol_parts(line.text, symbol, after_heading);
  } else if (line.marker == Marker::none) {
    return sentence_parts(line.text);
  } else if (line.ordinal > 0) {
    parts = next_numbers(line.text, line.ordinal);
  }
  if (parts.size() < 2 && !line.label.empty()) {
    parts = labelled_parts(line);
  }
  return parts.size() > 1 ? parts : glued_parts(line.text);
}

/// "2. Liver: 2.1. words" is counted by what stands behind its title.
Line counted_behind_title(Line line) {
  const std::size_t first = find_first_level(line.text);
  if (!line.levels.empty() || first == line.text.size()) {
    return line;
  }
  const std::size_t length = levels_length(line.text.substr(first));
  const std::string_view label = trimmed(line.text.substr(first, length));
  const bool title = trimmed(line.text.substr(0, first)).ends_with(':') ||
                     find_next_label(line.text.substr(first + length), label).at != npos;
  line.label = line.marker != Marker::none && title ? label : line.label;
  return line;
}

/// Without the dash of an item that was left empty: "Speaks English. -", not "Age 18 -".
std::string_view without_empty_item(std::string_view text) {
  const std::size_t end =
      text.ends_with(" -") ? trimmed(text.substr(0, text.size() - 1)).size() : 0;
  const bool words = end > 0 && (is_letter(text[end - 1]) || text[end - 1] == '.' ||
                                 text[end - 1] == ')');
  return words ? text.substr(0, end) : text;
}

}  // namespace

std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(' ');
  if (first == npos) {
    return {};
  }
  return text.substr(first, text.find_last_not_of(' ') - first + 1);
}

bool has_words(std::string_view text) {
  const auto is_seen = [](char c) { return c > 0x20 && c < 0x7F; };
  return std::any_of(text.begin(), text.end(), is_seen) || !one_line(text).empty();
}

std::size_t find_numbered_run(std::string_view text) {
  return std::min(find_run(text).start, text.size());
}

Line read_line(std::string_view text, std::size_t indent) {
  Line line;
  line.indent = indent + after_spaces(text, 0);
  line.content = line.indent;
  line.text = without_empty_item(trimmed(text));
  // Three: "* - 1. words" is the most that the records hold.
  for (int markers = 0; markers < 3 && find_run(line.text).start != 0; ++markers) {
    const Found marker = find_marker(line.text);
    if (marker.length == 0) {
      break;
    }
    line.content += line.marker == Marker::none ? marker.length : 0;
    line = without_marker(std::move(line), marker);
  }
  return line;
}

Line cut_apart(Line line, bool after_heading) {
  const Run run = find_run(line.text);
  if (can_be_cut(line.text, run)) {
    line.parts = run.parts;
    line.text = trimmed(line.text.substr(0, run.start));
    // Deeper than the number itself, so that the parts do not stand under one another.
    line.content = std::max(line.content, line.indent + 1);
    const bool counts = run.start == 0 && run.marker == Marker::number;
    line.number = counts && line.number == 0 ? 1 : line.number;
    return run.start == 0 ? marked(std::move(line), run.marker) : line;
  }
  line = counted_behind_title(std::move(line));
  std::vector<std::string_view> parts = parts_of_item(line, after_heading);
  if (parts.size() > 1) {
    line.parts = std::move(parts);
    line.text = {};
  }
  return line;
}

std::string without_soft_breaks(std::string_view text) {
  std::string joined;
  joined.reserve(text.size());
  std::string_view last;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string_view line = text.substr(at, end - at);
    const bool goes_on = is_wrapped(last, line);
    if (at > 0) {
      joined += goes_on ? ' ' : '\n';
    }
    joined += goes_on ? trimmed(line) : line;
    last = line;
    at = end + 1;
  }
  return joined;
}

std::vector<Line> split_lines(std::string_view text) {
  std::vector<Line> lines;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    Line line = read_line(text.substr(at, end - at), 0);
    if (!line.text.empty()) {
      lines.push_back(std::move(line));
    }
    at = end + 1;
  }
  return lines;
}

}  // namespace trialsheet
