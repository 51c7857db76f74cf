// The PDF file under construction, as libharu holds it.
//
// libharu keeps the objects and their numbers, and writes the file; what it would write
// differently from version to version (reals, streams, page boxes) goes in as finished
// syntax through its hooks. No libharu type leaves haru.cpp.

#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "base/length.hpp"
#include "pdf/deflate.hpp"
#include "pdf/syntax.hpp"

namespace trialsheet {

/// Values for Haru::set(), told apart by type.
struct Name {
  std::string_view value;
};
struct Text {
  std::string_view utf8;
};
struct Raw {
  std::string_view syntax;
};

/// One document. Objects are dictionaries known by number; nothing is ever removed.
///
/// Every function throws Error{Fault::setup} if libharu reports a failure.
class Haru {
 public:
  Haru();
  ~Haru();
  Haru(const Haru&) = delete;
  Haru& operator=(const Haru&) = delete;

  Id catalog() const;
  Id info() const;

  /// A new dictionary, with or without a stream.
  Id add();
  Id add(Stream stream);

  /// A new page at the end, of exactly this size, painted by `content`.
  Id add_page(Length width, Length height, Stream content);

  /// Sets an entry. Setting a key a second time replaces it, except for Raw.
  void set(Id object, const char* key, Name value);
  void set(Id object, const char* key, Text value);
  void set(Id object, const char* key, int value);
  void set(Id object, const char* key, Id value);
  void set(Id object, const char* key, std::span<const Id> values);
  void set(Id object, const char* key, Raw value);

  /// The finished file. The trailer's ID is a hash of all bytes before it.
  std::string save();

  struct Impl;  ///< for the hooks in haru.cpp

 private:
  std::unique_ptr<Impl> impl_;
};

}  // namespace trialsheet
