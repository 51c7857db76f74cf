// Where a value stands in a JSON text: a scan of its own, so that a message can name the
// line and column that an editor shows.
//
// The text is known to be JSON (a parser has read it); of anything else a scan gives some
// offset, never one outside the text.

#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace trialsheet {

/// "12:8", line and column of the byte `at`, both counted from 1, columns in characters.
std::string line_and_column(std::string_view text, std::size_t at);

/// A member of a JSON object: its name, and where that and its value begin.
struct JsonMember {
  std::string key;
  std::size_t key_at = 0;
  std::size_t value_at = 0;
};

/// The members of the object that begins at byte `at`, in the order of the text, also
/// those of the same name; none if no object begins there.
std::vector<JsonMember> json_members(std::string_view json, std::size_t at);

/// How many members the objects of the text have, also those of the same name; linear.
std::size_t json_member_count(std::string_view json);

/// The byte at which the value of `pointer` (RFC 6901) begins. Where the way does not
/// lead on, the last value on it. Of members with one name the last counts.
std::size_t json_value_at(std::string_view json, std::string_view pointer);

}  // namespace trialsheet
