// JSON text, written straight into its bytes: for what is too large to stand in memory as
// a tree first.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "base/length.hpp"

namespace trialsheet {

/// One JSON text (RFC 8259), each member and element on a line, a space in for each
/// level.
///
/// The caller opens and closes in pairs and names every member of an object; nothing is
/// checked. Bytes that are not UTF-8 become U+FFFD.
class JsonWriter {
 public:
  /// `size`: of the whole text, about.
  explicit JsonWriter(std::size_t size = 0) { out_.reserve(size); }

  JsonWriter& open_object() { return open('{'); }
  JsonWriter& close_object() { return close('}'); }
  JsonWriter& open_array() { return open('['); }
  JsonWriter& close_array() { return close(']'); }

  /// The name of the member whose value follows.
  JsonWriter& key(std::string_view name);

  JsonWriter& text(std::string_view utf8);
  JsonWriter& integer(std::int64_t value);
  JsonWriter& boolean(bool value) { return literal(value ? "true" : "false"); }
  JsonWriter& null() { return literal("null"); }
  JsonWriter& points(Length value);  ///< to the thousandth: 9, 9.5, 9.625

  const std::string& str() const { return out_; }
  std::string take() { return std::move(out_); }

 private:
  JsonWriter& open(char bracket);
  JsonWriter& close(char bracket);
  JsonWriter& literal(std::string_view value);
  void begin_value();
  void new_line();
  void quoted(std::string_view utf8);

  std::string out_;
  std::size_t depth_ = 0;
  bool is_empty_ = true;      ///< nothing stands in what was opened last
  bool follows_key_ = false;  ///< the next value is a member's
};

}  // namespace trialsheet
