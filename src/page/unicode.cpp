// ICU's bidirectional algorithm and line breaking, on UTF-8.

#include "page/unicode.hpp"

#include <unicode/ubidi.h>
#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/uloc.h>
#include <unicode/uscript.h>
#include <unicode/utext.h>

#include <algorithm>
#include <array>
#include <memory>
#include <stdexcept>
#include <string>

#include "base/text.hpp"

namespace trialsheet {

namespace {

struct BreakCloser {
  void operator()(UBreakIterator* iterator) const { ubrk_close(iterator); }
};
struct TextCloser {
  void operator()(UText* text) const { utext_close(text); }
};
struct BidiCloser {
  void operator()(UBiDi* bidi) const { ubidi_close(bidi); }
};

void check(UErrorCode status, const char* what) {
  if (U_FAILURE(status))
    throw std::runtime_error(std::string("ICU: ") + what + ": " + u_errorName(status));
}

/// A breaker with the root locale's rules, one a thread: opening one costs more than a
/// page.
UBreakIterator* line_breaker() {
  thread_local std::unique_ptr<UBreakIterator, BreakCloser> breaker = [] {
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<UBreakIterator, BreakCloser> opened(
        ubrk_open(UBRK_LINE, "", nullptr, 0, &status));
    check(status, "line breaking");
    return opened;
  }();
  return breaker.get();
}

constexpr std::size_t no_byte = static_cast<std::size_t>(-1);

/// UTF-16, and for each unit the byte that its character starts at; no_byte for what the
/// text does not have.
struct Utf16 {
  std::u16string units;
  std::vector<std::size_t> bytes;

  void add_sign(char16_t sign) {
    units += sign;
    bytes.push_back(no_byte);
  }
};

/// The isolates that end and begin at `at`, as signs: those that end first, of those that
/// begin the outermost first.
void add_isolates(Utf16& wide, std::size_t at, const std::vector<DirectedRange>& sorted) {
  constexpr char16_t left_to_right = 0x2066, right_to_left = 0x2067, pop = 0x2069;
  for (const auto& range : sorted)
    if (range.end == at)
      wide.add_sign(pop);
  for (const auto& range : sorted)
    if (range.begin == at)
      wide.add_sign(range.direction == Direction::right_to_left ? right_to_left
                                                                : left_to_right);
}

Utf16 to_utf16(std::string_view text, std::vector<DirectedRange> isolates) {
  std::erase_if(isolates,
                [](const DirectedRange& range) { return range.begin >= range.end; });
  std::stable_sort(
      isolates.begin(), isolates.end(),
      [](const DirectedRange& a, const DirectedRange& b) { return a.end > b.end; });
  Utf16 result;
  for (std::size_t at = 0; at < text.size();) {
    add_isolates(result, at, isolates);
    const auto [code, length] = character_at(text, at);
    if (code >= 0x10000) {
      result.units += static_cast<char16_t>(0xD800 + ((code - 0x10000) >> 10));
      result.bytes.push_back(at);
      result.units += static_cast<char16_t>(0xDC00 + ((code - 0x10000) & 0x3FF));
    } else {
      result.units += static_cast<char16_t>(code);
    }
    result.bytes.push_back(at);
    at += length;
  }
  return result;
}

}  // namespace

Direction direction_of(std::string_view language) {
  return uloc_isRightToLeft(std::string(language).c_str()) ? Direction::right_to_left
                                                           : Direction::left_to_right;
}

namespace {

char32_t look_up_letter(const std::string& language) {
  UErrorCode status = U_ZERO_ERROR;
  UScriptCode script = USCRIPT_UNKNOWN;
  uscript_getCode(language.c_str(), &script, 1, &status);
  std::array<char16_t, 8> sample = {};
  const auto length = uscript_getSampleString(
      script, sample.data(), static_cast<int32_t>(sample.size()), &status);
  if (U_FAILURE(status) || length == 0)
    return 0;
  const bool is_pair = length > 1 && (sample[0] & 0xFC00) == 0xD800;
  return is_pair ? 0x10000 + ((sample[0] - 0xD800U) << 10) + (sample[1] - 0xDC00U)
                 : sample[0];
}

}  // namespace

/// ICU reads tables of the language each time; one sheet after the other has the same.
char32_t letter_of(std::string_view language) {
  thread_local std::string last;
  thread_local char32_t letter = look_up_letter(last);
  if (language != last) {
    last = language;
    letter = look_up_letter(last);
  }
  return letter;
}

bool has_script_of(std::string_view text, char32_t letter) {
  UErrorCode status = U_ZERO_ERROR;
  const auto script = uscript_getScript(static_cast<UChar32>(letter), &status);
  for (std::size_t at = 0; at < text.size();) {
    const auto [code, length] = character_at(text, at);
    if (uscript_getScript(static_cast<UChar32>(code), &status) == script)
      return true;
    at += length;
  }
  return false;
}

std::optional<Direction> first_strong(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const auto [code, length] = character_at(text, at);
    const auto direction = u_charDirection(static_cast<UChar32>(code));
    if (direction == U_LEFT_TO_RIGHT)
      return Direction::left_to_right;
    if (direction == U_RIGHT_TO_LEFT || direction == U_RIGHT_TO_LEFT_ARABIC)
      return Direction::right_to_left;
    at += length;
  }
  return {};
}

bool has_letters(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const auto [code, length] = character_at(text, at);
    if (u_isalnum(static_cast<UChar32>(code)))
      return true;
    at += length;
  }
  return false;
}

bool has_right_to_left(std::string_view text) {
  // All right-to-left letters below U+0800 have lead bytes D6 to DF; the presentation
  // forms have EF. Most texts end here, without decoding a character.
  for (std::size_t at = 0; at < text.size();) {
    if (static_cast<unsigned char>(text[at]) < 0xD6) {
      ++at;
      continue;
    }
    const auto [code, length] = character_at(text, at);
    if ((code >= 0x590 && code <= 0x8FF) || (code >= 0xFB1D && code <= 0xFDFF) ||
        (code >= 0xFE70 && code <= 0xFEFC) || (code >= 0x10800 && code <= 0x10FFF) ||
        (code >= 0x1E800 && code <= 0x1EFFF))
      return true;
    at += length;
  }
  return false;
}

bool breaks_by_script(char32_t code) {
  return code >= 0x0E00 && !(code >= 0x10A0 && code <= 0x10FF) &&
         !(code >= 0x1C80 && code <= 0x2E7F) && !(code >= 0xA640 && code <= 0xABFF) &&
         !(code >= 0xFB00 && code <= 0xFDFF) && !(code >= 0xFE70 && code <= 0xFEFF);
}

std::vector<std::uint8_t> bidi_levels(std::string_view text, Direction base,
                                      const std::vector<DirectedRange>& isolates) {
  if (text.empty())
    return {};  // ICU has no levels of nothing
  const auto wide = to_utf16(text, isolates);
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<UBiDi, BidiCloser> bidi(ubidi_open());
  ubidi_setPara(bidi.get(), wide.units.data(), static_cast<int32_t>(wide.units.size()),
                base == Direction::right_to_left ? 1 : 0, nullptr, &status);
  const UBiDiLevel* levels = ubidi_getLevels(bidi.get(), &status);
  check(status, "bidirectional text");
  std::vector<std::uint8_t> result(text.size());
  for (std::size_t unit = 0; unit < wide.units.size(); ++unit)
    if (const auto at = wide.bytes[unit]; at != no_byte)
      for (auto byte = at; byte < at + character_at(text, at).length; ++byte)
        result[byte] = levels[unit];
  return result;
}

std::vector<std::size_t> visual_order(const std::vector<std::uint8_t>& levels) {
  std::vector<int32_t> order(levels.size());
  ubidi_reorderVisual(levels.data(), static_cast<int32_t>(levels.size()), order.data());
  return {order.begin(), order.end()};
}

std::vector<std::size_t> line_break_offsets(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<UText, TextCloser> opened(utext_openUTF8(
      nullptr, text.data(), static_cast<std::int64_t>(text.size()), &status));
  auto* breaker = line_breaker();
  ubrk_setUText(breaker, opened.get(), &status);
  check(status, "line breaking");
  std::vector<std::size_t> offsets;
  for (auto at = ubrk_next(breaker); at != UBRK_DONE; at = ubrk_next(breaker))
    offsets.push_back(static_cast<std::size_t>(at));
  return offsets;
}

}  // namespace trialsheet
