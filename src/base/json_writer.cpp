// JSON text: brackets, line ends and escapes.

#include "base/json_writer.hpp"

#include <array>
#include <charconv>
#include <cstring>

#include "base/text.hpp"

namespace trialsheet {

namespace {

constexpr std::string_view replacement = "\uFFFD";

bool is_copied(char c) {
  return c >= ' ' && c < '\x7F' && c != '"' && c != '\\';
}

/// Whether eight bytes are all copied. One that is not may carry into its neighbours, but
/// then the answer is no already.
bool are_copied(const char* eight) {
  constexpr std::uint64_t each = 0x0101'0101'0101'0101;
  std::uint64_t bytes = 0;
  std::memcpy(&bytes, eight, sizeof bytes);
  const auto quotes = bytes ^ each * '"';
  const auto slashes = bytes ^ each * '\\';
  const auto not_copied =
      bytes | (bytes + each) | (bytes - each * ' ') | (quotes - each) | (slashes - each);
  return (not_copied & (each * 0x80)) == 0;
}

/// Where what is copied from `at` on ends.
std::size_t copied_end(std::string_view utf8, std::size_t at) {
  while (at + 8 <= utf8.size() && are_copied(&utf8[at]))
    at += 8;
  while (at < utf8.size() && is_copied(utf8[at]))
    ++at;
  return at;
}

/// The letter after the backslash for a character that has a short escape, or 0.
char short_escape(char c) {
  switch (c) {
    case '"':
    case '\\':
      return c;
    case '\b':
      return 'b';
    case '\f':
      return 'f';
    case '\n':
      return 'n';
    case '\r':
      return 'r';
    case '\t':
      return 't';
    default:
      return 0;
  }
}

void append_ascii(std::string& out, char c) {
  constexpr std::string_view digit = "0123456789abcdef";
  if (const char escape = short_escape(c); escape != 0)
    out.append({'\\', escape});
  else if (c < ' ')
    out.append("\\u00").append({digit[static_cast<unsigned>(c) >> 4], digit[c & 15]});
  else
    out += c;
}

void append_number(std::string& out, std::int64_t value) {
  std::array<char, 24> buffer;
  const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value).ptr;
  out.append(buffer.data(), end);
}

}  // namespace

JsonWriter& JsonWriter::open(char bracket) {
  begin_value();
  out_ += bracket;
  ++depth_;
  is_empty_ = true;
  return *this;
}

JsonWriter& JsonWriter::close(char bracket) {
  --depth_;
  if (!is_empty_)
    new_line();
  out_ += bracket;
  is_empty_ = false;
  return *this;
}

JsonWriter& JsonWriter::key(std::string_view name) {
  begin_value();
  quoted(name);
  out_ += ": ";
  follows_key_ = true;
  return *this;
}

JsonWriter& JsonWriter::text(std::string_view utf8) {
  begin_value();
  quoted(utf8);
  return *this;
}

JsonWriter& JsonWriter::integer(std::int64_t value) {
  begin_value();
  append_number(out_, value);
  return *this;
}

JsonWriter& JsonWriter::points(Length value) {
  const auto thousandths = value.thousandths();
  const auto size = thousandths < 0 ? -thousandths : thousandths;
  begin_value();
  if (thousandths < 0)
    out_ += '-';
  append_number(out_, size / 1000);
  if (size % 1000 == 0)
    return *this;
  const auto point = out_.size();
  append_number(out_, 1000 + size % 1000);
  out_[point] = '.';
  out_.erase(out_.find_last_not_of('0') + 1);
  return *this;
}

JsonWriter& JsonWriter::literal(std::string_view value) {
  begin_value();
  out_ += value;
  return *this;
}

/// What stands between the value before and this one.
void JsonWriter::begin_value() {
  if (std::exchange(follows_key_, false))
    return;
  if (!is_empty_)
    out_ += ',';
  if (depth_ > 0)
    new_line();
  is_empty_ = false;
}

void JsonWriter::new_line() {
  out_ += '\n';
  out_.append(depth_, ' ');
}

void JsonWriter::quoted(std::string_view utf8) {
  out_ += '"';
  for (std::size_t at = 0; at < utf8.size();) {
    const auto end = copied_end(utf8, at);
    out_ += utf8.substr(at, end - at);
    if (end == utf8.size())
      break;
    const auto [code, length] = character_at(utf8, end);
    if (code < 0x80)
      append_ascii(out_, utf8[end]);
    else
      out_ += code == 0xFFFD ? replacement : utf8.substr(end, length);
    at = end + length;
  }
  out_ += '"';
}

}  // namespace trialsheet
