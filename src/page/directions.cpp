// Parts that stay whole are found token by token: left alone, the algorithm would show
// "+33 1 42" after an Arabic word as "42 1 33+", and "≥ 18" with its sign mirrored.

#include "page/directions.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "page/breaks.hpp"

namespace trialsheet {

namespace {

/// Digits that make a row of groups a telephone number.
constexpr int telephone_digits = 7;

struct Token {
  std::size_t begin = 0;
  std::size_t end = 0;

  std::string_view in(std::string_view text) const {
    return text.substr(begin, end - begin);
  }
};

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool is_latin_or_digit(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

std::vector<Token> tokens_of(std::string_view text, std::size_t begin, std::size_t end) {
  std::vector<Token> tokens;
  while (begin < end) {
    const auto stop = std::min(text.find_first_of(" \n\v", begin), end);
    if (stop > begin)
      tokens.push_back({begin, stop});
    begin = stop + 1;
  }
  return tokens;
}

constexpr auto opening =
    std::to_array<std::string_view>({"(", "[", "{", "\"", "“", "«", "‘"});
constexpr auto closing =
    std::to_array<std::string_view>({")", "]", "}", "\"", "”", "»", "’", ".", ",", ";",
                                     ":", "!", "?", "…", "،", "؛", "؟"});

/// Without the punctuation around it, which belongs to the sentence.
Token bare(std::string_view text, Token token) {
  const auto drop = [&](const auto& marks, auto found, auto cut) {
    bool dropped = false;
    for (const auto mark : marks)
      if (found(token.in(text), mark)) {
        cut(mark.size());
        dropped = true;
      }
    return dropped;
  };
  const auto starts = [](std::string_view t, auto mark) { return t.starts_with(mark); };
  const auto ends = [](std::string_view t, auto mark) { return t.ends_with(mark); };
  while (drop(opening, starts, [&](std::size_t size) { token.begin += size; })) {
  }
  while (drop(closing, ends, [&](std::size_t size) { token.end -= size; })) {
  }
  return token;
}

/// Whether a token has to be kept whole: a figure, or a word with signs in it.
bool stays_whole(std::string_view token) {
  return !has_right_to_left(token) &&
         std::any_of(token.begin(), token.end(), is_latin_or_digit);
}

bool is_digits_and_signs(std::string_view token) {
  return std::any_of(token.begin(), token.end(), is_digit) &&
         std::all_of(token.begin(), token.end(), [](char c) {
           return is_digit(c) ||
                  std::string_view("+-()./").find(c) != std::string_view::npos;
         });
}

/// How many tokens from `first` on are the groups of a telephone number; 0 if they are
/// none.
std::size_t telephone_groups(std::string_view text, const std::vector<Token>& tokens,
                             std::size_t first) {
  std::size_t last = first;
  std::ptrdiff_t digits = 0;
  while (last < tokens.size()) {
    const auto token = bare(text, tokens[last]).in(text);
    if (!is_digits_and_signs(token))
      break;
    digits += std::count_if(token.begin(), token.end(), is_digit);
    ++last;
    if (text.substr(tokens[last - 1].end).starts_with(", "))
      break;
  }
  return digits >= telephone_digits && last - first > 1 ? last - first : 0;
}

/// How many tokens from `first` on stay on one line together: a sign, a number, its unit.
std::size_t together(std::string_view text, const std::vector<Token>& tokens,
                     std::size_t first) {
  std::size_t last = first + 1;
  while (last < tokens.size() &&
         belong_together(tokens[last - 1].in(text), tokens[last].in(text)) &&
         !has_right_to_left(tokens[last].in(text)))
    ++last;
  return last - first;
}

Direction direction_in(std::string_view text, const Isolate& isolate) {
  return first_strong(text.substr(isolate.begin, isolate.end - isolate.begin))
      .value_or(Direction::left_to_right);
}

}  // namespace

std::vector<DirectedRange> left_to_right_parts(std::string_view text, std::size_t begin,
                                               std::size_t end) {
  const auto tokens = tokens_of(text, begin, end);
  std::vector<DirectedRange> ranges;
  for (std::size_t first = 0; first < tokens.size();) {
    const auto count =
        std::max(telephone_groups(text, tokens, first), together(text, tokens, first));
    const Token all{tokens[first].begin, tokens[first + count - 1].end};
    const auto part = bare(text, all);
    if (part.end > part.begin && stays_whole(part.in(text)))
      ranges.push_back({part.begin, part.end, Direction::left_to_right});
    first += count;
  }
  return ranges;
}

Direction paragraph_direction(std::string_view text, Direction base,
                              const std::vector<Isolate>& isolates,
                              const IsolateOfByte& isolate_of) {
  if (isolates.empty())
    return base;
  std::string outside;
  for (std::size_t i = 0; i < text.size(); ++i)
    if (isolate_of[i] == no_isolate)
      outside += text[i];
  return has_letters(outside) ? base : direction_in(text, isolates.front());
}

std::vector<std::uint8_t> levels_of(std::string_view text, Direction base,
                                    const std::vector<Isolate>& isolates,
                                    const IsolateOfByte& isolate_of) {
  std::vector<DirectedRange> ranges;
  for (const auto& isolate : isolates)
    ranges.push_back({isolate.begin, isolate.end, direction_in(text, isolate)});
  const auto owner = [&](std::size_t byte) {
    return isolate_of.empty() ? no_isolate : int{isolate_of[byte]};
  };
  for (std::size_t begin = 0; begin < text.size();) {
    auto end = begin + 1;
    while (end < text.size() && owner(end) == owner(begin))
      ++end;
    const auto around = owner(begin) == no_isolate
                            ? base
                            : ranges[static_cast<std::size_t>(owner(begin))].direction;
    if (around == Direction::right_to_left)
      for (const auto& part : left_to_right_parts(text, begin, end))
        ranges.push_back(part);
    begin = end;
  }
  return bidi_levels(text, base, ranges);
}

}  // namespace trialsheet
