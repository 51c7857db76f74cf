// Json: a record as a flat table of values, and typed access that knows where it is.
//
// The table is ours rather than a library's so that nesting is bounded while it is read,
// and every value can tell its own JSON pointer.

#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace trialsheet {

struct JsonValue {
  enum class Kind : std::uint8_t { null, boolean, whole, real, string, array, object };
  using Index = std::uint32_t;  ///< a text has fewer values than bytes

  Kind kind = Kind::null;
  bool truth = false;
  Index parent = 0;
  Index position = 0;     ///< among the parent's members or elements, from 0
  Index first_child = 0;  ///< 0: none; the value 0 is the root, nobody's child
  Index last_child = 0;
  Index next = 0;  ///< the next of the same parent; 0: none
  std::int64_t whole = 0;
  double real = 0;
  std::string_view text = {};  ///< of a string
  std::string_view key = {};   ///< of an object's member

  friend bool operator==(const JsonValue&, const JsonValue&) = default;
};

/// All values of one JSON text; the first is the root. Moved, its values stay good;
/// copied it cannot be.
class Json {
 public:
  Json() = default;
  Json(Json&&) noexcept = default;
  Json& operator=(Json&&) noexcept = default;

  std::vector<JsonValue> values;
  std::vector<char> texts;  ///< that the views of the values look into
};

/// Reads `text`, of which what the sheet never uses (results, references, browse trees)
/// is checked and left out. Throws Error{Fault::record} with line and column if it is not
/// JSON, not UTF-8, or nested deeper than 100 levels.
Json parse_json(std::string_view text);

/// The same without the quick reader, which does only what this does
/// (base/quick_json.hpp).
Json parse_json_exactly(std::string_view text);

/// The JSON pointer (RFC 6901) of a value: "/protocolSection/statusModule".
std::string pointer_of(const Json& json, std::size_t value);

/// "a string", "a number", ... as a message calls it.
std::string_view name_of(JsonValue::Kind kind);

}  // namespace trialsheet
