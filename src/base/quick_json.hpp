// Quick JSON: a text that is plainly right, told in its order. The reader is simdjson.
//
// It says no to what is wrong, and to what only looks odd; then nlohmann/json reads the
// text again, and knows what is wrong with it and where. What it takes means what
// nlohmann/json would read (tests/base/quick_json_test.cpp).

#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace trialsheet {

/// Whoever is told; `return false` ends the reading. The views are valid during the call.
class JsonEvents {
 public:
  virtual ~JsonEvents() = default;
  virtual bool null() = 0;
  virtual bool boolean(bool value) = 0;
  virtual bool whole(std::int64_t value) = 0;
  virtual bool real(double value) = 0;  ///< also a whole number beyond 64 bits with sign
  virtual bool text(std::string_view value) = 0;
  virtual bool key(std::string_view name) = 0;
  virtual bool begin_object() = 0;
  virtual bool end_object() = 0;
  virtual bool begin_list() = 0;
  virtual bool end_list() = 0;

  /// Whether the value of this member, which has passed as JSON, is told.
  virtual bool wants(std::string_view) const { return true; }
};

/// Reads `json`, an object, and tells it to `events`; false if it does not take it or an
/// event said no, and then some of it may have been told. Never takes what is nested
/// deeper than `deepest` levels, or longer than 1 MiB; recurses as deep. Any bytes;
/// linear in their number, and needs about 15 times their size for the time of the call.
/// Thread-safe.
bool read_quickly(std::string_view json, std::size_t deepest, JsonEvents& events);

}  // namespace trialsheet
