// Lines: the eligibility text as lines with their indentation, marker and words.

#pragma once

#include <cstddef>
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
  std::string_view text;        ///< the words, without markers; a lead if there are parts
  std::vector<std::string_view> parts;  ///< "1) ... 2) ... 3) ..." on one line, cut apart
};

/// Every line of `text` that has words.
std::vector<Line> split_lines(std::string_view text);

/// The line that `text` makes when it starts at column `indent`.
Line read_line(std::string_view text, std::size_t indent);

/// Where rules numbered "1) ... 2) ..." start in `text`, or its size.
std::size_t find_numbered_run(std::string_view text);

std::string_view trimmed(std::string_view text);

}  // namespace trialsheet
