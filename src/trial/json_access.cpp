// Json access: each reader asks for one type; the pointer is worked out only when
// something is to be noted, so the usual case costs nothing.

#include "trial/json_access.hpp"

#include <array>
#include <charconv>
#include <utility>

#include "base/text.hpp"
#include "trial/unescape.hpp"

namespace trialsheet {
namespace {

using Kind = JsonValue::Kind;

struct UnitWord {
  std::string_view word;
  Age::Unit unit;
};

/// RECORD_FACTS section 1, "Ages": singular and plural both occur.
constexpr std::array<UnitWord, 12> unit_words = {{{"Year", Age::Unit::years},
                                                  {"Years", Age::Unit::years},
                                                  {"Month", Age::Unit::months},
                                                  {"Months", Age::Unit::months},
                                                  {"Week", Age::Unit::weeks},
                                                  {"Weeks", Age::Unit::weeks},
                                                  {"Day", Age::Unit::days},
                                                  {"Days", Age::Unit::days},
                                                  {"Hour", Age::Unit::hours},
                                                  {"Hours", Age::Unit::hours},
                                                  {"Minute", Age::Unit::minutes},
                                                  {"Minutes", Age::Unit::minutes}}};

std::optional<Age> parse_age(std::string_view text) {
  const std::size_t space = text.find(' ');
  // Four digits hold an age in hours of 400 days; more is no age.
  if (space == std::string_view::npos || space == 0 || space > 4) {
    return std::nullopt;
  }
  unsigned count = 0;
  const auto result = std::from_chars(text.data(), text.data() + space, count);
  if (result.ec != std::errc() || result.ptr != text.data() + space) {
    return std::nullopt;
  }
  for (const UnitWord& unit : unit_words) {
    if (unit.word == text.substr(space + 1)) {
      return Age{static_cast<int>(count), unit.unit};
    }
  }
  return std::nullopt;
}

/// What a message quotes of a value: enough to recognise it, never a whole text.
std::string quoted(std::string_view text) {
  constexpr std::size_t enough = 40;
  std::size_t length = 0;
  while (length < text.size() && length < enough) {
    length += character_at(text, length).length;
  }
  return '"' + std::string(text.substr(0, length)) +
         (length < text.size() ? "...\"" : "\"");
}

std::string expected_name(Kind kind) {
  return kind == Kind::whole ? "a whole number" : std::string(name_of(kind));
}

}  // namespace

bool Field::is_stated() const {
  return value_ && json_->values[*value_].kind != Kind::null;
}

std::string Field::pointer() const {
  return value_ ? pointer_of(*json_, *value_) : "";
}

void Field::note_ignored(const std::string& message) const {
  Note note{Note::Kind::ignored, pointer(), message + "; ignored"};
  // A module of the wrong type is asked for each of its members; once is enough to say
  // it.
  if (notes_->empty() || notes_->back() != note) {
    notes_->push_back(std::move(note));
  }
}

const JsonValue* Field::expect(Kind kind) const {
  if (!is_stated()) {
    return nullptr;
  }
  const JsonValue& value = json_->values[*value_];
  if (value.kind == kind) {
    return &value;
  }
  note_ignored("expected " + expected_name(kind) + ", found " +
               std::string(name_of(value.kind)));
  return nullptr;
}

Field Field::operator[](std::string_view key) const {
  std::optional<std::size_t> found;
  const JsonValue* object = expect(Kind::object);
  std::size_t at = object == nullptr ? 0 : object->first_child;
  for (; at != 0; at = json_->values[at].next) {
    if (json_->values[at].key == key) {
      found = at;
    }
  }
  return {json_, notes_, found};
}

std::vector<Field> Field::elements() const {
  std::vector<Field> fields;
  const JsonValue* array = expect(Kind::array);
  std::size_t at = array == nullptr ? 0 : array->first_child;
  for (; at != 0; at = json_->values[at].next) {
    fields.push_back(Field(json_, notes_, at));
  }
  return fields;
}

std::string_view Field::raw() const {
  const JsonValue* value = expect(Kind::string);
  return value == nullptr ? std::string_view() : value->text;
}

std::string Field::text() const {
  const std::string_view text = raw();
  return text.find('&') == text.npos ? one_line(text) : one_line(with_signs(text));
}

std::string Field::unescaped_text() const {
  return one_line(unescape(raw()));
}

std::string Field::blocks() const {
  return kept_lines(unescape(raw()));
}

std::vector<std::string> Field::texts() const {
  std::vector<std::string> all;
  for (const Field& element : elements()) {
    std::string text = element.text();
    if (!text.empty()) {
      all.push_back(std::move(text));
    }
  }
  return all;
}

std::string Field::token(Enumeration enumeration) const {
  std::string token = text();
  if (token.empty() || is_token(enumeration, token)) {
    return token;
  }
  note_ignored(quoted(token) + " is no " + std::string(schema_name(enumeration)));
  return {};
}

std::vector<std::string> Field::tokens(Enumeration enumeration) const {
  std::vector<std::string> all;
  for (const Field& element : elements()) {
    std::string token = element.token(enumeration);
    if (!token.empty()) {
      all.push_back(std::move(token));
    }
  }
  return all;
}

std::optional<bool> Field::truth() const {
  const JsonValue* value = expect(Kind::boolean);
  return value == nullptr ? std::nullopt : std::optional(value->truth);
}

std::optional<std::int64_t> Field::whole() const {
  const JsonValue* value = expect(Kind::whole);
  return value == nullptr ? std::nullopt : std::optional(value->whole);
}

std::optional<double> Field::number() const {
  const bool is_whole = value_ && json_->values[*value_].kind == Kind::whole;
  const JsonValue* value = expect(is_whole ? Kind::whole : Kind::real);
  return value == nullptr ? std::nullopt : std::optional(value->real);
}

std::optional<Date> Field::date() const {
  const std::string written = text();
  const std::optional<Date> date = parse_date(written);
  if (!written.empty() && !date) {
    note_ignored("expected a date such as 2026-07-14 or 2026-07, found " +
                 quoted(written));
  }
  return date;
}

std::optional<Age> Field::age() const {
  const std::string written = text();
  const std::optional<Age> age = parse_age(written);
  if (!written.empty() && !age) {
    note_ignored("expected an age such as \"18 Years\", found " + quoted(written));
  }
  return age;
}

StatedDate Field::stated_date() const {
  const std::string type = (*this)["type"].token(Enumeration::date_type);
  return {(*this)["date"].date(), type == "ESTIMATED"};
}

}  // namespace trialsheet
