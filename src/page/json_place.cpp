// Scans forward, one level at a time; what is not on the way is skipped by its brackets.

#include "page/json_place.hpp"

#include <algorithm>
#include <charconv>
#include <optional>

#include "base/text.hpp"

namespace trialsheet {

namespace {

constexpr std::string_view white_space = " \t\r\n";

std::size_t skip_space(std::string_view json, std::size_t at) {
  return std::min(json.find_first_not_of(white_space, at), json.size());
}

/// From an opening quotation mark to what follows the closing one.
std::size_t skip_string(std::string_view json, std::size_t at) {
  for (++at; at < json.size() && json[at] != '"'; ++at)
    if (json[at] == '\\')
      ++at;
  return std::min(at + 1, json.size());
}

/// An array or object, by counting brackets outside strings.
std::size_t skip_brackets(std::string_view json, std::size_t at) {
  int depth = 0;
  while (at < json.size()) {
    const char c = json[at];
    at = c == '"' ? skip_string(json, at) : at + 1;
    depth += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
    if (depth == 0)
      return at;
  }
  return at;
}

std::size_t skip_value(std::string_view json, std::size_t at) {
  if (at >= json.size())
    return json.size();
  if (json[at] == '"')
    return skip_string(json, at);
  if (json[at] == '{' || json[at] == '[')
    return skip_brackets(json, at);
  return std::min(json.find_first_of(",]} \t\r\n", at), json.size());
}

char32_t code_of(std::string_view digits) {
  std::uint32_t code = 0xFFFD;
  std::from_chars(digits.data(), digits.data() + digits.size(), code, 16);
  return code;
}

/// A string between its quotation marks with the escapes undone.
std::string unescaped(std::string_view raw) {
  constexpr std::string_view names = "bfnrt";
  constexpr std::string_view meanings = "\b\f\n\r\t";
  std::string text;
  for (std::size_t i = 0; i < raw.size(); ++i) {
    if (raw[i] != '\\' || i + 1 == raw.size()) {
      text += raw[i];
      continue;
    }
    const char escaped = raw[++i];
    const auto name = names.find(escaped);
    if (escaped == 'u') {
      text += to_utf8(code_of(raw.substr(i + 1, 4)));
      i += 4;
    } else {
      text += name == names.npos ? escaped : meanings[name];
    }
  }
  return text;
}

/// The beginning of the element `index` of the array at `at`.
std::optional<std::size_t> element_at(std::string_view json, std::size_t at,
                                      std::size_t index) {
  at = skip_space(json, at + 1);
  for (; at < json.size() && json[at] != ']'; at = skip_space(json, at)) {
    if (index-- == 0)
      return at;
    at = skip_space(json, skip_value(json, at));
    if (at < json.size() && json[at] == ',')
      ++at;
  }
  return std::nullopt;
}

std::optional<std::size_t> child_at(std::string_view json, std::size_t at,
                                    const std::string& step) {
  if (at < json.size() && json[at] == '[') {
    std::size_t index = 0;
    const auto* end = step.data() + step.size();
    const auto [stop, error] = std::from_chars(step.data(), end, index);
    return error == std::errc() && stop == end ? element_at(json, at, index)
                                               : std::nullopt;
  }
  std::optional<std::size_t> found;
  for (const auto& member : json_members(json, at))
    if (member.key == step)
      found = member.value_at;
  return found;
}

std::string pointer_step(std::string_view escaped) {
  std::string step;
  for (std::size_t i = 0; i < escaped.size(); ++i)
    if (escaped[i] == '~' && i + 1 < escaped.size())
      step += escaped[++i] == '1' ? '/' : '~';
    else
      step += escaped[i];
  return step;
}

}  // namespace

std::string line_and_column(std::string_view text, std::size_t at) {
  const auto before = text.substr(0, std::min(at, text.size()));
  const auto line = 1 + std::count(before.begin(), before.end(), '\n');
  const auto start = before.rfind('\n') + 1;  // npos + 1 is 0
  std::size_t column = 1;
  for (std::size_t i = start; i < before.size(); i += character_at(before, i).length)
    ++column;
  return std::to_string(line) + ":" + std::to_string(column);
}

std::vector<JsonMember> json_members(std::string_view json, std::size_t at) {
  std::vector<JsonMember> members;
  if (at >= json.size() || json[at] != '{')
    return members;
  at = skip_space(json, at + 1);
  while (at < json.size() && json[at] == '"') {
    JsonMember member;
    member.key_at = at;
    const auto key_end = skip_string(json, at);
    member.key = unescaped(json.substr(at + 1, std::max(key_end, at + 2) - at - 2));
    at = skip_space(json, key_end);
    if (at < json.size() && json[at] == ':')
      at = skip_space(json, at + 1);
    member.value_at = at;
    members.push_back(std::move(member));
    at = skip_space(json, skip_value(json, at));
    if (at < json.size() && json[at] == ',')
      at = skip_space(json, at + 1);
  }
  return members;
}

std::size_t json_member_count(std::string_view json) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < json.size();) {
    count += json[at] == ':' ? 1 : 0;
    at = json[at] == '"' ? skip_string(json, at) : at + 1;
  }
  return count;
}

std::size_t json_value_at(std::string_view json, std::string_view pointer) {
  auto at = skip_space(json, 0);
  while (!pointer.empty()) {
    pointer.remove_prefix(1);
    const auto end = std::min(pointer.find('/'), pointer.size());
    const auto child = child_at(json, at, pointer_step(pointer.substr(0, end)));
    if (!child)
      return at;
    at = *child;
    pointer.remove_prefix(end);
  }
  return at;
}

}  // namespace trialsheet
