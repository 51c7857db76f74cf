// Loads faces and chooses among them.

#include "page/font.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <utility>

#include "base/embedded.hpp"
#include "base/error.hpp"
#include "page/font_impl.hpp"
#include "page/unicode.hpp"

namespace trialsheet {

namespace {

/// A file mapped into memory for reading; empty if it cannot be.
///
/// The mapping lives as long as the process: faces are few, and a FontSet that is moved
/// or dropped must not pull the ground from under a page that is being written.
std::string_view map_file(const std::string& path) {
  const int file = open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0)
    return {};
  struct stat facts = {};
  void* data = MAP_FAILED;
  if (fstat(file, &facts) == 0 && S_ISREG(facts.st_mode) && facts.st_size > 0)
    data = mmap(nullptr, static_cast<std::size_t>(facts.st_size), PROT_READ, MAP_PRIVATE,
                file, 0);
  close(file);
  if (data == MAP_FAILED)
    return {};
  return {static_cast<const char*>(data), static_cast<std::size_t>(facts.st_size)};
}

/// Where a face's file may be: in the folders, below them as Debian arranges fonts, and
/// where its package puts it.
std::vector<std::string> places_of(const FaceEntry& entry,
                                   const std::vector<std::string>& folders) {
  constexpr std::string_view fonts = "/usr/share/fonts";
  std::vector<std::string> places;
  for (const auto& folder : folders) {
    places.push_back(folder + entry.path.substr(entry.path.rfind('/')));
    if (entry.path.starts_with(fonts))
      places.push_back(folder + entry.path.substr(fonts.size()));
  }
  places.push_back(entry.path);
  return places;
}

std::string_view face_bytes(const FaceEntry& entry,
                            const std::vector<std::string>& folders) {
  if (!entry.embedded) {
    for (const auto& place : places_of(entry, folders))
      if (const auto bytes = map_file(place); !bytes.empty())
        return bytes;
    return {};
  }
  const auto name = entry.path.substr(entry.path.rfind('/') + 1);
  return embedded_file("fonts/" + name);
}

std::unique_ptr<LoadedFace> load(const FaceEntry& entry,
                                 const std::vector<std::string>& folders) {
  const auto bytes = face_bytes(entry, folders);
  if (bytes.empty())
    return nullptr;
  auto* blob = hb_blob_create(bytes.data(), static_cast<unsigned>(bytes.size()),
                              HB_MEMORY_MODE_READONLY, nullptr, nullptr);
  auto* face = hb_face_create(blob, entry.index);
  auto loaded = std::make_unique<LoadedFace>();
  const bool is_font = hb_face_get_glyph_count(face) > 0;
  loaded->units_per_em = hb_face_get_upem(face);
  loaded->font.reset(hb_font_create(face));
  hb_font_make_immutable(loaded->font.get());
  hb_face_destroy(face);
  hb_blob_destroy(blob);
  loaded->face = {entry.name, bytes, entry.index};
  return is_font ? std::move(loaded) : nullptr;
}

bool covers(const FaceEntry& entry, char32_t code) {
  return entry.ranges.empty() ||
         std::any_of(entry.ranges.begin(), entry.ranges.end(),
                     [&](const CodeRange& range) {
                       return range.first <= code && code <= range.last;
                     });
}

}  // namespace

const LoadedFace* FontSet::Impl::loaded(int index) const {
  const auto at = static_cast<std::size_t>(index);
  auto& slot = slots_[at];
  std::call_once(slot.once, [&] { slot.face = load(entries[at], folders); });
  return slot.face.get();
}

bool FontSet::Impl::can_show(int index, char32_t code) const {
  if (!covers(entries[static_cast<std::size_t>(index)], code))
    return false;
  const auto* face = loaded(index);
  hb_codepoint_t glyph = 0;
  return face != nullptr &&
         hb_font_get_nominal_glyph(face->font.get(), code, &glyph) != 0 && glyph != 0;
}

int FontSet::Impl::choose(char32_t code, Weight weight, int preferred) const {
  if (preferred >= 0 && entries[static_cast<std::size_t>(preferred)].weight == weight &&
      can_show(preferred, code))
    return preferred;
  const auto count = static_cast<int>(entries.size());
  for (int i = 0; i < count; ++i)
    if (entries[static_cast<std::size_t>(i)].weight == weight && can_show(i, code))
      return i;
  for (int i = 0; i < count; ++i)
    if (can_show(i, code))
      return i;
  return -1;
}

std::string FontSet::Impl::package_for(char32_t code) const {
  for (std::size_t i = 0; i < entries.size(); ++i)
    if (!entries[i].ranges.empty() && covers(entries[i], code) &&
        loaded(static_cast<int>(i)) == nullptr)
      return entries[i].package;
  return {};
}

FontSet::FontSet(std::vector<std::string> folders) : impl_(std::make_unique<Impl>()) {
  impl_->folders = std::move(folders);
  impl_->entries = face_entries();
  impl_->slots_.resize(impl_->entries.size());
  for (std::size_t i = 0; i < impl_->entries.size(); ++i)
    if (impl_->entries[i].embedded && face_bytes(impl_->entries[i], {}).empty())
      throw Error(Fault::setup, "fonts/fonts.json",
                  impl_->entries[i].name + " is not in the program; build it again");
}

FontSet::~FontSet() = default;
FontSet::FontSet(FontSet&&) noexcept = default;
FontSet& FontSet::operator=(FontSet&&) noexcept = default;

int FontSet::size() const {
  return static_cast<int>(impl_->entries.size());
}

LineHeight FontSet::line_height(std::string_view language) const {
  const auto letter = letter_of(language);
  const int face = letter == 0 ? -1 : impl_->choose(letter, Weight::regular, -1);
  return face < 0 ? LineHeight{}
                  : impl_->entries[static_cast<std::size_t>(face)].line_height;
}

const Face& FontSet::face(int index) const {
  static const Face none;
  if (index < 0 || index >= size())
    return none;
  const auto* loaded = impl_->loaded(index);
  return loaded == nullptr ? none : loaded->face;
}

}  // namespace trialsheet
