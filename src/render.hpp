// The whole way, from a record to a PDF. Start reading here.

#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "base/error.hpp"
#include "base/note.hpp"
#include "base/steps.hpp"
#include "explain.hpp"
#include "words/own_language.hpp"

namespace trialsheet {

struct Brand;

struct RenderOptions {
  std::string layout = "standard";  ///< one of built_in_layouts()
  /// The text of a layout file, used instead; `layout` then is its name in messages.
  std::optional<std::string> layout_json = {};
  std::string paper = "letter";
  std::string language = "en";  ///< BCP 47, or what it means by matching_language()
  /// Printed, and the date of the file; the clock is never read.
  std::optional<Date> date = {};
  std::string near = {};     ///< where the reader is: "Lyon, France" or "45.76,4.84";
                             ///< sites by distance
  std::string country = {};  ///< sites of this country are named first
  std::shared_ptr<const Brand> brand =
      {};                      ///< the clinic's own (page/brand.hpp); null: none
  bool attach = true;          ///< embed the record and the list of changes (PDF/A-3a)
  StepObserver observer = {};  ///< told the steps of each page
};

struct Rendered {
  std::string pdf;
  std::string nct;
  Notes notes;
  int pages = 0;
  std::optional<Date> version = {};  ///< versionHolder: the day of the registry's data
  std::string title;                 ///< of the document
  std::string language;              ///< of the sheet, BCP 47
};

/// A bundle's own options, beside those of its sheets.
struct BundleOptions {
  bool duplex = false;  ///< each sheet begins on the front of a leaf
};

/// A sheet of a bundle.
struct BundledSheet {
  std::string nct;
  int page = 0;  ///< its first, as printed and as labelled
  Notes notes;
};

/// A sheet for the screen, and what is to be told of it.
struct Preview {
  std::vector<std::string> pages;  ///< an <svg> element each (page/svg.hpp)
  Explanation explanation;
};

/// The text forms of the steps between record and PDF, for review and for goldens.
struct Stages {
  std::string criteria;
  std::string summary;
  std::string page;
  std::string tags;
  std::string changes;  ///< the list of changes as it is embedded (JSON)
};

/// A face, and the characters of a sheet that are printed with it.
struct FaceUse {
  std::string face;
  std::string characters;  ///< UTF-8, by code point, each once
};

struct FontUse {
  std::vector<FaceUse> faces;  ///< in the order of fonts/fonts.json
  Notes missing;               ///< characters printed as their code, for no face has them
};

/// What an engine has beside what is built into the program.
struct EngineOptions {
  /// Languages of the user's own; one of a built-in tag replaces that. A broken one is
  /// told when a sheet is to be in it.
  std::vector<OwnLanguage> languages = {};
  std::vector<std::string> font_folders = {};  ///< as of FontSet
};

/// A language that a sheet can be in.
struct LanguageFacts {
  std::string tag;   ///< BCP 47
  std::string name;  ///< in the language itself: "Español"
  bool reviewed;     ///< by a translator
};

/// Fonts, layouts, words and their caches: one per process serves any number of threads.
class [[gnu::visibility("default")]] Engine {
 public:
  /// Throws Error{Fault::setup} if what is built into the program is broken.
  explicit Engine(EngineOptions options = {});
  ~Engine();
  Engine(Engine &&) noexcept;
  Engine& operator=(Engine&&) noexcept;

  /// The bytes of a sheet about the trial in `record` (ClinicalTrials.gov API v2 JSON).
  /// Same record, options and version: same bytes. Throws Error if there can be no page;
  /// anything less is in the notes.
  Rendered render(std::string_view record, const RenderOptions& options = {}) const;

  /// What became of every rule and question of the record on its sheet.
  Explanation explain(std::string_view record, const RenderOptions& options = {}) const;

  /// The pictures of its pages, without the PDF.
  Preview preview(std::string_view record, const RenderOptions& options = {}) const;

  /// Which faces the sheet is printed with.
  FontUse fonts(std::string_view record, const RenderOptions& options = {}) const;

  /// Every language, by the alphabet of their tags; reads all their files. Throws
  /// Error{Fault::layout} with file and place if one is broken.
  std::vector<LanguageFacts> languages() const;

  /// The same way, stopped before the PDF.
  Stages stages(std::string_view record, const RenderOptions& options = {}) const;

 private:
  friend class Bundle;
  struct [[gnu::visibility("hidden")]] Impl;
  std::unique_ptr<Impl> impl_;
};

/// Many sheets in one PDF behind a cover with a table of them, written as they come: a
/// bundle takes the memory of one sheet and some bytes for each. For one thread.
class [[gnu::visibility("default")]] Bundle {
 public:
  /// Takes bytes of the PDF, one piece after the other; what it throws goes through.
  using Sink = std::function<void(std::string_view)>;

  /// Refers to `engine`. Throws Error if an option is wrong.
  Bundle(const Engine& engine, RenderOptions options, BundleOptions own, Sink sink);
  ~Bundle();

  /// Adds the sheet of a record, as render() makes it, with its number on each page.
  /// Throws Error; then nothing of this record is in the bundle, and others can be added.
  /// A trial that the bundle has already is such an error.
  BundledSheet add(std::string_view record);

  /// Ends the PDF, with the cover. Throws Error{Fault::request} if it has no sheet.
  void finish();

 private:
  struct [[gnu::visibility("hidden")]] Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace trialsheet
