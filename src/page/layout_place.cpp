// Typed reading of a layout file.

#include "page/layout_place.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>

#include "base/error.hpp"
#include "base/text.hpp"
#include "page/json_place.hpp"

namespace trialsheet {

namespace {

/// A pointer's step: RFC 6901, section 3.
std::string escaped_step(std::string_view key) {
  std::string step;
  for (const char c : key)
    step += c == '~' ? "~0" : c == '/' ? "~1" : std::string(1, c);
  return step;
}

/// How many letters to add, drop or change to get from one name to the other.
std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 0; i < a.size(); ++i) {
    auto diagonal = std::exchange(row[0], i + 1);
    for (std::size_t j = 0; j < b.size(); ++j) {
      const auto changed = diagonal + (a[i] == b[j] ? 0 : 1);
      diagonal = row[j + 1];
      row[j + 1] = std::min({changed, row[j] + 1, row[j + 1] + 1});
    }
  }
  return row.back();
}

std::string advice(std::string_view key, std::initializer_list<std::string_view> known) {
  const auto nearest = std::min_element(known.begin(), known.end(), [&](auto a, auto b) {
    return distance(key, a) < distance(key, b);
  });
  if (distance(key, *nearest) <= std::max<std::size_t>(2, nearest->size() / 3))
    return fmt::format("is no key of this object; should it be \"{}\"?", *nearest);
  return "is no key of this object; its keys are " +
         joined(std::vector<std::string>(known.begin(), known.end()));
}

/// What the parser could not take, with its line and column.
[[noreturn]] void fail_at_byte(const LayoutFile& file, std::size_t at) {
  const bool ended = file.text.find_first_not_of(" \t\r\n", at) == file.text.npos;
  throw Error(Fault::layout, file.name + ":" + line_and_column(file.text, at),
              ended ? "the JSON text ends too early; the file may have been cut off"
                    : "not JSON from here on");
}

std::size_t member_count(const LayoutPlace::Json& json) {
  std::size_t count = json.is_object() ? json.size() : 0;
  for (const auto& inner : json)
    if (inner.is_structured())
      count += member_count(inner);
  return count;
}

}  // namespace

std::string joined(const std::vector<std::string>& names) {
  std::string list;
  for (const auto& name : names)
    list += (list.empty() ? "" : ", ") + name;
  return list;
}

LayoutPlace::Json parse_json_file(LayoutFile& file) {
  try {
    auto json = LayoutPlace::Json::parse(file.text);
    file.has_twins = json_member_count(file.text) != member_count(json);
    return json;
  } catch (const LayoutPlace::Json::parse_error& problem) {
    fail_at_byte(file, problem.byte == 0 ? 0 : problem.byte - 1);
  } catch (const LayoutPlace::Json::out_of_range&) {
    throw Error(Fault::layout, file.name,
                "holds a number that is too large to be read; none should be over 10000");
  }
}

Color read_color(const LayoutPlace& place) {
  const auto text = place.text();
  if (text.size() != 7 || text[0] != '#' ||
      text.find_first_not_of("0123456789abcdefABCDEF", 1) != text.npos)
    place.fail("should be a colour such as \"#0F3460\"");
  const auto part = [&](std::size_t at) {
    return static_cast<std::uint8_t>(std::stoi(text.substr(at, 2), nullptr, 16));
  };
  return {part(1), part(3), part(5)};
}

LayoutPlace::LayoutPlace(const LayoutPlace& parent, const Json& value,
                         const std::string& step)
    : file_(parent.file_), value_(&value), pointer_(parent.pointer_ + "/" + step) {}

void LayoutPlace::fail_at(std::size_t byte, const std::string& pointer,
                          const std::string& problem) const {
  throw Error(Fault::layout,
              file_->name + ":" + line_and_column(file_->text, byte) + " " +
                  (pointer.empty() ? "/" : pointer),
              problem);
}

void LayoutPlace::fail(const std::string& problem) const {
  fail_at(json_value_at(file_->text, pointer_), pointer_, problem);
}

bool LayoutPlace::has(const char* key) const {
  return value_->is_object() && value_->contains(key);
}

LayoutPlace LayoutPlace::at(const char* key) const {
  if (!has(key))
    fail(fmt::format("needs \"{}\"", key));
  return {*this, (*value_)[key], escaped_step(key)};
}

LayoutPlace LayoutPlace::item(std::size_t index) const {
  return {*this, (*value_)[index], std::to_string(index)};
}

/// The parser keeps one of two members of the same name and says nothing.
void LayoutPlace::no_twins() const {
  if (!file_->has_twins)
    return;
  const auto members = json_members(file_->text, json_value_at(file_->text, pointer_));
  for (auto member = members.begin(); member != members.end(); ++member)
    if (std::any_of(members.begin(), member,
                    [&](const JsonMember& other) { return other.key == member->key; }))
      fail_at(member->key_at, pointer_ + "/" + escaped_step(member->key),
              "is there twice; one of the two should go");
}

void LayoutPlace::only(std::initializer_list<std::string_view> known) const {
  if (!value_->is_object())
    fail(fmt::format("should be an object with {}",
                     joined(std::vector<std::string>(known.begin(), known.end()))));
  const auto is_known = [known](const auto& member) {
    return std::find(known.begin(), known.end(), member.key()) != known.end();
  };
  const auto named = value_->items();
  if (std::all_of(named.begin(), named.end(), is_known))
    return no_twins();
  for (const auto& member :
       json_members(file_->text, json_value_at(file_->text, pointer_)))
    if (std::find(known.begin(), known.end(), member.key) == known.end())
      fail_at(member.key_at, pointer_ + "/" + escaped_step(member.key),
              advice(member.key, known));
  no_twins();
}

std::string LayoutPlace::text() const {
  if (!value_->is_string())
    fail(fmt::format("should be a text, not {}", value_->type_name()));
  auto text = one_line(value_->get<std::string>());
  if (text.empty())
    fail("should be a text, not an empty one");
  return text;
}

bool LayoutPlace::truth() const {
  if (!value_->is_boolean())
    fail(fmt::format("should be true or false, not {}", value_->type_name()));
  return value_->get<bool>();
}

Length LayoutPlace::length(double least, double most) const {
  if (!value_->is_number())
    fail(fmt::format("should be a number of points, not {}", value_->type_name()));
  const auto points = value_->get<double>();
  if (!(points >= least && points <= most))
    fail(
        fmt::format("should be from {:g} to {:g} points, not {:g}", least, most, points));
  return Length::from_points(points);
}

int LayoutPlace::count(int least, int most) const {
  if (!value_->is_number_integer() || *value_ < least || *value_ > most)
    fail(fmt::format("should be a whole number from {} to {}", least, most));
  return value_->get<int>();
}

std::vector<LayoutPlace> LayoutPlace::items() const {
  if (!value_->is_array() || value_->empty())
    fail("should be a list of at least one item");
  std::vector<LayoutPlace> places;
  for (std::size_t i = 0; i < value_->size(); ++i)
    places.push_back(item(i));
  return places;
}

std::vector<LayoutPlace> LayoutPlace::items(int size) const {
  if (!value_->is_array() || value_->size() != static_cast<std::size_t>(size))
    fail(fmt::format("should be a list of {} items", size));
  return items();
}

std::vector<std::pair<std::string, LayoutPlace>> LayoutPlace::members() const {
  if (!value_->is_object() || value_->empty())
    fail("should be an object with at least one member");
  no_twins();
  std::vector<std::pair<std::string, LayoutPlace>> places;
  for (const auto& [key, value] : value_->items())
    places.emplace_back(key, LayoutPlace(*this, value, escaped_step(key)));
  return places;
}

}  // namespace trialsheet
