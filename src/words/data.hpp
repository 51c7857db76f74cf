// Data: a JSON text as plain values that know where they stand, for the readers of
// words/.
//
// Whoever corrects a text wants to hear the file and the pointer of what is wrong. So
// each value carries them, and the JSON library stays in data.cpp.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace trialsheet {

struct Data {
  enum class Kind { nothing, flag, number, text, list, object };

  Kind kind = Kind::nothing;
  bool flag = false;
  std::int64_t number = 0;
  std::string text;
  std::vector<Data> items;         ///< of a list, or the values of an object
  std::vector<std::string> names;  ///< of an object, in the order of the file
  std::string where;               ///< "src/words/en/sheet.json#/list/pair"

  /// The value of `name` in an object; nullptr if there is none.
  const Data* find(std::string_view name) const;
};

/// Parses `json`, the content of `file`. Throws Error{Fault::layout} with line and column
/// if it is not JSON, and with the pointer if an object names something twice or holds a
/// number that is not whole. Bounded: nesting deeper than 100 levels is an error too.
Data read_data(std::string_view file, std::string_view json);

/// Throws Error{Fault::layout} about `data`.
[[noreturn]] void fail(const Data& data, const std::string& problem);

/// The items of the list `data`, or fails.
const std::vector<Data>& list_of(const Data& data);

/// `data` as a text that is not empty, or fails.
const std::string& text_of(const Data& data);

/// The member `name` of the object `data`, or fails.
const Data& member(const Data& data, std::string_view name);

/// Fails if the object `data` has members other than `names`, or is no object.
void allow_only(const Data& data, const std::vector<std::string_view>& names);

}  // namespace trialsheet
