// ICU's bidirectional algorithm and line breaking, on UTF-8.

#include "page/unicode.hpp"

#include <unicode/ubidi.h>
#include <unicode/ubrk.h>
#include <unicode/utext.h>

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

/// UTF-16, and for each unit the byte that its character starts at.
struct Utf16 {
  std::u16string units;
  std::vector<std::size_t> bytes;
};

Utf16 to_utf16(std::string_view text) {
  Utf16 result;
  for (std::size_t at = 0; at < text.size();) {
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

std::vector<std::uint8_t> bidi_levels(std::string_view text, Direction base) {
  const auto wide = to_utf16(text);
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<UBiDi, BidiCloser> bidi(ubidi_open());
  ubidi_setPara(bidi.get(), wide.units.data(), static_cast<int32_t>(wide.units.size()),
                base == Direction::right_to_left ? 1 : 0, nullptr, &status);
  const UBiDiLevel* levels = ubidi_getLevels(bidi.get(), &status);
  check(status, "bidirectional text");
  std::vector<std::uint8_t> result(text.size());
  for (std::size_t unit = 0; unit < wide.units.size(); ++unit) {
    const auto end = unit + 1 < wide.units.size() ? wide.bytes[unit + 1] : text.size();
    for (auto byte = wide.bytes[unit]; byte < end; ++byte)
      result[byte] = levels[unit];
  }
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
