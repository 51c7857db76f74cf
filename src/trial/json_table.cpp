// Json table: each value linked to its parent and the one before.

#include "trial/json_table.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace trialsheet {
namespace {

/// Members of which a sheet says nothing: half of an average record. The names occur at
/// one place of the schema each (ctg-oas-v2.yaml), so their depth need not be looked at.
constexpr std::array<std::string_view, 9> unused_members = {
    "participantFlowModule",    "baselineCharacteristicsModule",
    "outcomeMeasuresModule",    "adverseEventsModule",
    "annotationSection",        "referencesModule",
    "conditionBrowseModule",    "interventionBrowseModule",
    "ipdSharingStatementModule"};

bool is_unused(std::string_view name) {
  // True of few names and cheap.
  const bool may_be = name.ends_with("Module") || name.ends_with("Section");
  return may_be && std::find(unused_members.begin(), unused_members.end(), name) !=
                       unused_members.end();
}

}  // namespace

JsonTable::JsonTable(std::size_t size) {
  constexpr std::size_t usual_values = 512;  // most records have no more
  json_.values.reserve(std::min(usual_values, size));
  json_.texts.reserve(size);
}

bool JsonTable::boolean(bool value) {
  return add({.kind = JsonValue::Kind::boolean, .truth = value});
}

bool JsonTable::whole(std::int64_t value) {
  return add({.kind = JsonValue::Kind::whole,
              .whole = value,
              .real = static_cast<double>(value)});
}

bool JsonTable::real(double value) {
  return add({.kind = JsonValue::Kind::real, .real = value});
}

bool JsonTable::text(std::string_view value) {
  const bool skipped = skipped_levels_ > 0 || is_unused_;
  return add({.kind = JsonValue::Kind::string, .text = skipped ? "" : kept(value)});
}

bool JsonTable::key(std::string_view name) {
  if (skipped_levels_ == 0) {
    is_unused_ = !wants(name);
    key_ = is_unused_ ? std::string_view() : kept(name);
  }
  return true;
}

bool JsonTable::wants(std::string_view member) const {
  return !is_unused(member);
}

/// `text` where it stays. The reserve was enough for all, so nothing moves.
std::string_view JsonTable::kept(std::string_view text) {
  const std::size_t begin = json_.texts.size();
  json_.texts.insert(json_.texts.end(), text.begin(), text.end());
  return {json_.texts.data() + begin, text.size()};
}

bool JsonTable::add(JsonValue value) {
  if (skipped_levels_ == 0 && !is_unused_) {
    append(value);
  }
  is_unused_ = false;
  return true;
}

bool JsonTable::open(JsonValue::Kind kind) {
  if (skipped_levels_ > 0 || is_unused_) {
    ++skipped_levels_;
  } else {
    append({.kind = kind});
    open_.push_back(static_cast<Index>(json_.values.size() - 1));
  }
  is_unused_ = false;
  return !too_deep();
}

bool JsonTable::close() {
  if (skipped_levels_ > 0) {
    --skipped_levels_;
  } else {
    open_.pop_back();
  }
  return true;
}

void JsonTable::append(JsonValue value) {
  value.key = std::exchange(key_, {});
  if (!open_.empty()) {
    value.parent = open_.back();
    value.position = link(static_cast<Index>(json_.values.size()));
  }
  json_.values.push_back(value);
}

/// Makes `child` the last of the open value's children; its position among them.
JsonTable::Index JsonTable::link(Index child) {
  JsonValue& parent = json_.values[open_.back()];
  const Index before = std::exchange(parent.last_child, child);
  if (before == 0) {
    parent.first_child = child;
    return 0;
  }
  json_.values[before].next = child;
  return json_.values[before].position + 1;
}

}  // namespace trialsheet
