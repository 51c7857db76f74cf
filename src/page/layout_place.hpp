// A value of a layout file and the way to it, so that every complaint can name its place.
//
// Typed reading: what is not of the expected type, range or name is an error that says
// what would be right.

#pragma once

#include <initializer_list>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/length.hpp"
#include "page/page.hpp"

namespace trialsheet {

/// The text of a layout file and the name that its user knows it by.
struct LayoutFile {
  std::string_view text;
  std::string name;
  bool has_twins = true;  ///< an object may name a member twice
};

class LayoutPlace {
 public:
  using Json = nlohmann::ordered_json;

  /// The root. `value` and `file` must outlive the place and all made from it.
  LayoutPlace(const LayoutFile& file, const Json& value) : file_(&file), value_(&value) {}

  /// Throws Error{Fault::layout}: "mine.json:12:8 /styles/detail/size: problem".
  [[noreturn]] void fail(const std::string& problem) const;

  bool has(const char* key) const;
  LayoutPlace at(const char* key) const;
  LayoutPlace item(std::size_t index) const;

  /// Refuses a member that is none of `known`, and a name that is there twice.
  void only(std::initializer_list<std::string_view> known) const;

  bool is(const Json& value) const { return *value_ == value; }

  std::string text() const;  ///< not empty, on one line
  bool truth() const;

  /// A distance from `least` to `most` points.
  Length length(double least, double most) const;
  int count(int least, int most) const;

  std::vector<LayoutPlace> items() const;          ///< of a list, not empty
  std::vector<LayoutPlace> items(int size) const;  ///< of a list of that many
  std::vector<std::pair<std::string, LayoutPlace>> members() const;  ///< not empty

 private:
  LayoutPlace(const LayoutPlace& parent, const Json& value, const std::string& step);

  [[noreturn]] void fail_at(std::size_t byte, const std::string& pointer,
                            const std::string& problem) const;
  void no_twins() const;

  const LayoutFile* file_;
  const Json* value_;
  std::string pointer_;
};

/// The JSON of `file`, of which it then knows whether it has twins. Throws
/// Error{Fault::layout} with line and column of what is none.
LayoutPlace::Json parse_json_file(LayoutFile& file);

/// A colour such as "#0F3460".
Color read_color(const LayoutPlace& place);

/// "a, b, c".
std::string joined(const std::vector<std::string>& names);

}  // namespace trialsheet
