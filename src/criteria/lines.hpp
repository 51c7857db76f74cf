// Lines: the eligibility text as lines with their indentation, marker and words.

#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace trialsheet {

/// What stands before the words of an item. Some are CommonMark, most are typed.
enum class Marker { none, bullet, dash, dot, number, number_in_parens, letter, circled };

struct Line {
  std::size_t indent = 0;   ///< columns before the marker or, without one, the words
  std::size_t content = 0;  ///< the column of the words: children are indented this far
  Marker marker = Marker::none;
  Marker inner = Marker::none;  ///< a second, typed marker: "* - words"
  std::size_t number = 0;       ///< of a marker "12." or "5.2.12"; 0: none
  std::size_t ordinal = 0;      ///< of a marker "12." or "12)"; 0: none
  /// A marker of letters or in levels as typed, "(a)" or "5.2.3", or of the list in
  /// levels that starts behind the title of the item.
  std::string_view label;
  std::string_view levels;   ///< what stands before the number in one: "5.2" of "5.2.3"
  bool starts_list = false;  ///< a marker is the first of its letters: "a)", "i."
  std::string_view text;     ///< the words, without markers; a lead if there are parts
  std::vector<std::string_view> parts;  ///< "1) ... 2) ... 3) ..." on one line, cut apart
};

/// `text` with the lines joined that an editor wrapped: the registry's present texts have
/// none, those in its former layout do.
std::string without_soft_breaks(std::string_view text);

/// Every line of `text` that has words.
std::vector<Line> split_lines(std::string_view text);

/// The line that `text` makes when it starts at column `indent`.
Line read_line(std::string_view text, std::size_t indent);

/// The line with the rules that run together in it as parts. After a heading on the same
/// line the markers between them need not be as clear.
Line cut_apart(Line line, bool after_heading);

/// Where rules numbered "1) ... 2) ..." start in `text`, or its size.
std::size_t find_numbered_run(std::string_view text);

std::string_view trimmed(std::string_view text);

/// Whether anything of the text is seen: not only spaces, controls and zero widths.
bool has_words(std::string_view text);

}  // namespace trialsheet
