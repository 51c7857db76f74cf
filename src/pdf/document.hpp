// The PDF file under construction: objects and their numbers, pages, and what a reader
// finds them by.
//
// Streams stand in the file as they come; all other objects go into one object stream
// behind them, and a cross-reference stream ends the file (ISO 32000-1, 7.5.7 and 7.5.8).
// A page has a hundred small objects that say nearly the same: so they take a third of
// the bytes.

#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <vector>

#include "base/length.hpp"
#include "pdf/deflate.hpp"
#include "pdf/dictionary.hpp"
#include "pdf/haru.hpp"

namespace trialsheet {

/// One document, for one thread.
class Document {
 public:
  /// `compress`: false leaves the object stream as text that a person can read.
  explicit Document(bool compress);

  /// The number of an object that put() will say; each is put once.
  Id reserve();
  void put(Id id, const Dictionary& dictionary);

  Id add(const Dictionary& dictionary);

  /// Adds a stream; its Length and Filter are added to the entries.
  Id add(const Dictionary& dictionary, const Stream& stream);

  /// Adds a page at the end, of exactly this size, painted by `content`.
  void add_page(Length width, Length height, const Stream& content);
  std::size_t page_count() const { return pages_.size(); }
  Id page_id(std::size_t page) const { return pages_[page].id; }

  /// Entries for others to add to.
  Dictionary& page(std::size_t page) { return pages_[page].entries; }
  Dictionary& catalog() { return catalog_; }
  Dictionary& information() { return information_; }

  /// The finished file. Its identifier is a hash of all bytes before the trailer.
  std::string finish();

 private:
  /// A line of the cross-reference (7.5.8.3): a stream's place in the file, or the
  /// number among the objects of the object stream.
  struct Entry {
    bool is_stream = false;
    std::uint64_t place = 0;
  };
  struct Page {
    Id id{};
    Dictionary entries;
  };

  void write_stream(Id id, std::string_view entries, const Stream& stream);
  void put_pages();
  Id write_objects();
  std::string cross_references(Id objects, unsigned place_size,
                               unsigned number_size) const;
  void write_trailer(Id objects);
  Stream packed(std::string data) const;

  bool compress_;
  ObjectGraph graph_;
  std::string file_;
  std::vector<Entry> entries_;  ///< by number of the object
  Syntax numbers_;  ///< of the objects in the object stream, with their places
  std::string objects_;
  std::uint64_t object_count_ = 0;
  std::deque<Page> pages_;
  Dictionary catalog_;
  Dictionary information_;
};

}  // namespace trialsheet
