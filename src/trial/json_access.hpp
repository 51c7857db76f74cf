// Json access: typed reading of one value, noting what is not of the expected type.

#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "base/note.hpp"
#include "trial/enumerations.hpp"
#include "trial/json.hpp"
#include "trial/trial.hpp"

namespace trialsheet {

/// A place in a record that may hold a value. Absent and null both read as "not stated";
/// a value of another type reads so too, and is noted. Json and Notes must outlive it.
class Field {
 public:
  Field(const Json& json, Notes& notes) : json_(&json), notes_(&notes), value_(0) {}

  bool is_stated() const;
  std::string pointer() const;

  Field operator[](std::string_view key) const;  ///< the last member of that name
  std::vector<Field> elements() const;

  std::string text() const;            ///< on one line, entities undone
  std::string unescaped_text() const;  ///< on one line, escapes undone
  std::string blocks() const;          ///< lines kept, escapes undone
  std::vector<std::string> texts() const;
  std::string token(Enumeration enumeration) const;
  std::vector<std::string> tokens(Enumeration enumeration) const;
  std::optional<bool> truth() const;
  std::optional<std::int64_t> whole() const;
  std::optional<double> number() const;
  std::optional<Date> date() const;
  std::optional<Age> age() const;
  StatedDate stated_date() const;  ///< a "...DateStruct": {"date", "type"}

  void note_ignored(const std::string& message) const;

 private:
  Field(const Json* json, Notes* notes, std::optional<std::size_t> value)
      : json_(json), notes_(notes), value_(value) {}

  const JsonValue* expect(JsonValue::Kind kind) const;
  std::string_view raw() const;

  const Json* json_;
  Notes* notes_;
  std::optional<std::size_t> value_;
};

}  // namespace trialsheet
