// Tells of faces what scripts they are for.

#include <unicode/uscript.h>

#include <algorithm>
#include <map>

#include "page/font_impl.hpp"

namespace trialsheet {

namespace {

/// Where alphabets of a face without ranges are looked for: up to symbols and ideographs.
constexpr CodeRange alphabets = {0x0041, 0x1FFF};
constexpr int few =
    8;  ///< a script with fewer characters in a range is not what it is for

/// The script of a letter; empty for signs that belong to none, or to many.
std::string script_of(char32_t code) {
  UErrorCode status = U_ZERO_ERROR;
  const auto script = uscript_getScript(static_cast<UChar32>(code), &status);
  if (U_FAILURE(status) || script == USCRIPT_COMMON || script == USCRIPT_INHERITED ||
      script == USCRIPT_UNKNOWN)
    return {};
  return uscript_getName(script);
}

bool has_glyph(const LoadedFace* face, char32_t code) {
  hb_codepoint_t glyph = 0;
  return face == nullptr ||
         hb_font_get_nominal_glyph(face->font.get(), code, &glyph) != 0;
}

/// Of a face that is not there, what its ranges say.
std::vector<std::string> scripts_of(const FaceEntry& entry, const LoadedFace* face) {
  const auto ranges =
      entry.ranges.empty() ? std::vector<CodeRange>{alphabets} : entry.ranges;
  std::map<std::string, int> letters;
  for (const auto& range : ranges)
    for (auto code = range.first; code <= range.last; ++code)
      if (auto script = script_of(code); !script.empty() && has_glyph(face, code))
        ++letters[script];
  std::vector<std::pair<int, std::string>> order;
  for (const auto& [script, count] : letters)
    if (count >= few)
      order.emplace_back(-count, script);
  std::sort(order.begin(), order.end());
  std::vector<std::string> scripts;
  for (const auto& [count, script] : order)
    scripts.push_back(script);
  return scripts;
}

}  // namespace

std::vector<FaceFacts> FontSet::list() const {
  std::vector<FaceFacts> list;
  for (int i = 0; i < size(); ++i) {
    const auto& entry = impl_->entries[static_cast<std::size_t>(i)];
    const auto* face = impl_->loaded(i);
    list.push_back({entry.name, entry.weight, entry.package, entry.path, entry.embedded,
                    face != nullptr, scripts_of(entry, face)});
  }
  return list;
}

}  // namespace trialsheet
