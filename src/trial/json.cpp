// Json: simdjson reads what is plainly right. All else nlohmann/json reads, which knows
// where a text is wrong; this is the only source of trial/ that sees it, and no exception
// of it leaves this file.

#include "trial/json.hpp"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <utility>

#include "base/error.hpp"
#include "base/text.hpp"
#include "trial/json_table.hpp"

namespace trialsheet {
namespace {

using nlohmann::json;

constexpr std::string_view wanted =
    "expected one study as the ClinicalTrials.gov API v2 gives it";

[[noreturn]] void fail(const std::string& where, const std::string& problem) {
  throw Error(Fault::record, where, problem);
}

std::string place(std::string_view text, std::size_t at) {
  const std::string_view before = text.substr(0, at);
  const auto line = 1 + std::count(before.begin(), before.end(), '\n');
  const std::size_t line_start = before.rfind('\n') + 1;  // npos + 1 is 0
  return "record, line " + std::to_string(line) + ", column " +
         std::to_string(at - line_start + 1);
}

/// Hands the parser's events to the table. `return false` stops the parser.
class ExactReader final : public nlohmann::json_sax<json> {
 public:
  explicit ExactReader(JsonTable& table) : table_(table) {}

  bool null() override { return table_.null(); }
  bool boolean(bool value) override { return table_.boolean(value); }
  bool number_integer(json::number_integer_t value) override {
    return table_.whole(value);
  }
  bool number_unsigned(json::number_unsigned_t value) override {
    const bool fits = value <= static_cast<std::uint64_t>(INT64_MAX);
    return fits ? table_.whole(static_cast<std::int64_t>(value))
                : table_.real(static_cast<double>(value));
  }
  bool number_float(json::number_float_t value, const std::string&) override {
    return table_.real(value);
  }
  bool string(std::string& value) override { return table_.text(value); }
  bool binary(json::binary_t&) override { return table_.null(); }
  bool start_object(std::size_t) override { return table_.begin_object(); }
  bool start_array(std::size_t) override { return table_.begin_list(); }
  bool end_object() override { return table_.end_object(); }
  bool end_array() override { return table_.end_list(); }
  bool key(std::string& value) override { return table_.key(value); }
  bool parse_error(std::size_t position, const std::string&,
                   const json::exception&) override {
    error_at_ = position == 0 ? 0 : position - 1;
    return false;
  }

  std::size_t error_at() const { return error_at_; }

 private:
  JsonTable& table_;
  std::size_t error_at_ = 0;
};

bool looks_like_utf16(std::string_view text) {
  return text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF") ||
         (text.size() > 1 && (text[0] == '\0') != (text[1] == '\0'));
}

void require_utf8(std::string_view text) {
  if (looks_like_utf16(text)) {
    fail("record, byte 1", "this is UTF-16; save the record as UTF-8");
  }
  const std::size_t invalid = find_invalid_utf8(text);
  if (invalid != std::string_view::npos) {
    fail(place(text, invalid) + " (byte " + std::to_string(invalid + 1) + ")",
         "this byte is not UTF-8; save the record as UTF-8");
  }
}

[[noreturn]] void fail_at(std::string_view text, std::size_t at) {
  const bool ended = text.find_first_not_of(" \t\r\n", at) == std::string_view::npos;
  fail(place(text, std::min(at, text.size())),
       ended ? "the JSON text ends too early; the file may have been cut off"
             : "not JSON from here on; " + std::string(wanted));
}

}  // namespace

Json parse_json(std::string_view text) {
  JsonTable table(text.size());
  return read_quickly(text, deepest_record, table) ? std::move(table).finished()
                                                   : parse_json_exactly(text);
}

Json parse_json_exactly(std::string_view text) {
  require_utf8(text);
  if (text.find_first_not_of(" \t\r\n") == std::string_view::npos) {
    fail("record", "the text is empty; " + std::string(wanted));
  }
  JsonTable table(text.size());
  ExactReader reader(table);
  if (!json::sax_parse(text, &reader)) {
    if (table.too_deep()) {
      fail("record", "nested deeper than " + std::to_string(deepest_record) +
                         " levels; studies are nested about 10 deep");
    }
    fail_at(text, reader.error_at());
  }
  return std::move(table).finished();
}

std::string pointer_of(const Json& json, std::size_t value) {
  std::string pointer;
  const auto& values = json.values;
  for (std::size_t at = value; at != 0; at = values[at].parent) {
    const bool element = values[values[at].parent].kind == JsonValue::Kind::array;
    std::string step = "/";
    for (const char c :
         element ? std::to_string(values[at].position) : std::string(values[at].key)) {
      step += c == '~' ? "~0" : c == '/' ? "~1" : std::string(1, c);
    }
    pointer.insert(0, step);
  }
  return pointer;
}

std::string_view name_of(JsonValue::Kind kind) {
  constexpr std::array<std::string_view, 7> names = {
      "null",     "true or false", "a number", "a number",
      "a string", "an array",      "an object"};
  return names[static_cast<std::size_t>(kind)];
}

}  // namespace trialsheet
