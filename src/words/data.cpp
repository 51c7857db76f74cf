// Data: reads JSON and keeps the file and the pointer of each value. What simdjson does
// not take, nlohmann/json reads, which knows what is wrong.

#include "words/data.hpp"

#include <algorithm>
#include <cstring>
#include <limits>
#include <memory>
#include <memory_resource>
#include <new>
#include <nlohmann/json.hpp>
#include <utility>
#include <vector>

#include "base/error.hpp"
#include "base/quick_json.hpp"

namespace trialsheet {

/// Everything lies one behind the other, in pieces of growing size.
struct DataFile::Memory {
  /// With values for all bytes of a text; usual texts take no second piece.
  explicit Memory(const DataSource& from)
      : source(from), bytes(from.json.size() + usual_values) {}

  static constexpr std::size_t usual_values = 4096;

  std::string_view kept(std::string_view text) {
    if (text.empty()) {
      return {};
    }
    auto* const copy = static_cast<char*>(bytes.allocate(text.size(), 1));
    std::memcpy(copy, text.data(), text.size());
    return {copy, text.size()};
  }
  std::span<const Data> kept(std::span<const Data> values) {
    if (values.empty()) {
      return {};
    }
    auto* const copy =
        static_cast<Data*>(bytes.allocate(values.size_bytes(), alignof(Data)));
    std::uninitialized_copy(values.begin(), values.end(), copy);
    return {copy, values.size()};
  }

  DataSource source;
  std::pmr::monotonic_buffer_resource bytes;
};

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

/// Whether two of the values have one name.
const Data* find_twin(std::span<const Data> members) {
  constexpr std::size_t few = 12;  // of which each is soon held against each
  if (members.size() <= few) {
    for (std::size_t i = 1; i < members.size(); ++i) {
      for (std::size_t other = 0; other < i; ++other) {
        if (members[i].name == members[other].name) {
          return &members[i];
        }
      }
    }
    return nullptr;
  }
  std::vector<const Data*> sorted;
  for (const Data& member : members) {
    sorted.push_back(&member);
  }
  const auto by_name = [](const Data* a, const Data* b) { return a->name < b->name; };
  std::sort(sorted.begin(), sorted.end(), by_name);
  const auto first =
      std::adjacent_find(sorted.begin(), sorted.end(),
                         [](const Data* a, const Data* b) { return a->name == b->name; });
  return first == sorted.end() ? nullptr : *first;
}

/// Builds the values of a file: those of a container that is open wait on a stack.
class Builder final : public JsonEvents {
 public:
  explicit Builder(const DataSource& source)
      : memory_(std::make_unique<DataFile::Memory>(source)) {}

  bool null() override { return add(Data::Kind::nothing); }
  bool boolean(bool value) override {
    add(Data::Kind::flag);
    waiting_.back().flag = value;
    return true;
  }
  bool whole(std::int64_t value) override {
    add(Data::Kind::number);
    waiting_.back().number = value;
    return true;
  }
  bool real(double) override { return false; }
  bool text(std::string_view value) override {
    add(Data::Kind::text);
    waiting_.back().text = memory_->kept(value);
    return true;
  }
  bool begin_object() override { return open(Data::Kind::object); }
  bool begin_list() override { return open(Data::Kind::list); }
  bool end_object() override {
    const Data* const twin = find_twin(inside());
    if (twin != nullptr) {
      twin_ = twin->name;
    }
    return twin == nullptr && close();
  }
  bool end_list() override { return close(); }
  bool key(std::string_view name) override {
    name_ = memory_->kept(name);
    return true;
  }
  bool refuse(const char* problem) {
    problem_ = problem;
    return !add(Data::Kind::number);
  }

  bool too_deep() const { return open_.size() > deepest; }
  const std::string& twin() const { return twin_; }
  const char* problem() const { return problem_; }
  const Data& last() const { return waiting_.back(); }  ///< the one with the problem
  DataFile file() && { return {std::move(memory_), waiting_.front()}; }

 private:
  bool add(Data::Kind kind) {
    Data& data = waiting_.emplace_back();
    data.kind = kind;
    data.ordinal = next_++;
    data.name = std::exchange(name_, {});
    data.source = &memory_->source;
    return true;
  }
  bool open(Data::Kind kind) {
    open_.push_back(waiting_.size());
    return add(kind) && !too_deep();
  }
  /// What waits behind the container that was opened last.
  std::span<const Data> inside() const {
    return std::span(waiting_).subspan(open_.back() + 1);
  }
  bool close() {
    waiting_[open_.back()].items = memory_->kept(inside());
    waiting_.resize(open_.back() + 1);
    open_.pop_back();
    return true;
  }

  std::unique_ptr<DataFile::Memory> memory_;
  std::vector<Data> waiting_;
  std::vector<std::size_t> open_;  ///< containers, by their places among what waits
  std::uint32_t next_ = 0;
  std::string_view name_;  ///< of the next value
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

DataFile::DataFile(std::unique_ptr<Memory> memory, const Data& root)
    : memory_(std::move(memory)), root_(root) {}
DataFile::~DataFile() = default;
DataFile::DataFile(DataFile&&) noexcept = default;
DataFile& DataFile::operator=(DataFile&&) noexcept = default;

const Data* Data::find(std::string_view wanted) const {
  const auto found = std::find_if(items.begin(), items.end(), [wanted](const Data& each) {
    return each.name == wanted;
  });
  return found == items.end() || kind != Kind::object ? nullptr : &*found;
}

std::string Data::where() const {
  PathFinder finder(ordinal);
  Json::sax_parse(source->json, &finder);
  return std::string(source->file) + "#" + finder.path();
}

DataFile read_data(std::string_view file, std::string_view json) {
  if (Builder quick({file, json}); read_quickly(json, deepest, quick)) {
    return std::move(quick).file();
  }
  Builder builder({file, json});
  ExactReader reader(builder);
  if (Json::sax_parse(json, &reader)) {
    return std::move(builder).file();
  }
  if (builder.problem() != nullptr) {
    fail(builder.last(), builder.problem());
  }
  refuse(builder, reader, file, json);
}

void fail(const Data& data, const std::string& problem) {
  throw Error(Fault::layout, data.where(), problem);
}

std::span<const Data> list_of(const Data& data) {
  if (data.kind != Data::Kind::list) {
    fail(data, "a list in brackets is needed here");
  }
  return data.items;
}

std::string_view text_of(const Data& data) {
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

void allow_only(const Data& data, std::span<const std::string_view> names) {
  if (data.kind != Data::Kind::object) {
    fail(data, "an object in braces is needed here");
  }
  for (const Data& item : data.items) {
    if (std::find(names.begin(), names.end(), item.name) == names.end()) {
      fail(item, "\"" + std::string(item.name) + "\" is not known here");
    }
  }
}

void allow_only(const Data& data, std::initializer_list<std::string_view> names) {
  allow_only(data, std::span(names.begin(), names.size()));
}

}  // namespace trialsheet
