// Json table: filled by the events of a reader, whichever reads.

#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "base/quick_json.hpp"
#include "trial/json.hpp"

namespace trialsheet {

/// More levels are no study: 11 at most in the 1,108 records measured.
constexpr std::size_t deepest_record = 100;

/// Receives what a text of `size` bytes holds; no string of it is longer than it is
/// written. Ends the reading where it is too deep, and leaves out the unused members.
class JsonTable final : public JsonEvents {
 public:
  explicit JsonTable(std::size_t size);

  bool null() override { return add({}); }
  bool boolean(bool value) override;
  bool whole(std::int64_t value) override;
  bool real(double value) override;
  bool text(std::string_view value) override;
  bool key(std::string_view name) override;
  bool begin_object() override { return open(JsonValue::Kind::object); }
  bool end_object() override { return close(); }
  bool begin_list() override { return open(JsonValue::Kind::array); }
  bool end_list() override { return close(); }
  bool wants(std::string_view member) const override;

  bool too_deep() const { return open_.size() + skipped_levels_ > deepest_record; }
  Json finished() && { return std::move(json_); }

 private:
  using Index = JsonValue::Index;

  bool add(JsonValue value);
  bool open(JsonValue::Kind kind);
  bool close();
  void append(JsonValue value);
  Index link(Index child);
  std::string_view kept(std::string_view text);

  Json json_;
  std::vector<Index> open_;
  std::size_t skipped_levels_ = 0;
  std::string_view key_;
  bool is_unused_ = false;  ///< the member whose key came last
};

}  // namespace trialsheet
