// Fonts: the faces that a page is laid out with.
//
// The base faces are in the program (fonts/fonts.json says which, from which Debian
// package, under which licence); faces for further scripts are mapped from fixed places
// when a text first needs them. Immutable to its users; safe to use from any number of
// threads.

#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace trialsheet {

/// One face: a whole font file in memory.
struct Face {
  std::string name;       ///< as in fonts/fonts.json: "Noto Sans Bold"
  std::string_view data;  ///< the sfnt file or collection of them, owned by the FontSet
  unsigned index = 0;     ///< of the face in a collection
};

enum class Weight { regular, bold };

/// How far apart lines of a script stand at least, in percent of the type size. Marks
/// above and below the letters of some need more than a layout gives Latin.
struct LineHeight {
  int body = 0;
  int detail = 0;
};

/// What is known of a face without printing with it.
struct FaceFacts {
  std::string name;
  Weight weight = Weight::regular;
  std::string package;  ///< the Debian package that brings it
  std::string path;     ///< where that puts it
  bool embedded = false;
  bool installed = false;            ///< it can be used: embedded, or its file is there
  std::vector<std::string> scripts;  ///< those it is asked for, by their Unicode names,
                                     ///< the one of most characters first
};

/// A glyph and the text that it stands for.
struct UsualGlyph {
  std::uint16_t id = 0;
  std::string text;
};

class FontSet {
 public:
  /// The fonts named in fonts/fonts.json. A face that is not in the program is looked for
  /// in `folders` first, in their order, by the name of its file or by its path from
  /// "truetype" or "opentype" on; then at its fixed place. Throws Error{Fault::setup} if
  /// the list is broken.
  explicit FontSet(std::vector<std::string> folders = {});
  ~FontSet();
  FontSet(FontSet&&) noexcept;
  FontSet& operator=(FontSet&&) noexcept;

  /// How many indexes there are; every index below this is one for face().
  int size() const;

  /// The face behind an index of TextRun::font. Valid as long as the set.
  const Face& face(int index) const;

  /// What nearly every page of Latin text shows with a face that is asked for any
  /// character: ASCII, quotation marks, ligatures. Of other faces nothing.
  std::vector<UsualGlyph> usual_glyphs(int index) const;

  /// What the script of a language (BCP 47) needs.
  LineHeight line_height(std::string_view language) const;

  /// All faces, in the order in which they are asked.
  std::vector<FaceFacts> list() const;

  struct Impl;
  const Impl& impl() const { return *impl_; }  ///< for page/ itself

 private:
  std::unique_ptr<Impl> impl_;
};

}  // namespace trialsheet
