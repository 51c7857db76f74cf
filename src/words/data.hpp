// Data: a JSON text as plain values that know where they stand, for the readers of
// words/.
//
// Whoever corrects a text wants to hear the file and the pointer of what is wrong. So
// each value knows which of the file's values it is; the pointer is found when somebody
// asks. The JSON library stays in data.cpp.
//
// All values of a file lie together in its memory: a page reads a dozen files before its
// first word is known.

#pragma once

#include <cstdint>
#include <initializer_list>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace trialsheet {

/// A file and its content, which must both live as long as any Data read from them.
struct DataSource {
  std::string_view file;
  std::string_view json;
};

/// A value of a file: a view, which is good as long as its DataFile.
struct Data {
  enum class Kind : std::uint8_t { nothing, flag, number, text, list, object };

  Kind kind = Kind::nothing;
  bool flag = false;
  std::uint32_t ordinal = 0;  ///< how many values of the file begin before this one
  std::int64_t number = 0;
  std::string_view text;
  std::span<const Data> items;  ///< of a list, or the values of an object
  std::string_view name;        ///< of a member of an object
  const DataSource* source = nullptr;

  /// "src/words/en/sheet.json#/list/pair"; reads the file again, for messages.
  std::string where() const;

  /// The value of `wanted` in an object; nullptr if there is none.
  const Data* find(std::string_view wanted) const;
};

/// The values of a file.
class DataFile {
 public:
  struct Memory;

  DataFile(std::unique_ptr<Memory> memory, const Data& root);
  ~DataFile();
  DataFile(DataFile&&) noexcept;
  DataFile& operator=(DataFile&&) noexcept;

  const Data& root() const { return root_; }

 private:
  std::unique_ptr<Memory> memory_;
  Data root_;
};

/// Parses `json`, the content of `file`; both are kept by reference. Throws
/// Error{Fault::layout} with line and column if it is not JSON, and with the pointer if
/// an object names something twice or holds a number that is not whole. Bounded: nesting
/// deeper than 100 levels is an error too.
DataFile read_data(std::string_view file, std::string_view json);

/// Throws Error{Fault::layout} about `data`.
[[noreturn]] void fail(const Data& data, const std::string& problem);

/// The items of the list `data`, or fails.
std::span<const Data> list_of(const Data& data);

/// `data` as a text that is not empty, or fails.
std::string_view text_of(const Data& data);

/// The member `name` of the object `data`, or fails.
const Data& member(const Data& data, std::string_view name);

/// Fails if the object `data` has members other than `names`, or is no object.
void allow_only(const Data& data, std::span<const std::string_view> names);
void allow_only(const Data& data, std::initializer_list<std::string_view> names);

}  // namespace trialsheet
