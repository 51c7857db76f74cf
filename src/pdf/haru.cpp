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

struct FreeDictionary {
  HPDF_MMgr memory;
  void operator()(HPDF_Dict dict) const { HPDF_Obj_ForceFree(memory, dict); }
};
using HaruDictionary = std::unique_ptr<HPDF_Dict_Rec, FreeDictionary>;

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
  /// What libharu itself does not refer to is all written through this one.
  HaruDictionary any{HPDF_Dict_New(document->mmgr), {document->mmgr}};
  int next =
      static_cast<int>(document->xref->start_offset + document->xref->entries->count);

  HPDF_Dict dictionary(Id id) const {
    for (const auto own : {document->catalog, document->root_pages, document->info})
      if (id == id_of(own))
        return own;
    return any.get();
  }

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
  return Id(impl_->next++);
}

void ObjectGraph::write(Id id, std::string_view entries, std::string& out) {
  auto* dict = impl_->dictionary(id);
  dict->write_fn = write_entries;
  impl_->writing = {entries, &out};
  HPDF_Obj_WriteValue(dict, impl_->stream.get(), nullptr);
  impl_->check();
}

std::size_t ObjectGraph::size() const {
  return static_cast<std::size_t>(impl_->next);
}

}  // namespace trialsheet
