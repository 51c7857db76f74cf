// Bytes: values as bytes that the same build of the program reads back, for what takes
// longer to make than to read. Not a file format: nobody else reads it.
//
// A struct says what it consists of in `fields`, once for both directions.

#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace trialsheet {

/// What the bytes of a value say all of.
template <typename Value>
concept Flat =
    std::is_trivially_copyable_v<Value> &&
    std::has_unique_object_representations_v<Value> && !std::is_pointer_v<Value> &&
    !std::is_same_v<Value, std::string_view>;

/// The next place from `at` on where such a value may stand.
template <typename Value>
constexpr std::size_t padded(std::size_t at) {
  return (at + alignof(Value) - 1) / alignof(Value) * alignof(Value);
}

template <typename Value>
concept Mapping = requires {
  typename Value::mapped_type;
};

/// Flat values one behind the other: its own, or those among bytes that were read, which
/// must then outlive it. Moved, never copied.
template <Flat Value>
class FlatList {
 public:
  FlatList() = default;
  explicit FlatList(std::size_t size) : own_(size), values_(own_) {}
  FlatList(FlatList&&) noexcept = default;
  FlatList& operator=(FlatList&&) noexcept = default;

  std::size_t size() const { return values_.size(); }
  const Value& operator[](std::size_t index) const { return values_[index]; }
  std::span<const Value> values() const { return values_; }

  /// Of a list with values of its own.
  Value& at(std::size_t index) { return own_.at(index); }
  void add(const Value& value) {
    own_.push_back(value);
    values_ = own_;
  }
  void add(std::span<const Value> more) {
    own_.insert(own_.end(), more.begin(), more.end());
    values_ = own_;
  }
  void view(std::span<const Value> values) {
    own_.clear();
    values_ = values;
  }

 private:
  std::vector<Value> own_;
  std::span<const Value> values_;
};

/// Writes values; the same give the same bytes, whatever the order of a hash table.
class ByteWriter {
 public:
  template <typename... Values>
  void operator()(Values&... values) {
    (put(values), ...);
  }

  /// What was written so far; then it is empty again.
  std::string take() { return std::exchange(bytes_, {}); }

 private:
  void put_size(std::size_t size) {
    const auto count = static_cast<std::uint32_t>(size);
    bytes_.append(reinterpret_cast<const char*>(&count), sizeof count);
  }
  template <Flat Value>
  void put(Value& value) {
    bytes_.append(reinterpret_cast<const char*>(&value), sizeof value);
  }
  void put(std::string& text) {
    put_size(text.size());
    bytes_ += text;
  }
  template <typename Value>
  void put(std::vector<Value>& values) {
    put_size(values.size());
    for (Value& value : values) {
      put(value);
    }
  }
  template <typename Value>
  void put(FlatList<Value>& list) {
    put_size(list.size());
    bytes_.resize(padded<Value>(bytes_.size()));
    const auto bytes = std::as_bytes(list.values());
    bytes_.append(reinterpret_cast<const char*>(bytes.data()), bytes.size());
  }
  template <typename Value, std::size_t size>
  requires(!Flat<Value>) void put(std::array<Value, size>& values) {
    for (Value& value : values) {
      put(value);
    }
  }
  template <Mapping Map>
  void put(Map& map) {
    std::vector<typename Map::value_type*> sorted;
    for (auto& entry : map) {
      sorted.push_back(&entry);
    }
    std::sort(sorted.begin(), sorted.end(),
              [](const auto* a, const auto* b) { return a->first < b->first; });
    put_size(sorted.size());
    for (auto* entry : sorted) {
      typename Map::key_type key = entry->first;
      put(key);
      put(entry->second);
    }
  }
  template <typename Value>
  requires(!Flat<Value> && !Mapping<Value>) void put(Value& value) {
    fields(*this, value);
  }

  std::string bytes_;
};

/// Reads values that a ByteWriter wrote, into new ones. The bytes begin at a multiple of
/// 8. Throws std::logic_error where they end too early.
class ByteReader {
 public:
  explicit ByteReader(std::string_view bytes) : bytes_(bytes), size_(bytes.size()) {}

  template <typename... Values>
  void operator()(Values&... values) {
    (take(values), ...);
  }

 private:
  const char* next(std::size_t size) {
    if (size > bytes_.size()) {
      throw std::logic_error("bytes: they end too early");
    }
    const char* const begin = bytes_.data();
    bytes_.remove_prefix(size);
    return begin;
  }
  std::size_t take_size() {
    std::uint32_t size = 0;
    std::memcpy(&size, next(sizeof size), sizeof size);
    return size;
  }
  template <Flat Value>
  void take(Value& value) {
    std::memcpy(&value, next(sizeof value), sizeof value);
  }
  void take(std::string& text) {
    const std::size_t size = take_size();
    text.assign(next(size), size);
  }
  template <typename Value>
  void take(std::vector<Value>& values) {
    const std::size_t size = take_size();
    if constexpr (Flat<Value>) {
      const char* const from = next(size * sizeof(Value));
      values.resize(size);
      if (size > 0) {
        std::memcpy(values.data(), from, size * sizeof(Value));
      }
    } else {
      values.resize(size);
      for (Value& value : values) {
        take(value);
      }
    }
  }
  template <typename Value>
  void take(FlatList<Value>& list) {
    const std::size_t size = take_size();
    const std::size_t at = size_ - bytes_.size();
    next(padded<Value>(at) - at);
    const char* const begin = next(size * sizeof(Value));
    list.view({reinterpret_cast<const Value*>(begin), size});
  }
  template <typename Value, std::size_t size>
  requires(!Flat<Value>) void take(std::array<Value, size>& values) {
    for (Value& value : values) {
      take(value);
    }
  }
  template <Mapping Map>
  void take(Map& map) {
    const std::size_t size = take_size();
    if constexpr (requires { map.reserve(size); }) {
      map.reserve(size);
    }
    for (std::size_t i = 0; i < size; ++i) {
      typename Map::key_type key;
      take(key);
      take(map[std::move(key)]);
    }
  }
  template <typename Value>
  requires(!Flat<Value> && !Mapping<Value>) void take(Value& value) {
    fields(*this, value);
  }

  std::string_view bytes_;  ///< those to come
  std::size_t size_;        ///< of all
};

}  // namespace trialsheet
