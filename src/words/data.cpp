// Data: reads JSON and keeps the file and the pointer of each value. What simdjson does
// not take, nlohmann/json reads, which knows what is wrong.

#include "words/data.hpp"

#include <algorithm>
#include <limits>
#include <nlohmann/json.hpp>
#include <utility>

#include "base/error.hpp"
#include "base/quick_json.hpp"

namespace trialsheet {
namespace {

using Json = nlohmann::json;

// Ours: questions.json nests 9 deep.
constexpr std::size_t deepest = 100;

/// "line 3, column 14" of the byte before which the parser stopped.
std::string position(std::string_view json, std::size_t byte) {
  const std::string_view before = json.substr(0, std::min(byte, json.size()));
  const auto line = 1 + std::count(before.begin(), before.end(), '\n');
  const std::size_t start = before.rfind('\n');
  const std::size_t column =
      start == std::string_view::npos ? before.size() : before.size() - start - 1;
  return "line " + std::to_string(line) + ", column " + std::to_string(column);
}

/// The parser's events for both readers below; `return false` stops the parser.
class Events : public nlohmann::json_sax<Json> {
 public:
  bool number_unsigned(number_unsigned_t value) override {
    return value > static_cast<number_unsigned_t>(
                       std::numeric_limits<number_integer_t>::max())
               ? refuse("this number is too large")
               : number_integer(static_cast<number_integer_t>(value));
  }
  bool number_float(number_float_t, const string_t&) override {
    return refuse("this number is not whole");
  }
  bool binary(binary_t&) override { return false; }
  bool parse_error(std::size_t byte, const std::string&,
                   const nlohmann::detail::exception& error) override {
    byte_ = byte;
    number_too_large_ = error.id == 406;
    return false;
  }

  std::size_t byte() const { return byte_; }
  bool number_too_large() const { return number_too_large_; }

 protected:
  /// What is wrong with the value that begins now.
  virtual bool refuse(const char* problem) = 0;

 private:
  std::size_t byte_ = 0;
  bool number_too_large_ = false;
};

/// Builds the values of a file.
class Builder final : public JsonEvents {
 public:
  explicit Builder(const DataSource& source) : source_(source) {}

  bool null() override { return add(fresh(Data::Kind::nothing)); }
  bool boolean(bool value) override {
    Data data = fresh(Data::Kind::flag);
    data.flag = value;
    return add(std::move(data));
  }
  bool whole(std::int64_t value) override {
    Data data = fresh(Data::Kind::number);
    data.number = value;
    return add(std::move(data));
  }
  bool real(double) override { return false; }
  bool text(std::string_view value) override {
    Data data = fresh(Data::Kind::text);
    data.text = value;
    return add(std::move(data));
  }
  bool begin_object() override { return open(Data::Kind::object); }
  bool begin_list() override { return open(Data::Kind::list); }
  bool end_object() override { return no_twins(open_.back()) && close(); }
  bool end_list() override { return close(); }
  bool key(std::string_view name) override {
    open_.back().names.emplace_back(name);
    return true;
  }
  bool refuse(const char* problem) {
    root_ = fresh(Data::Kind::number);
    problem_ = problem;
    return false;
  }

  bool too_deep() const { return open_.size() > deepest; }
  const std::string& twin() const { return twin_; }
  const char* problem() const { return problem_; }
  Data& root() { return root_; }  ///< what was read, or the value with the problem

 private:
  Data fresh(Data::Kind kind) {
    Data data;
    data.kind = kind;
    data.ordinal = next_++;
    data.source = source_;
    return data;
  }
  bool open(Data::Kind kind) {
    open_.push_back(fresh(kind));
    return !too_deep();
  }
  bool close() {
    Data data = std::move(open_.back());
    open_.pop_back();
    return add(std::move(data));
  }
  bool add(Data data) {
    (open_.empty() ? root_ : open_.back().items.emplace_back()) = std::move(data);
    return true;
  }
  /// The library would keep the last of two members of one name in silence.
  bool no_twins(const Data& object) {
    std::vector<std::string_view> names(object.names.begin(), object.names.end());
    std::sort(names.begin(), names.end());
    const auto first = std::adjacent_find(names.begin(), names.end());
    if (first != names.end()) {
      twin_ = *first;
    }
    return first == names.end();
  }

  DataSource source_;
  Data root_;
  std::vector<Data> open_;  ///< the containers that are not complete, outermost first
  std::uint32_t next_ = 0;
  std::string twin_;
  const char* problem_ = nullptr;
};

/// Hands the parser's events to the builder.
class ExactReader final : public Events {
 public:
  explicit ExactReader(Builder& builder) : builder_(builder) {}

  bool null() override { return builder_.null(); }
  bool boolean(bool value) override { return builder_.boolean(value); }
  bool number_integer(number_integer_t value) override { return builder_.whole(value); }
  bool string(string_t& value) override { return builder_.text(value); }
  bool start_object(std::size_t) override { return builder_.begin_object(); }
  bool start_array(std::size_t) override { return builder_.begin_list(); }
  bool end_object() override { return builder_.end_object(); }
  bool end_array() override { return builder_.end_list(); }
  bool key(string_t& name) override { return builder_.key(name); }

 private:
  bool refuse(const char* problem) override { return builder_.refuse(problem); }

  Builder& builder_;
};

/// `name` as a step of a JSON pointer (RFC 6901).
std::string step(const std::string& name) {
  std::string escaped = "/";
  for (const char c : name) {
    escaped += c == '~' ? "~0" : c == '/' ? "~1" : std::string(1, c);
  }
  return escaped;
}

/// Finds the way to the value before which `wanted` others begin.
class PathFinder final : public Events {
 public:
  explicit PathFinder(std::uint32_t wanted) : wanted_(wanted) {}

  bool null() override { return pass(); }
  bool boolean(bool) override { return pass(); }
  bool number_integer(number_integer_t) override { return pass(); }
  bool string(string_t&) override { return pass(); }
  bool start_object(std::size_t) override { return open(false); }
  bool start_array(std::size_t) override { return open(true); }
  bool end_object() override { return close(); }
  bool end_array() override { return close(); }
  bool key(string_t& name) override {
    levels_.back().name = step(name);
    return true;
  }

  std::string path() const {
    std::string path;
    for (const Level& level : levels_) {
      path += level.is_list ? "/" + std::to_string(level.index) : level.name;
    }
    return path;
  }

 private:
  struct Level {
    bool is_list = false;
    std::size_t index = 0;  ///< of the list's item
    std::string name;       ///< of the object's member, as a step
  };

  bool pass() {
    if (next_++ == wanted_) {
      return false;
    }
    return over();
  }
  bool open(bool is_list) {
    if (next_++ == wanted_) {
      return false;
    }
    levels_.push_back({is_list, 0, ""});
    return true;
  }
  bool close() {
    levels_.pop_back();
    return over();
  }
  bool over() {
    if (!levels_.empty() && levels_.back().is_list) {
      ++levels_.back().index;
    }
    return true;
  }
  bool refuse(const char*) override { return pass(); }

  std::uint32_t wanted_;
  std::uint32_t next_ = 0;
  std::vector<Level> levels_;
};

[[noreturn]] void refuse(const Builder& builder, const ExactReader& reader,
                         std::string_view file, std::string_view json) {
  if (builder.too_deep()) {
    throw Error(Fault::layout, std::string(file),
                "is nested deeper than " + std::to_string(deepest) + " levels");
  }
  if (!builder.twin().empty()) {
    throw Error(Fault::layout, std::string(file),
                "\"" + builder.twin() + "\" stands twice in one object; keep one");
  }
  if (reader.number_too_large()) {
    throw Error(Fault::layout, std::string(file),
                "holds a number that is too large to be read");
  }
  throw Error(Fault::layout, std::string(file) + ", " + position(json, reader.byte()),
              "this is not JSON; look for a missing comma, quotation mark or brace");
}

}  // namespace

const Data* Data::find(std::string_view name) const {
  const auto found = std::find(names.begin(), names.end(), name);
  return found == names.end() ? nullptr : &items[std::size_t(found - names.begin())];
}

std::string Data::where() const {
  PathFinder finder(ordinal);
  Json::sax_parse(source.json, &finder);
  return std::string(source.file) + "#" + finder.path();
}

Data read_data(std::string_view file, std::string_view json) {
  if (Builder quick({file, json}); read_quickly(json, deepest, quick)) {
    return std::move(quick.root());
  }
  Builder builder({file, json});
  ExactReader reader(builder);
  if (Json::sax_parse(json, &reader)) {
    return std::move(builder.root());
  }
  if (builder.problem() != nullptr) {
    fail(builder.root(), builder.problem());
  }
  refuse(builder, reader, file, json);
}

void fail(const Data& data, const std::string& problem) {
  throw Error(Fault::layout, data.where(), problem);
}

const std::vector<Data>& list_of(const Data& data) {
  if (data.kind != Data::Kind::list) {
    fail(data, "a list in brackets is needed here");
  }
  return data.items;
}

const std::string& text_of(const Data& data) {
  if (data.kind != Data::Kind::text || data.text.empty()) {
    fail(data, "a text in quotation marks is needed here");
  }
  return data.text;
}

const Data& member(const Data& data, std::string_view name) {
  const Data* found = data.kind == Data::Kind::object ? data.find(name) : nullptr;
  if (found == nullptr) {
    fail(data, "\"" + std::string(name) + "\" is missing");
  }
  return *found;
}

void allow_only(const Data& data, const std::vector<std::string_view>& names) {
  if (data.kind != Data::Kind::object) {
    fail(data, "an object in braces is needed here");
  }
  for (std::size_t i = 0; i < data.names.size(); ++i) {
    if (std::find(names.begin(), names.end(), data.names[i]) == names.end()) {
      fail(data.items[i], "\"" + data.names[i] + "\" is not known here");
    }
  }
}

}  // namespace trialsheet
