// Json: a record as a flat table of values, and typed access that knows where it is.
//
// The table is ours rather than the library's so that one source names the library,
// nesting is bounded while it is read, and every value can tell its own JSON pointer.

#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace trialsheet {

struct JsonValue {
  enum class Kind { null, boolean, whole, real, string, array, object };

  Kind kind = Kind::null;
  std::size_t parent = 0;
  std::size_t position = 0;     ///< among the parent's members or elements, from 0
  std::size_t first_child = 0;  ///< 0: none; the value 0 is the root, nobody's child
  std::size_t last_child = 0;
  std::size_t next = 0;  ///< the next of the same parent; 0: none
  bool truth = false;
  std::int64_t whole = 0;
  double real = 0;
  std::string text = {};  ///< of a string
  std::string key = {};   ///< of an object's member
};

/// All values of one JSON text; the first is the root.
using Json = std::vector<JsonValue>;

/// Reads `text`, leaving out what the sheet never uses (results, references, browse
/// trees; skipping.hpp), though these are checked as well. Throws Error{Fault::record}
/// with line and column if it is not JSON, not UTF-8, or nested deeper than 100 levels.
Json parse_json(std::string_view text);

/// The JSON pointer (RFC 6901) of a value: "/protocolSection/statusModule".
std::string pointer_of(const Json& json, std::size_t value);

/// "a string", "a number", ... as a message calls it.
std::string_view name_of(JsonValue::Kind kind);

}  // namespace trialsheet
