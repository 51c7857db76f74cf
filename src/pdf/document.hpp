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
#include <functional>
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

  /// Takes bytes of the file, one piece after the other.
  using Sink = std::function<void(std::string_view)>;

  /// Hands to `sink` what there is and forgets it, pages too: those that are added from
  /// now on are counted from 0 again. Such a file is ended by the second finish().
  void hand_on(const Sink& sink);

  /// The finished file. Its identifier is a hash of all bytes before the trailer.
  std::string finish();

  /// Hands the rest to `sink`. The pages that were not handed on before come first.
  void finish(const Sink& sink);

 private:
  /// A line of the cross-reference (7.5.8.3): a stream's place in the file, or an
  /// object's number in one of the object streams.
  struct Entry {
    bool is_stream = false;
    std::uint32_t objects = 0;  ///< index into object_streams_
    std::uint64_t place = 0;
  };
  struct Page {
    Id id{};
    Dictionary entries;
  };

  void write_stream(Id id, std::string_view entries, const Stream& stream);
  void put_pages();
  void put_page_tree();
  void write_objects();
  void write_end();
  std::string cross_references(unsigned place_size, unsigned number_size) const;
  void write_trailer();
  std::string identifier() const;
  std::uint64_t place() const { return handed_on_ + file_.size(); }
  Stream packed(std::string data) const;

  bool compress_;
  ObjectGraph graph_;
  std::string file_;
  std::vector<Entry> entries_;  ///< by number of the object
  Syntax numbers_;  ///< of the objects in the object stream, with their places
  std::string objects_;
  std::uint64_t object_count_ = 0;
  std::uint64_t most_objects_ = 0;  ///< in one object stream
  std::vector<Id> object_streams_;
  std::uint64_t handed_on_ = 0;    ///< bytes
  std::string handed_identifier_;  ///< of these
  std::deque<Page> pages_;
  std::vector<Id> put_pages_;
  Dictionary catalog_;
  Dictionary information_;
};

}  // namespace trialsheet
