// The only source that sees libharu.
//
// Its public functions write PDF 1.3 with rounded boxes, clock-driven IDs and its own
// compressor. We use the layer below, which its installed headers declare: objects, the
// cross-reference table, and the write hooks of dictionaries. Each of our dictionaries
// has beside it the entries and the stream that a hook writes verbatim ("Extra").

#include "pdf/haru.hpp"

#include "base/error.hpp"
#include "base/hash.hpp"

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wpedantic"
#pragma GCC diagnostic ignored "-Wconversion"
#pragma GCC diagnostic ignored "-Wshadow"
#include <hpdf.h>
#include <hpdf_catalog.h>
#include <hpdf_doc.h>
#include <hpdf_pages.h>
#pragma GCC diagnostic pop

#include <fmt/format.h>

#include <algorithm>
#include <new>
#include <optional>
#include <utility>
#include <vector>

namespace trialsheet {

namespace {

constexpr std::size_t longest_string = 32767;  // ISO 19005-3, 6.1.13

/// What a hook writes into an object: entries, and a stream after them.
struct Extra {
  std::string entries;
  std::optional<Stream> stream;
};

struct FreeDocument {
  void operator()(HPDF_Doc document) const { HPDF_Free(document); }
};

using Document = std::unique_ptr<HPDF_Doc_Rec, FreeDocument>;

/// libharu keeps the error number itself; its default handler would print and exit.
void ignore_error(HPDF_STATUS, HPDF_STATUS, void*) {}

Document new_document() {
  // The place to hand in an arena (aligned; libharu's own pool is not).
  Document document(HPDF_NewEx(ignore_error, nullptr, nullptr, 0, nullptr));
  if (!document)
    throw std::bad_alloc();
  // Written last by anything that would lower it; we call nothing that does.
  document->pdf_version = HPDF_VER_17;
  return document;
}

Id id_of(HPDF_Dict dict) {
  return Id(static_cast<int>(dict->header.obj_id & 0xFFFFFF));
}

std::size_t index_of(Id id) {
  return static_cast<std::size_t>(id);
}

bool is_printable_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return c >= ' ' && c <= '~'; });
}

HPDF_STATUS write_bytes(HPDF_Stream stream, std::string_view bytes) {
  return HPDF_Stream_Write(stream, reinterpret_cast<const HPDF_BYTE*>(bytes.data()),
                           static_cast<HPDF_UINT>(bytes.size()));
}

}  // namespace

struct Haru::Impl {
  Document document = new_document();
  std::vector<Extra> extras;
  std::string output;

  HPDF_MMgr memory() const { return document->mmgr; }
  HPDF_Dict dict(Id id) const;
  Extra& extra(Id id);
  Extra* find_extra(HPDF_Dict dict);
  void check() const;
  void add_entry(Id id, const char* key, void* value) const;
};

namespace {

/// The writer's user data is the document's Impl; hooks get there through the stream.
Haru::Impl& impl_of(HPDF_Stream stream) {
  return *static_cast<Haru::Impl*>(stream->attr);
}

/// Called with pieces of the file. No exception may pass through libharu.
HPDF_STATUS append_output(HPDF_Stream stream, const HPDF_BYTE* bytes, HPDF_UINT size) {
  try {
    impl_of(stream).output.append(reinterpret_cast<const char*>(bytes), size);
    return HPDF_OK;
  } catch (...) {
    return HPDF_SetError(stream->error, HPDF_FAILD_TO_ALLOC_MEM, 0);
  }
}

std::string stream_entries(const Stream& stream) {
  return fmt::format(
      "{}/Length {}\n",
      stream.filter == Stream::Filter::flate ? "/Filter /FlateDecode\n" : "",
      stream.bytes.size());
}

/// Hook before ">>".
HPDF_STATUS write_entries(HPDF_Dict dict, HPDF_Stream stream) {
  const auto* extra = impl_of(stream).find_extra(dict);
  if (!extra)
    return HPDF_OK;
  auto status = write_bytes(stream, extra->entries);
  if (status != HPDF_OK || !extra->stream)
    return status;
  // The hook after ">>" is not told where to write; the free attribute passes it on.
  dict->attr = stream;
  return write_bytes(stream, stream_entries(*extra->stream));
}

/// Hook after ">>" of a dictionary that has a stream.
HPDF_STATUS write_stream(HPDF_Dict dict) {
  auto* stream = static_cast<HPDF_Stream>(dict->attr);
  dict->attr = nullptr;
  const auto& bytes = impl_of(stream).find_extra(dict)->stream->bytes;
  auto status = write_bytes(stream, "\nstream\r\n");
  if (status == HPDF_OK)
    status = write_bytes(stream, bytes);
  return status == HPDF_OK ? write_bytes(stream, "\nendstream") : status;
}

/// Hook in the trailer (ISO 32000-1, 14.4): every byte of the file so far decides the ID.
HPDF_STATUS write_file_id(HPDF_Dict, HPDF_Stream stream) {
  const auto id = bytes_of(hash(impl_of(stream).output));
  return write_bytes(stream, Syntax().raw("/ID [").hex(id).hex(id).raw("]\n").str());
}

void hook_stream(HPDF_Dict dict) {
  dict->write_fn = write_entries;
  dict->after_write_fn = write_stream;
}

}  // namespace

HPDF_Dict Haru::Impl::dict(Id id) const {
  const auto* entry =
      HPDF_Xref_GetEntry(document->xref, static_cast<HPDF_UINT>(index_of(id)));
  return static_cast<HPDF_Dict>(entry->obj);
}

Extra& Haru::Impl::extra(Id id) {
  if (extras.size() <= index_of(id))
    extras.resize(index_of(id) + 1);
  return extras[index_of(id)];
}

Extra* Haru::Impl::find_extra(HPDF_Dict dict) {
  const auto index = index_of(id_of(dict));
  return index < extras.size() ? &extras[index] : nullptr;
}

void Haru::Impl::check() const {
  if (const auto code = HPDF_GetError(document.get()); code != HPDF_OK)
    throw Error(Fault::setup, "PDF",
                fmt::format("libharu reports error 0x{:04X}, detail {}", code,
                            HPDF_GetErrorDetail(document.get())));
}

void Haru::Impl::add_entry(Id id, const char* key, void* value) const {
  HPDF_Dict_Add(dict(id), key, value);
  check();
}

Haru::Haru() : impl_(std::make_unique<Impl>()) {}

Haru::~Haru() = default;

Id Haru::catalog() const {
  return id_of(impl_->document->catalog);
}

Id Haru::info() const {
  return id_of(impl_->document->info);
}

Id Haru::add() {
  const auto dict = HPDF_Dict_New(impl_->memory());
  HPDF_Xref_Add(impl_->document->xref, dict);
  impl_->check();
  return id_of(dict);
}

Id Haru::add(Stream stream) {
  const auto id = add();
  impl_->extra(id).stream = std::move(stream);
  hook_stream(impl_->dict(id));
  return id;
}

Id Haru::add_page(Length width, Length height, Stream content) {
  const auto page = HPDF_AddPage(impl_->document.get());
  impl_->check();
  // libharu gives a page a stream of its own, compressed by itself, and a box of whole
  // points. Ours take their places; the number of the old Length stays behind, unused.
  auto* attributes = static_cast<HPDF_PageAttr>(page->attr);
  const auto contents = attributes->contents;
  HPDF_Stream_Free(std::exchange(contents->stream, nullptr));
  attributes->stream = nullptr;
  HPDF_Dict_RemoveElement(contents, "Length");
  hook_stream(contents);
  impl_->extra(id_of(contents)).stream = std::move(content);

  HPDF_Dict_RemoveElement(page, "MediaBox");
  const auto id = id_of(page);
  set(id, "MediaBox", Raw{Syntax().raw("[0 0").real(width).real(height).raw("]").str()});
  return id;
}

void Haru::set(Id object, const char* key, Name value) {
  const std::string name(value.value);
  impl_->add_entry(object, key, HPDF_Name_New(impl_->memory(), name.c_str()));
}

void Haru::set(Id object, const char* key, Text value) {
  const bool is_ascii = is_printable_ascii(value.utf8);
  auto text = is_ascii ? std::string(value.utf8) : text_string(value.utf8);
  if (text.size() > longest_string)
    throw Error(Fault::setup, "PDF",
                fmt::format("the text for {} has {} bytes; PDF/A allows {}", key,
                            text.size(), longest_string));
  if (is_ascii)
    impl_->add_entry(object, key,
                     HPDF_String_New(impl_->memory(), text.c_str(), nullptr));
  else
    impl_->add_entry(
        object, key,
        HPDF_Binary_New(impl_->memory(), reinterpret_cast<HPDF_BYTE*>(text.data()),
                        static_cast<HPDF_UINT>(text.size())));
}

void Haru::set(Id object, const char* key, int value) {
  impl_->add_entry(object, key, HPDF_Number_New(impl_->memory(), value));
}

void Haru::set(Id object, const char* key, Id value) {
  impl_->add_entry(object, key, impl_->dict(value));
}

void Haru::set(Id object, const char* key, std::span<const Id> values) {
  const auto array = HPDF_Array_New(impl_->memory());
  impl_->add_entry(object, key, array);
  for (const auto value : values)
    HPDF_Array_Add(array, impl_->dict(value));
  impl_->check();
}

void Haru::set(Id object, const char* key, Raw value) {
  impl_->extra(object).entries += fmt::format("/{} {}\n", key, value.syntax);
  impl_->dict(object)->write_fn = write_entries;
}

std::string Haru::save() {
  auto* document = impl_->document.get();
  document->stream = HPDF_CallbackWriter_New(impl_->memory(), append_output, impl_.get());
  document->trailer->write_fn = write_file_id;
  HPDF_SaveToStream(document);
  impl_->check();
  return std::move(impl_->output);
}

}  // namespace trialsheet
