// Json: the only source that sees nlohmann/json. Its event parser fills our table from
// what skipping.hpp leaves, so the nesting is bounded before anything recurses and no
// library exception leaves this file.

#include "trial/json.hpp"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <utility>

#include "base/error.hpp"
#include "base/text.hpp"
#include "trial/skipping.hpp"

namespace trialsheet {
namespace {

using nlohmann::json;

// Ours: a study nests 11 deep at most in the 1,108 records measured.
constexpr std::size_t deepest = 100;

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

/// Receives the parser's events. `return false` stops the parser.
class TableBuilder final : public nlohmann::json_sax<json> {
 public:
  // Saves most records the first nine doublings of the table.
  TableBuilder() { json_.reserve(512); }

  bool null() override { return add({}); }
  bool boolean(bool value) override {
    return add({.kind = JsonValue::Kind::boolean, .truth = value});
  }
  bool number_integer(json::number_integer_t value) override {
    return add({.kind = JsonValue::Kind::whole,
                .whole = value,
                .real = static_cast<double>(value)});
  }
  bool number_unsigned(json::number_unsigned_t value) override {
    const bool fits = value <= static_cast<std::uint64_t>(INT64_MAX);
    return fits ? number_integer(static_cast<std::int64_t>(value))
                : number_float(static_cast<double>(value), {});
  }
  bool number_float(json::number_float_t value, const std::string&) override {
    return add({.kind = JsonValue::Kind::real, .real = value});
  }
  bool string(std::string& value) override {
    return add({.kind = JsonValue::Kind::string, .text = std::move(value)});
  }
  bool binary(json::binary_t&) override { return add({}); }
  bool start_object(std::size_t) override { return open(JsonValue::Kind::object); }
  bool start_array(std::size_t) override { return open(JsonValue::Kind::array); }
  bool end_object() override { return close(); }
  bool end_array() override { return close(); }
  bool key(std::string& value) override {
    if (skipped_levels_ == 0) {
      key_ = std::move(value);
    }
    return true;
  }
  bool parse_error(std::size_t position, const std::string&,
                   const json::exception&) override {
    error_at_ = position == 0 ? 0 : position - 1;
    return false;
  }

  bool too_deep() const { return open_.size() + skipped_levels_ > deepest; }
  std::size_t error_at() const { return error_at_; }
  Json finished() && { return std::move(json_); }

 private:
  bool is_skipped() const {
    return skipped_levels_ > 0 || std::find(unused_members.begin(), unused_members.end(),
                                            key_) != unused_members.end();
  }

  bool add(JsonValue value) {
    if (!is_skipped()) {
      append(std::move(value));
    }
    key_.clear();
    return true;
  }

  bool open(JsonValue::Kind kind) {
    if (is_skipped()) {
      ++skipped_levels_;
    } else {
      append({.kind = kind});
      open_.push_back(json_.size() - 1);
    }
    key_.clear();
    return !too_deep();
  }

  bool close() {
    if (skipped_levels_ > 0) {
      --skipped_levels_;
    } else {
      open_.pop_back();
    }
    return true;
  }

  void append(JsonValue value) {
    value.key = std::move(key_);
    if (!open_.empty()) {
      value.parent = open_.back();
      value.position = link(json_.size());
    }
    json_.push_back(std::move(value));
  }

  /// Makes `child` the last of the open value's children; its position among them.
  std::size_t link(std::size_t child) {
    JsonValue& parent = json_[open_.back()];
    const std::size_t before = std::exchange(parent.last_child, child);
    if (before == 0) {
      parent.first_child = child;
      return 0;
    }
    json_[before].next = child;
    return json_[before].position + 1;
  }

  Json json_;
  std::vector<std::size_t> open_;
  std::size_t skipped_levels_ = 0;
  std::string key_;
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
  require_utf8(text);
  if (text.find_first_not_of(" \t\r\n") == std::string_view::npos) {
    fail("record", "the text is empty; " + std::string(wanted));
  }
  const Kept kept = without_unused(text);
  TableBuilder builder;
  if (!json::sax_parse(kept.text, &builder)) {
    if (builder.too_deep()) {
      fail("record", "nested deeper than " + std::to_string(deepest) +
                         " levels; studies are nested about 10 deep");
    }
    fail_at(text, kept.original(builder.error_at()));
  }
  return std::move(builder).finished();
}

std::string pointer_of(const Json& json, std::size_t value) {
  std::string pointer;
  for (std::size_t at = value; at != 0; at = json[at].parent) {
    const bool element = json[json[at].parent].kind == JsonValue::Kind::array;
    std::string step = "/";
    for (const char c : element ? std::to_string(json[at].position) : json[at].key) {
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
