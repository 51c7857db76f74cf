// Quick JSON: the only source that sees simdjson.

#include "base/quick_json.hpp"

#include <simdjson.h>

#include <algorithm>

namespace trialsheet {
namespace {

using simdjson::dom::element;
using simdjson::dom::element_type;

/// simdjson needs 15 times the size of a text; what is longer than nearly every record
/// (the largest of 1,108 has 0.8 MB) goes the way that needs no more than is kept of it.
constexpr std::size_t longest = std::size_t{1} << 20;

/// Of half a surrogate pair the versions of simdjson think differently, and nobody has to
/// write a character so.
bool has_surrogates(std::string_view json) {
  return json.find("\\ud") != json.npos || json.find("\\uD") != json.npos;
}

/// Goes down the values that were read. They are of the types that are asked for, so no
/// `value_unsafe` is.
class Teller {
 public:
  explicit Teller(JsonEvents& events) : events_(events) {}

  bool tell(const element& value) {
    switch (value.type()) {
      case element_type::OBJECT:
        return members(value.get_object().value_unsafe());
      case element_type::ARRAY:
        return items(value.get_array().value_unsafe());
      case element_type::STRING:
        return events_.text(value.get_string().value_unsafe());
      case element_type::INT64:
        return events_.whole(value.get_int64().value_unsafe());
      case element_type::UINT64:  // only what is beyond INT64
        return events_.real(static_cast<double>(value.get_uint64().value_unsafe()));
      case element_type::DOUBLE:
        return events_.real(value.get_double().value_unsafe());
      case element_type::BOOL:
        return events_.boolean(value.get_bool().value_unsafe());
      case element_type::NULL_VALUE:
        return events_.null();
      default:
        return false;
    }
  }

 private:
  bool members(const simdjson::dom::object& object) {
    if (!events_.begin_object()) {
      return false;
    }
    for (const auto& [name, value] : object) {
      if (events_.wants(name) && !(events_.key(name) && tell(value))) {
        return false;
      }
    }
    return events_.end_object();
  }

  bool items(const simdjson::dom::array& list) {
    if (!events_.begin_list()) {
      return false;
    }
    for (const element value : list) {
      if (!tell(value)) {
        return false;
      }
    }
    return events_.end_list();
  }

  JsonEvents& events_;
};

}  // namespace

bool read_quickly(std::string_view json, std::size_t deepest, JsonEvents& events) {
  if (json.empty() || json.size() > longest || has_surrogates(json)) {
    return false;
  }
  simdjson::dom::parser parser;
  element root;
  return parser.allocate(std::max(json.size(), std::size_t{64}), deepest) ==
             simdjson::SUCCESS &&
         parser.parse(json.data(), json.size()).get(root) == simdjson::SUCCESS &&
         root.is_object() && Teller(events).tell(root);
}

}  // namespace trialsheet
