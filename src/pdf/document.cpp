// Objects, the object stream, the cross-reference stream.

#include "pdf/document.hpp"

#include <algorithm>
#include <utility>

#include "base/hash.hpp"

namespace trialsheet {

namespace {

/// The comment's bytes above 127 say that the file is no text (ISO 19005-3, 6.1.2).
constexpr std::string_view header = "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n";

// Bytes; most sheets have less.
constexpr std::size_t usual_file = 64 * 1024;
constexpr std::size_t usual_objects = 12 * 1024;
constexpr std::size_t usual_numbers = 2 * 1024;

/// Bytes of cross-references. Those of one sheet are fewer: to compress them costs a
/// seventh of what its content does, and saves less than 200 bytes.
constexpr std::size_t least_packed_references = 1024;

std::size_t index_of(Id id) {
  return static_cast<std::size_t>(id);
}

/// How many bytes hold `value`.
unsigned bytes_for(std::uint64_t value) {
  unsigned bytes = 1;
  while ((value >>= 8) != 0)
    ++bytes;
  return bytes;
}

void append_number(std::string& out, std::uint64_t value, unsigned bytes) {
  while (bytes-- > 0)
    out += static_cast<char>(value >> (8 * bytes) & 0xFF);
}

}  // namespace

Document::Document(bool compress)
    : compress_(compress), file_(header), entries_(graph_.size()) {
  file_.reserve(usual_file);
  objects_.reserve(usual_objects);
  numbers_.reserve(usual_numbers);
}

Id Document::reserve() {
  const auto id = graph_.add();
  entries_.resize(graph_.size());
  return id;
}

void Document::put(Id id, const Dictionary& dictionary) {
  entries_[index_of(id)] = {false, static_cast<std::uint32_t>(object_streams_.size()),
                            object_count_++};
  numbers_.integer(static_cast<int>(id));
  numbers_.integer(static_cast<std::int64_t>(objects_.size()));
  graph_.write(id, dictionary.entries(), objects_);
  objects_ += '\n';
}

Id Document::add(const Dictionary& dictionary) {
  const auto id = reserve();
  put(id, dictionary);
  return id;
}

Id Document::add(const Dictionary& dictionary, const Stream& stream) {
  const auto id = reserve();
  write_stream(id, dictionary.entries(), stream);
  return id;
}

void Document::write_stream(Id id, std::string_view entries, const Stream& stream) {
  entries_[index_of(id)] = {true, 0, place()};
  constexpr std::size_t filter_and_length = 48;
  Syntax head;
  head.reserve(entries.size() + filter_and_length);
  head.raw(entries);
  if (stream.filter == Stream::Filter::flate)
    head.raw("/Filter/FlateDecode");
  head.name("Length").integer(static_cast<std::int64_t>(stream.bytes.size()));
  file_.append(std::to_string(static_cast<int>(id))).append(" 0 obj\n");
  graph_.write(id, head.str(), file_);
  file_.append("\nstream\r\n");
  file_.append(stream.bytes).append("\nendstream\nendobj\n");
}

void Document::add_page(Length width, Length height, const Stream& content) {
  const auto painted = add({}, content);
  auto& page = pages_.emplace_back(Page{reserve(), {}});
  page.entries.set("Type", Name{"Page"});
  page.entries.set("MediaBox",
                   Raw{Syntax().raw("[0 0").real(width).real(height).raw("]").str()});
  page.entries.set("Contents", painted);
}

void Document::put_pages() {
  for (auto& [id, entries] : pages_) {
    put(id, entries.set("Parent", graph_.pages()));
    put_pages_.push_back(id);
  }
  pages_.clear();
}

/// The page tree has no branches: a sheet has few pages, and readers take long lists.
void Document::put_page_tree() {
  Dictionary pages;
  pages.set("Kids", put_pages_);
  put(graph_.pages(), pages.set("Count", static_cast<int>(put_pages_.size())));
}

Stream Document::packed(std::string data) const {
  return compress_ ? deflated(data) : plain(std::move(data));
}

void Document::write_objects() {
  const auto first = static_cast<int>(numbers_.str().size() + 1);
  Dictionary entries;
  entries.set("Type", Name{"ObjStm"}).set("N", static_cast<int>(object_count_));
  entries.set("First", first);
  object_streams_.push_back(add(entries, packed(numbers_.take() + "\n" + objects_)));
  numbers_.clear();
  objects_.clear();
  most_objects_ = std::max(most_objects_, std::exchange(object_count_, 0));
}

/// Object 0 is free and never used again (7.5.4).
std::string Document::cross_references(unsigned place_size, unsigned number_size) const {
  std::string out(1, '\0');
  append_number(out, 0, place_size);
  append_number(out, ~std::uint64_t{0}, number_size);
  for (std::size_t i = 1; i < entries_.size(); ++i) {
    const auto& [is_stream, objects, at] = entries_[i];
    out += is_stream ? '\1' : '\2';
    append_number(out, is_stream ? at : index_of(object_streams_[objects]), place_size);
    append_number(out, is_stream ? 0 : at, number_size);
  }
  return out;
}

/// Of all bytes so far; of a file that was handed on, of its pieces.
std::string Document::identifier() const {
  const auto own = bytes_of(hash(file_));
  return handed_identifier_.empty() ? own : bytes_of(hash(handed_identifier_ + own));
}

void Document::write_trailer() {
  const auto id = identifier();
  const auto own = reserve();
  const auto start = place();
  entries_[index_of(own)] = {true, 0, start};
  const auto place_size = bytes_for(std::max<std::uint64_t>(start, entries_.size()));
  const auto number_size = bytes_for(most_objects_);
  Dictionary trailer;
  trailer.set("Type", Name{"XRef"}).set("Size", static_cast<int>(entries_.size()));
  trailer.set(
      "W",
      Raw{Syntax().raw("[1").integer(place_size).integer(number_size).raw("]").str()});
  trailer.set("Root", graph_.catalog()).set("Info", graph_.information());
  trailer.set("ID", Raw{Syntax().raw("[").hex(id).hex(id).raw("]").str()});
  auto references = cross_references(place_size, number_size);
  write_stream(own, trailer.entries(),
               references.size() < least_packed_references
                   ? plain(std::move(references))
                   : packed(std::move(references)));
  file_.append(
      Syntax().raw("startxref\n").integer(static_cast<std::int64_t>(start)).str());
  file_.append("\n%%EOF\n");
}

void Document::write_end() {
  put_pages();
  put_page_tree();
  put(graph_.catalog(), catalog_);
  put(graph_.information(), information_);
  write_objects();
  write_trailer();
}

void Document::hand_on(const Sink& sink) {
  put_pages();
  write_objects();
  handed_identifier_ = identifier();
  handed_on_ += file_.size();
  sink(file_);
  file_.clear();
}

std::string Document::finish() {
  write_end();
  return std::move(file_);
}

void Document::finish(const Sink& sink) {
  const auto before = static_cast<std::ptrdiff_t>(put_pages_.size());
  put_pages();
  std::rotate(put_pages_.begin(), put_pages_.begin() + before, put_pages_.end());
  write_end();
  sink(file_);
}

}  // namespace trialsheet
