// The inside of a FontSet, for the sources of page/ that choose and shape.

#pragma once

#include <hb.h>

#include <deque>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "page/font.hpp"

namespace trialsheet {

/// First and last code point of a range that a face is asked for.
struct CodeRange {
  char32_t first;
  char32_t last;
};

/// What fonts/fonts.json says about a face.
struct FaceEntry {
  std::string name;
  Weight weight = Weight::regular;
  std::string package;
  std::string path;
  unsigned index = 0;  ///< in a collection
  bool embedded = false;
  LineHeight line_height;
  std::vector<CodeRange> ranges;  ///< empty: all
};

/// Reads fonts/fonts.json. Throws Error{Fault::setup} with the JSON pointer.
std::vector<FaceEntry> read_face_entries(std::string_view json);

/// Those of the program; of the build itself, which has none yet, from fonts/fonts.json.
std::vector<FaceEntry> face_entries();

struct HarfBuzzFontDeleter {
  void operator()(hb_font_t* font) const { hb_font_destroy(font); }
};

/// A face that is in memory, ready to shape with.
struct LoadedFace {
  Face face;
  std::unique_ptr<hb_font_t, HarfBuzzFontDeleter> font;
  unsigned units_per_em = 1000;
};

struct FontSet::Impl {
  std::vector<FaceEntry> entries;
  std::vector<std::string> folders;  ///< asked for files before their fixed places

  /// The face of an entry, loaded when first asked for; null if its file is not there.
  const LoadedFace* loaded(int index) const;

  /// Whether the face is in the program.
  bool is_embedded(int index) const {
    return entries[static_cast<std::size_t>(index)].embedded;
  }

  /// The entry that shows `code` in `weight`: the preferred one if it has that weight and
  /// can, else the first of that weight, else the first of any. -1 if none can.
  int choose(char32_t code, Weight weight, int preferred) const;

  /// The Debian package that would bring `code`; empty if none of the entries would.
  std::string package_for(char32_t code) const;

 private:
  struct Slot {
    std::once_flag once;
    std::unique_ptr<LoadedFace> face;
  };
  mutable std::deque<Slot> slots_;

  bool can_show(int index, char32_t code) const;
  friend class FontSet;
};

}  // namespace trialsheet
