// Text: decoding UTF-8 and cleaning it, the idea being that nothing after this source
// ever meets a broken byte, a control character or an invisible one.

#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <cstring>

namespace trialsheet {
namespace {

constexpr char32_t replacement = 0xFFFD;
constexpr char32_t last_code_point = 0x10FFFF;  // Unicode 15, section 3.4, D9

struct Range {
  char32_t first;
  char32_t last;
};

template <std::size_t N>
bool is_in(const std::array<Range, N>& ranges, char32_t code) {
  return std::any_of(ranges.begin(), ranges.end(), [code](const Range& range) {
    return range.first <= code && code <= range.last;
  });
}

/// Unicode 15 PropList.txt, White_Space.
constexpr std::array<Range, 10> white_space = {{{0x09, 0x0D},
                                                {0x20, 0x20},
                                                {0x85, 0x85},
                                                {0xA0, 0xA0},
                                                {0x1680, 0x1680},
                                                {0x2000, 0x200A},
                                                {0x2028, 0x2029},
                                                {0x202F, 0x202F},
                                                {0x205F, 0x205F},
                                                {0x3000, 0x3000}}};

/// Controls (Cc), the soft hyphen, bidi controls (PropList.txt, Bidi_Control), zero-width
/// characters other than the two joiners, noncharacters of the BMP, and tags.
constexpr std::array<Range, 12> unseen = {{{0x00, 0x1F},
                                           {0x7F, 0x9F},
                                           {0xAD, 0xAD},
                                           {0x061C, 0x061C},
                                           {0x180E, 0x180E},
                                           {0x200B, 0x200B},
                                           {0x200E, 0x200F},
                                           {0x202A, 0x202E},
                                           {0x2060, 0x206F},
                                           {0xFDD0, 0xFDEF},
                                           {0xFEFF, 0xFEFF},
                                           {0xE0000, 0xE007F}}};

bool is_space(char32_t code) {
  return is_in(white_space, code);
}

bool is_unseen(char32_t code) {
  return is_in(unseen, code) || (code & 0xFFFE) == 0xFFFE;
}

bool is_joiner(char32_t code) {
  return code == 0x200C || code == 0x200D;
}

/// Joiners are spelling in the scripts from Hebrew upwards (Persian, Devanagari); between
/// Latin letters they only hide a word from whoever searches for it.
bool needs_joiners(char32_t before) {
  return before >= 0x0590;
}

bool is_continuation(std::string_view text, std::size_t at) {
  return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U;
}

/// How many bytes a character takes by its first byte; 0 if none starts so (RFC 3629).
std::size_t length_by_first_byte(unsigned char first) {
  if (first < 0x80) {
    return 1;
  }
  if (first >= 0xC2 && first <= 0xDF) {
    return 2;
  }
  if (first >= 0xE0 && first <= 0xEF) {
    return 3;
  }
  return first >= 0xF0 && first <= 0xF4 ? 4 : 0;
}

/// Rejects what the first byte cannot: long forms, surrogates and codes past the last.
bool is_well_formed(char32_t code, std::size_t length) {
  constexpr std::array<char32_t, 5> smallest = {0, 0, 0x80, 0x800, 0x10000};
  const bool surrogate = code >= 0xD800 && code <= 0xDFFF;
  return code >= smallest[length] && code <= last_code_point && !surrogate;
}

char byte(char32_t value) {
  return static_cast<char>(static_cast<unsigned char>(value));
}

/// Collects cleaned text; the one place where a character is dropped, joined or kept.
class Cleaner {
 public:
  void add(std::string_view bytes, const Character& character) {
    if (is_unseen(character.code) ||
        (is_joiner(character.code) && !needs_joiners(last_))) {
      return;
    }
    const bool broken = character.code == replacement && character.length == 1;
    text_.append(broken ? "\xEF\xBF\xBD" : bytes);
    last_ = character.code;
    in_indentation_ = false;
  }
  /// Characters of ASCII that all stay; not none.
  void add_ascii(std::string_view run) {
    text_.append(run);
    last_ = static_cast<unsigned char>(run.back());
    in_indentation_ = false;
  }
  void add_space() {
    text_.push_back(' ');
    last_ = U' ';
    indentation_ += in_indentation_ ? 1U : 0U;
  }
  void add_line_end() {
    text_.erase(text_.find_last_not_of(' ') + 1);
    text_.push_back('\n');
    last_ = U'\n';
    indentation_ = 0;
    in_indentation_ = true;
  }
  /// A tab in the indentation reaches the next multiple of four (CommonMark 0.31, 2.2).
  void add_tab() {
    const std::size_t width = in_indentation_ ? 4 - indentation_ % 4 : 1;
    for (std::size_t i = 0; i < width; ++i) {
      add_space();
    }
  }
  bool ends_in_space() const { return text_.empty() || text_.back() == ' '; }
  std::string finished() && {
    text_.erase(text_.find_last_not_of(' ') + 1);
    return std::move(text_);
  }

 private:
  std::string text_;
  char32_t last_ = 0;
  std::size_t indentation_ = 0;
  bool in_indentation_ = true;
};

/// Eight bytes at once: where a byte is a capital of ASCII, its bit of 0x20 is set.
std::uint64_t lower_eight(std::uint64_t bytes) {
  constexpr std::uint64_t each = 0x0101010101010101;
  const std::uint64_t seven_bits = bytes & (0x7F * each);
  const std::uint64_t from_a = seven_bits + (0x80 - 'A') * each;
  const std::uint64_t past_z = seven_bits + (0x7F - 'Z') * each;
  const std::uint64_t capital = ~bytes & (from_a ^ past_z) & (0x80 * each);
  return bytes | capital >> 2;
}

/// What both compilers have for a register of bytes, on any machine.
using Sixteen [[gnu::vector_size(16)]] = unsigned char;

/// The same of sixteen bytes; what is below 'A' wraps round and is no capital.
Sixteen lower_sixteen(Sixteen bytes) {
  const auto capital = bytes - 'A' <= 'Z' - 'A';
  return bytes | (reinterpret_cast<Sixteen>(capital) & 0x20);
}

/// Lowers a text of at least as many bytes as `lowered` takes at once.
template <typename Block, Block (*lowered)(Block)>
void lower_by(std::string_view text, char* lower) {
  const auto lower_at = [&](std::size_t at) {
    Block block;
    std::memcpy(&block, text.data() + at, sizeof block);
    block = lowered(block);
    std::memcpy(lower + at, &block, sizeof block);
  };
  for (std::size_t at = 0; at + sizeof(Block) < text.size(); at += sizeof(Block)) {
    lower_at(at);
  }
  lower_at(text.size() - sizeof(Block));  // some of these a second time
}

bool is_line_end(char32_t code) {
  return code == U'\n' || code == 0x2028 || code == 0x2029;
}

/// Nearly every character of a record: shown as it is, no table to ask.
bool is_plain(char c) {
  return c > ' ' && c < 0x7F;
}

constexpr std::uint64_t each_byte = 0x0101010101010101;
constexpr std::uint64_t top_bits = 0x80 * each_byte;

std::uint64_t eight_at(std::string_view text, std::size_t at) {
  std::uint64_t bytes = 0;
  std::memcpy(&bytes, text.data() + at, sizeof bytes);
  return bytes;
}

/// Whether each of eight bytes is plain or a space.
bool are_plain_or_spaces(std::uint64_t bytes) {
  const std::uint64_t low = bytes & ~top_bits;
  const std::uint64_t from_space = low + (0x80 - ' ') * each_byte;
  const std::uint64_t past_last = low + (0x80 - 0x7F) * each_byte;
  return (~bytes & from_space & ~past_last & top_bits) == top_bits;
}

/// The top bit of each of eight plain characters or spaces that is a space.
std::uint64_t spaces_of(std::uint64_t bytes) {
  return ~((bytes ^ ' ' * each_byte) + 0x7F * each_byte) & top_bits;
}

/// The plain characters from `at` on, and the single spaces between them.
std::string_view words_at(std::string_view text, std::size_t at) {
  constexpr std::size_t step = 8;
  std::size_t end = at;
  // Eight bytes at once; a space at their end waits for what follows it. On machines that
  // store numbers the other way round two spaces would go unseen.
  while (std::endian::native == std::endian::little && end + step <= text.size() &&
         (text[end] != ' ' || end > at)) {
    const std::uint64_t bytes = eight_at(text, end);
    const std::uint64_t spaces = spaces_of(bytes);
    if (!are_plain_or_spaces(bytes) || (spaces & spaces << 8) != 0) {
      break;
    }
    end += text[end + step - 1] == ' ' ? step - 1 : step;
  }
  while (end < text.size() &&
         (is_plain(text[end]) || (text[end] == ' ' && end > at && end + 1 < text.size() &&
                                  is_plain(text[end + 1])))) {
    ++end;
  }
  return text.substr(at, end - at);
}

/// The plain characters from `at` on, and all spaces behind each; none if it is a space.
std::string_view spaced_words_at(std::string_view text, std::size_t at) {
  constexpr std::size_t step = 8;
  std::size_t end = at;
  while (end + step <= text.size() && text[at] != ' ' &&
         are_plain_or_spaces(eight_at(text, end))) {
    end += step;
  }
  while (end < text.size() && (is_plain(text[end]) || (text[end] == ' ' && end > at))) {
    ++end;
  }
  return text.substr(at, end - at);
}

}  // namespace

Character character_at(std::string_view text, std::size_t at) {
  const auto first = static_cast<unsigned char>(text[at]);
  const std::size_t length = length_by_first_byte(first);
  if (length <= 1) {
    return {length == 1 ? first : replacement, 1};
  }
  char32_t code = first & (0x7FU >> length);
  for (std::size_t i = 1; i < length; ++i) {
    if (!is_continuation(text, at + i)) {
      return {replacement, 1};
    }
    code = code << 6 | (static_cast<unsigned char>(text[at + i]) & 0x3FU);
  }
  return is_well_formed(code, length) ? Character{code, length}
                                      : Character{replacement, 1};
}

std::string to_utf8(char32_t code) {
  if (code < 0x80) {
    return {byte(code)};
  }
  if (code < 0x800) {
    return {byte(0xC0 | code >> 6), byte(0x80 | (code & 0x3F))};
  }
  if (code > last_code_point || (code >= 0xD800 && code <= 0xDFFF)) {
    return to_utf8(replacement);
  }
  if (code < 0x10000) {
    return {byte(0xE0 | code >> 12), byte(0x80 | (code >> 6 & 0x3F)),
            byte(0x80 | (code & 0x3F))};
  }
  return {byte(0xF0 | code >> 18), byte(0x80 | (code >> 12 & 0x3F)),
          byte(0x80 | (code >> 6 & 0x3F)), byte(0x80 | (code & 0x3F))};
}

std::size_t find_invalid_utf8(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if (static_cast<unsigned char>(text[at]) < 0x80) {
      ++at;  // nearly every byte of a record: no character to put together
      continue;
    }
    const Character character = character_at(text, at);
    if (character.code == replacement && character.length == 1) {
      return at;
    }
    at += character.length;
  }
  return std::string_view::npos;
}

std::string one_line(std::string_view text) {
  Cleaner cleaner;
  for (std::size_t at = 0; at < text.size();) {
    if (const std::string_view run = words_at(text, at); !run.empty()) {
      cleaner.add_ascii(run);
      at += run.size();
      continue;
    }
    const Character character = character_at(text, at);
    if (!is_space(character.code)) {
      cleaner.add(text.substr(at, character.length), character);
    } else if (!cleaner.ends_in_space()) {
      cleaner.add_space();
    }
    at += character.length;
  }
  return std::move(cleaner).finished();
}

std::string kept_lines(std::string_view text) {
  Cleaner cleaner;
  for (std::size_t at = 0; at < text.size();) {
    if (const std::string_view run = spaced_words_at(text, at); !run.empty()) {
      cleaner.add_ascii(run);
      at += run.size();
      continue;
    }
    const Character character = character_at(text, at);
    if (is_line_end(character.code)) {
      cleaner.add_line_end();
    } else if (character.code == U'\t') {
      cleaner.add_tab();
    } else if (character.code == U'\r') {
      // Dropped: the line feed after it ends the line.
    } else if (is_space(character.code)) {
      cleaner.add_space();
    } else {
      cleaner.add(text.substr(at, character.length), character);
    }
    at += character.length;
  }
  return std::move(cleaner).finished();
}

void lower_ascii(std::string_view text, char* lower) {
  if (text.size() >= sizeof(Sixteen)) {
    lower_by<Sixteen, lower_sixteen>(text, lower);
  } else if (text.size() >= sizeof(std::uint64_t)) {
    lower_by<std::uint64_t, lower_eight>(text, lower);
  } else {
    std::transform(text.begin(), text.end(), lower, [](char c) {
      return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
  }
}

std::string lower_ascii(std::string_view text) {
  std::string lower(text.size(), '\0');
  lower_ascii(text, lower.data());
  return lower;
}

LowerText::LowerText(std::string_view text) {
  if (text.size() > near_.size()) {
    far_ = lower_ascii(text);
    view_ = far_;
  } else {
    lower_ascii(text, near_.data());
    view_ = {near_.data(), text.size()};
  }
}

}  // namespace trialsheet
