// A quick reader of JSON as our own files have it: a start of the program reads 300 KB.
//
// It takes what is plainly right and says no to all else, also to what only looks odd;
// then nlohmann/json reads the text again and knows what is wrong with it.

#pragma once

#include <charconv>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/text.hpp"

namespace trialsheet {

/// `Events` is told as by nlohmann/json's SAX interface. For one text.
template <typename Events>
class QuickJson {
 public:
  QuickJson(std::string_view json, Events& events)
      : at_(json.data()), end_(json.data() + json.size()), events_(events) {}

  /// Whether all was read and no event said no. Nesting is bounded by the events.
  bool read() {
    skip_space();
    const bool is_read = value();
    skip_space();
    return is_read && at_ == end_;
  }

 private:
  static bool is_space(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }

  void skip_space() {
    while (at_ != end_ && is_space(*at_))
      ++at_;
  }

  bool take(char c) {
    if (at_ == end_ || *at_ != c)
      return false;
    ++at_;
    return true;
  }

  bool take(std::string_view word) {
    if (!std::string_view(at_, static_cast<std::size_t>(end_ - at_)).starts_with(word))
      return false;
    at_ += word.size();
    return true;
  }

  bool value() {
    switch (at_ == end_ ? '\0' : *at_) {
      case '{':
        return object();
      case '[':
        return list();
      case '"':
        return text() && events_.string(text_);
      case 't':
        return take("true") && events_.boolean(true);
      case 'f':
        return take("false") && events_.boolean(false);
      case 'n':
        return take("null") && events_.null();
      default:
        return number();
    }
  }

  bool object() {
    if (!take('{') || !events_.start_object(0))
      return false;
    skip_space();
    if (take('}'))
      return events_.end_object();
    do {
      skip_space();
      if (!text() || !events_.key(text_))
        return false;
      skip_space();
      if (!take(':'))
        return false;
      skip_space();
      if (!value())
        return false;
      skip_space();
    } while (take(','));
    return take('}') && events_.end_object();
  }

  bool list() {
    if (!take('[') || !events_.start_array(0))
      return false;
    skip_space();
    if (take(']'))
      return events_.end_array();
    do {
      skip_space();
      if (!value())
        return false;
      skip_space();
    } while (take(','));
    return take(']') && events_.end_array();
  }

  /// A text into text_; of escapes only those of one letter.
  bool text() {
    if (!take('"'))
      return false;
    text_.clear();
    bool is_ascii = true;
    for (const char* begin = at_;; begin = at_) {
      while (at_ != end_ && *at_ != '"' && *at_ != '\\') {
        const auto byte = static_cast<unsigned char>(*at_++);
        if (byte < 0x20)
          return false;
        is_ascii &= byte < 0x80;
      }
      text_.append(begin, at_);
      if (take('"'))
        return is_ascii || find_invalid_utf8(text_) == std::string_view::npos;
      if (!escape())
        return false;
    }
  }

  bool escape() {
    constexpr std::string_view letters = "\"\\/bfnrt";
    constexpr std::string_view meanings = "\"\\/\b\f\n\r\t";
    if (!take('\\') || at_ == end_)
      return false;
    const auto which = letters.find(*at_++);
    if (which == std::string_view::npos)
      return false;
    text_ += meanings[which];
    return true;
  }

  /// A whole number, written as JSON wants it.
  bool number() {
    std::int64_t value = 0;
    const char* digits = at_ != end_ && *at_ == '-' ? at_ + 1 : at_;
    const auto [stop, error] = std::from_chars(at_, end_, value);
    const bool has_extra_zero = stop - digits > 1 && *digits == '0';
    const bool goes_on = stop != end_ && (*stop == '.' || *stop == 'e' || *stop == 'E');
    if (error != std::errc() || has_extra_zero || goes_on)
      return false;
    at_ = stop;
    return events_.number_integer(value);
  }

  const char* at_;
  const char* end_;
  Events& events_;
  std::string text_;
};

}  // namespace trialsheet
