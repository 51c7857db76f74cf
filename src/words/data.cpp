// Data: reads JSON with nlohmann/json and keeps the file and the pointer of each value.

#include "words/data.hpp"

#include <algorithm>
#include <limits>
#include <nlohmann/json.hpp>
#include <set>

#include "base/error.hpp"

namespace trialsheet {
namespace {

using Json = nlohmann::ordered_json;

/// "line 3, column 14" of the byte before which the parser stopped.
std::string position(std::string_view json, std::size_t byte) {
  const std::string_view before = json.substr(0, std::min(byte, json.size()));
  const auto line = 1 + std::count(before.begin(), before.end(), '\n');
  const std::size_t start = before.rfind('\n');
  const std::size_t column =
      start == std::string_view::npos ? before.size() : before.size() - start - 1;
  return "line " + std::to_string(line) + ", column " + std::to_string(column);
}

// Ours: questions.json nests 9 deep.
constexpr int deepest = 100;

/// Stops at what is nested too deep to be walked, and notes every name that one object
/// holds twice: the parser would keep the last in silence.
class Watch {
 public:
  explicit Watch(std::string_view file) : file_(file) {}

  bool operator()(int depth, Json::parse_event_t event, const Json& value) {
    if (depth > deepest) {
      throw Error(Fault::layout, file_,
                  "is nested deeper than " + std::to_string(deepest) + " levels");
    }
    if (event == Json::parse_event_t::object_start) {
      names_.emplace_back();
    } else if (event == Json::parse_event_t::object_end) {
      names_.pop_back();
    } else if (event == Json::parse_event_t::key) {
      note(value.get<std::string>());
    }
    return true;
  }
  const std::string& first_twin() const { return first_; }

 private:
  void note(const std::string& name) {
    if (!names_.back().insert(name).second && first_.empty()) {
      first_ = name;
    }
  }

  std::string file_;
  std::vector<std::set<std::string>> names_;
  std::string first_;
};

Json parse(std::string_view file, std::string_view json) {
  Watch watch(file);
  try {
    Json parsed = Json::parse(json, std::ref(watch));
    if (!watch.first_twin().empty()) {
      throw Error(Fault::layout, std::string(file),
                  "\"" + watch.first_twin() + "\" stands twice in one object; keep one");
    }
    return parsed;
  } catch (const Json::parse_error& error) {
    throw Error(Fault::layout, std::string(file) + ", " + position(json, error.byte),
                "this is not JSON; look for a missing comma, quotation mark or brace");
  } catch (const Json::out_of_range&) {
    throw Error(Fault::layout, std::string(file),
                "holds a number that is too large to be read");
  }
}

/// `name` as a step of a JSON pointer (RFC 6901).
std::string step(const std::string& name) {
  std::string escaped = "/";
  for (const char c : name) {
    escaped += c == '~' ? "~0" : c == '/' ? "~1" : std::string(1, c);
  }
  return escaped;
}

Data convert(const Json& json, std::string where);

std::int64_t whole_number(const Json& json, const Data& data) {
  if (!json.is_number_integer()) {
    fail(data, "this number is not whole");
  }
  if (json.is_number_unsigned() &&
      json.get<std::uint64_t>() > std::numeric_limits<std::int64_t>::max()) {
    fail(data, "this number is too large");
  }
  return json.get<std::int64_t>();
}

void convert_members(const Json& json, Data& data) {
  data.kind = Data::Kind::object;
  for (const auto& [name, value] : json.items()) {
    data.names.push_back(name);
    data.items.push_back(convert(value, data.where + step(name)));
  }
}

void convert_items(const Json& json, Data& data) {
  data.kind = Data::Kind::list;
  for (const Json& value : json) {
    const std::string index = std::to_string(data.items.size());
    data.items.push_back(convert(value, data.where + step(index)));
  }
}

Data convert(const Json& json, std::string where) {
  Data data;
  data.where = std::move(where);
  if (json.is_object()) {
    convert_members(json, data);
  } else if (json.is_array()) {
    convert_items(json, data);
  } else if (json.is_string()) {
    data.kind = Data::Kind::text;
    data.text = json.get<std::string>();
  } else if (json.is_boolean()) {
    data.kind = Data::Kind::flag;
    data.flag = json.get<bool>();
  } else if (json.is_number()) {
    data.kind = Data::Kind::number;
    data.number = whole_number(json, data);
  }
  return data;
}

}  // namespace

const Data* Data::find(std::string_view name) const {
  const auto found = std::find(names.begin(), names.end(), name);
  return found == names.end() ? nullptr : &items[std::size_t(found - names.begin())];
}

Data read_data(std::string_view file, std::string_view json) {
  return convert(parse(file, json), std::string(file) + "#");
}

void fail(const Data& data, const std::string& problem) {
  throw Error(Fault::layout, data.where, problem);
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
