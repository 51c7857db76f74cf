// The only source that sees libharu.
//
// Its public functions write PDF 1.3 with rounded boxes, clock-driven IDs, a table of
// places and its own compressor. We use the layer below, which its installed headers
// declare: objects, their numbers, and the write hook of dictionaries.

#include "pdf/haru.hpp"

#include "base/error.hpp"

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

#include <array>
#include <new>
#include <utility>

namespace trialsheet {

namespace {

struct FreeDocument {
  void operator()(HPDF_Doc document) const { HPDF_Free(document); }
};
using HaruDocument = std::unique_ptr<HPDF_Doc_Rec, FreeDocument>;

struct FreeStream {
  void operator()(HPDF_Stream stream) const { HPDF_Stream_Free(stream); }
};
using HaruStream = std::unique_ptr<HPDF_Stream_Rec, FreeStream>;

/// libharu keeps the error number itself; its default handler would print and exit.
void ignore_error(HPDF_STATUS, HPDF_STATUS, void*) {}

/// Writes the entries, which lie beside the output, into the dictionary.
struct Writing {
  std::string_view entries;
  std::string* out = nullptr;
};

Writing& writing_of(HPDF_Stream stream) {
  return *static_cast<Writing*>(stream->attr);
}

/// No exception may pass through libharu.
HPDF_STATUS append_output(HPDF_Stream stream, const HPDF_BYTE* bytes, HPDF_UINT size) {
  try {
    writing_of(stream).out->append(reinterpret_cast<const char*>(bytes), size);
    return HPDF_OK;
  } catch (...) {
    return HPDF_SetError(stream->error, HPDF_FAILD_TO_ALLOC_MEM, 0);
  }
}

/// Hook before ">>".
HPDF_STATUS write_entries(HPDF_Dict, HPDF_Stream stream) {
  const auto entries = writing_of(stream).entries;
  return HPDF_Stream_Write(stream, reinterpret_cast<const HPDF_BYTE*>(entries.data()),
                           static_cast<HPDF_UINT>(entries.size()));
}

Id id_of(HPDF_Dict dict) {
  return Id(static_cast<int>(dict->header.obj_id & 0xFFFFFF));
}

HaruDocument new_document() {
  HaruDocument document(HPDF_NewEx(ignore_error, nullptr, nullptr, 0, nullptr));
  if (!document)
    throw std::bad_alloc();
  // What libharu says of itself and counts by itself, Document says.
  HPDF_Dict_RemoveElement(document->info, "Producer");
  for (const char* key : {"Kids", "Count"})
    HPDF_Dict_RemoveElement(document->root_pages, key);
  document->root_pages->before_write_fn = nullptr;
  return document;
}

}  // namespace

struct ObjectGraph::Impl {
  HaruDocument document = new_document();
  Writing writing;
  HaruStream stream{HPDF_CallbackWriter_New(document->mmgr, append_output, &writing)};

  void check() const {
    if (const auto code = HPDF_GetError(document.get()); code != HPDF_OK)
      throw Error(Fault::setup, "PDF",
                  fmt::format("libharu reports error 0x{:04X}, detail {}", code,
                              HPDF_GetErrorDetail(document.get())));
  }
};

ObjectGraph::ObjectGraph() : impl_(std::make_unique<Impl>()) {
  impl_->check();
}

ObjectGraph::~ObjectGraph() = default;

Id ObjectGraph::catalog() const {
  return id_of(impl_->document->catalog);
}

Id ObjectGraph::pages() const {
  return id_of(impl_->document->root_pages);
}

Id ObjectGraph::information() const {
  return id_of(impl_->document->info);
}

Id ObjectGraph::add() {
  const auto dict = HPDF_Dict_New(impl_->document->mmgr);
  HPDF_Xref_Add(impl_->document->xref, dict);
  impl_->check();
  return id_of(dict);
}

void ObjectGraph::write(Id id, std::string_view entries, std::string& out) {
  auto& document = *impl_->document;
  auto* entry = HPDF_Xref_GetEntry(document.xref, static_cast<HPDF_UINT>(id));
  auto* dict = static_cast<HPDF_Dict>(entry->obj);
  dict->write_fn = write_entries;
  impl_->writing = {entries, &out};
  HPDF_Obj_WriteValue(dict, impl_->stream.get(), nullptr);
  impl_->check();
  // Documents of many sheets would otherwise hold all their objects to the end. What
  // libharu itself refers to stays.
  if (id != catalog() && id != pages() && id != information())
    HPDF_Obj_ForceFree(document.mmgr, std::exchange(entry->obj, nullptr));
}

std::size_t ObjectGraph::size() const {
  const auto& xref = *impl_->document->xref;
  return xref.start_offset + xref.entries->count;
}

}  // namespace trialsheet
