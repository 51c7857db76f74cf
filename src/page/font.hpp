// Fonts: the faces that a page is laid out with.
//
// The base faces are in the program (fonts/fonts.json says which, from which Debian
// package, under which licence); faces for further scripts are mapped from fixed places
// when a text first needs them. Immutable to its users; safe to use from any number of
// threads.

#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace trialsheet {

/// One face: a whole TrueType file in memory.
struct Face {
  std::string name;       ///< as in fonts/fonts.json: "Noto Sans Bold"
  std::string_view data;  ///< the sfnt file (with glyf outlines), owned by the FontSet
};

enum class Weight { regular, bold };

class FontSet {
 public:
  /// The fonts named in fonts/fonts.json. Throws Error{Fault::setup} if that is broken.
  FontSet();
  ~FontSet();
  FontSet(FontSet&&) noexcept;
  FontSet& operator=(FontSet&&) noexcept;

  /// How many indexes there are; every index below this is one for face().
  int size() const;

  /// The face behind an index of TextRun::font. Valid as long as the set.
  const Face& face(int index) const;

  struct Impl;
  const Impl& impl() const { return *impl_; }  ///< for page/ itself

 private:
  std::unique_ptr<Impl> impl_;
};

}  // namespace trialsheet
