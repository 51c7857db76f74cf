// The memory of set texts.

#include "page/setter.hpp"

#include <cstring>

namespace trialsheet {

namespace {

void append_number(std::string& key, std::int64_t number) {
  char bytes[sizeof number];
  std::memcpy(bytes, &number, sizeof number);
  key.append(bytes, sizeof number);
}

std::string key_of(std::string_view text, const TextStyle& style, Length width,
                   const std::vector<Stretch>& stretches) {
  std::string key(text);
  key += '\0';
  append_number(key, style.size.thousandths());
  append_number(key, style.leading.thousandths());
  append_number(key, style.script_leading.thousandths());
  append_number(key, style.tracking.thousandths());
  append_number(key, width.thousandths());
  append_number(key, style.color.red << 16 | style.color.green << 8 | style.color.blue);
  key += style.weight == Weight::bold ? 'b' : 'r';
  key += style.balanced ? 'b' : 'r';
  for (const auto& stretch : stretches) {
    append_number(key, static_cast<std::int64_t>(stretch.end));
    key += stretch.weight == Weight::bold ? 'b' : 'r';
  }
  return key;
}

}  // namespace

TextStyle Setter::style_for(std::string_view text, TextStyle style) const {
  if (style.script_leading > Length() && has_script_of(text, letter_))
    style.leading = style.script_leading;
  style.script_leading = {};
  return style;
}

const SetText& Setter::set(std::string_view text, const TextStyle& style, Length width,
                           const std::vector<Stretch>& stretches) {
  auto key = key_of(text, style, width, stretches);
  const auto found = texts_.find(key);
  if (found != texts_.end())
    return found->second;
  return texts_
      .emplace(std::move(key),
               set_text(text, style_for(text, style), width, *shaper_, base_, stretches))
      .first->second;
}

}  // namespace trialsheet
