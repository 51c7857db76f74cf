// The steps in order. Each is a function from one value to the next.

#include "render.hpp"

#include <map>
#include <mutex>
#include <set>
#include <utility>
#include <variant>

#include "base/error.hpp"
#include "base/isolate.hpp"
#include "base/text.hpp"
#include "changes.hpp"
#include "criteria/criteria.hpp"
#include "geo/gazetteer.hpp"
#include "page/brand.hpp"
#include "page/cover.hpp"
#include "page/fit.hpp"
#include "page/svg.hpp"
#include "pdf/bundle.hpp"
#include "pdf/pdf.hpp"
#include "pdf/pdf_fonts.hpp"
#include "summary/summary.hpp"
#include "trial/trial.hpp"
#include "words/languages.hpp"

namespace trialsheet {

namespace {

void append(Notes& notes, Notes more) {
  notes.insert(notes.end(), std::make_move_iterator(more.begin()),
               std::make_move_iterator(more.end()));
}

/// The characters of every text on the sheet by the index of their face.
std::map<int, std::set<char32_t>> characters_by_face(const Sheet& sheet) {
  std::map<int, std::set<char32_t>> found;
  for (const auto& page : sheet.pages)
    for (const auto& item : page.items)
      if (const auto* run = std::get_if<TextRun>(&item.mark))
        for (std::size_t i = 0; i < run->text.size();) {
          const auto [code, length] = character_at(run->text, i);
          found[run->font].insert(code);
          i += length;
        }
  return found;
}

/// What the options say of where the reader is. A place that the gazetteer does not know
/// is noted, and what was named as its country still counts.
Noted<Whereabouts> whereabouts_of(const RenderOptions& options) {
  Whereabouts whereabouts{{}, parse_point(options.near), options.country};
  if (options.near.empty() || whereabouts.point)
    return {whereabouts, {}};
  if (const auto place = find_place(options.near)) {
    whereabouts.name = place->name;
    whereabouts.point = place->point;
    return {whereabouts, {}};
  }
  const auto comma = options.near.rfind(',');
  if (options.country.empty() && comma != std::string::npos)
    whereabouts.country = one_line(options.near.substr(comma + 1));
  return {whereabouts,
          {{Note::Kind::ignored, "near",
            "the place \"" + one_line(options.near) +
                "\" is not known; \"City, Country\" of a larger city near it, or degrees "
                "such "
                "as \"45.76,4.84\", would be"}}};
}

/// The clinic's own words, and which of them the sheet has.
std::vector<ExplainedClinicText> clinic_texts(const Brand& brand, BrandExtent extent) {
  std::vector<ExplainedClinicText> texts;
  for (auto& [source, text] : texts_of(brand)) {
    const bool shown = is_printed(extent, source);
    texts.push_back({std::move(source), std::move(text), shown});
  }
  return texts;
}

/// A record's way up to the placed sheet.
struct Laid {
  Trial trial;
  Criteria criteria;
  Summary summary;
  Fitted fitted;
  Explanation explanation;  ///< if it was asked for
  Notes notes;
  SummaryOptions summarized;  ///< how the summary was made
};

/// The files of a sheet; they refer to `record` and `changes`.
std::vector<Attachment> attachments(std::string_view record, std::string_view changes,
                                    const Laid& laid, const Words& words) {
  const auto& nct = laid.trial.nct;
  return {{nct + ".json", "application/json", words.text("attachment.record"),
           Attachment::Relationship::source, record, laid.trial.data_date},
          {nct + "-changes.json", "application/json", words.text("attachment.changes"),
           Attachment::Relationship::supplement, changes, laid.trial.data_date}};
}

}  // namespace

/// Whether somebody will read what became of every rule.
enum class Explain { yes, no };

struct Engine::Impl {
  explicit Impl(EngineOptions options)
      : languages(std::move(options.languages)),
        fonts(std::move(options.font_folders)),
        pdf_fonts(fonts) {}

  const Languages languages;
  FontSet fonts;
  PdfFonts pdf_fonts;
  std::mutex mutex;
  std::map<std::string, std::unique_ptr<const Layout>, std::less<>> layouts;
  std::vector<std::unique_ptr<Shaper>> shapers;  ///< those that no thread uses now

  const Layout& layout(const std::string& name);
  std::unique_ptr<Shaper> borrow_shaper();
  void give_back(std::unique_ptr<Shaper> shaper);

  Laid lay_out(std::string_view record, const RenderOptions& options, Explain explained);

  /// As the functions of page/cover.hpp, with what the options name.
  Sheet make_cover(const CoverOrder& order, const RenderOptions& options,
                   const Brand* brand);
  void number_pages(Sheet& sheet, int first, const RenderOptions& options);

 private:
  /// The layout of the options; `own` holds it if it is the user's.
  const Layout& layout_of(const RenderOptions& options, std::optional<Layout>& own);
};

const Layout& Engine::Impl::layout(const std::string& name) {
  const std::lock_guard lock(mutex);
  const auto known = layouts.find(name);
  if (known != layouts.end())
    return *known->second;
  auto read = std::make_unique<const Layout>(built_in_layout(name));
  return *layouts.emplace(name, std::move(read)).first->second;
}

std::unique_ptr<Shaper> Engine::Impl::borrow_shaper() {
  const std::lock_guard lock(mutex);
  if (shapers.empty())
    return std::make_unique<Shaper>(fonts);
  auto shaper = std::move(shapers.back());
  shapers.pop_back();
  return shaper;
}

void Engine::Impl::give_back(std::unique_ptr<Shaper> shaper) {
  shaper->forget_if_full();
  const std::lock_guard lock(mutex);
  shapers.push_back(std::move(shaper));
}

const Layout& Engine::Impl::layout_of(const RenderOptions& options,
                                      std::optional<Layout>& own) {
  if (!options.layout_json)
    return layout(options.layout);
  own = read_layout(*options.layout_json, options.layout);
  return *own;
}

Sheet Engine::Impl::make_cover(const CoverOrder& order, const RenderOptions& options,
                               const Brand* brand) {
  std::optional<Layout> own_layout;
  auto shaper = borrow_shaper();
  auto cover =
      trialsheet::make_cover(order, layout_of(options, own_layout), options.paper,
                             languages.words(options.language), *shaper, brand);
  give_back(std::move(shaper));
  return cover;
}

void Engine::Impl::number_pages(Sheet& sheet, int first, const RenderOptions& options) {
  std::optional<Layout> own_layout;
  auto shaper = borrow_shaper();
  trialsheet::number_pages(sheet, first, layout_of(options, own_layout), options.paper,
                           *shaper);
  give_back(std::move(shaper));
}

Laid Engine::Impl::lay_out(std::string_view record, const RenderOptions& options,
                           Explain explained) {
  const auto ended = [&options](std::string_view step) {
    end_step(options.observer, step);
  };
  std::optional<Layout> own_layout;
  const auto& chosen_layout = layout_of(options, own_layout);
  const auto& chosen_words = languages.words(options.language);
  ended("layout and words");

  auto trial = read_trial(record);
  ended("read");
  auto criteria = parse_criteria(trial.value.eligibility.criteria);
  ended("criteria");
  auto whereabouts = whereabouts_of(options);
  SummaryOptions summarized = {options.date, std::move(whereabouts.value)};
  auto summary = summarize(trial.value, criteria, chosen_words, summarized);
  ended("summarize");
  auto shaper = borrow_shaper();
  auto fitted = fit(summary.value, chosen_layout, options.paper, chosen_words, *shaper,
                    options.brand.get());
  give_back(std::move(shaper));
  ended("fit");

  auto notes = std::move(trial.notes);
  append(notes, std::move(whereabouts.notes));
  append(notes, std::move(summary.notes));
  append(notes, std::move(fitted.notes));
  Explanation explanation;
  if (explained == Explain::yes) {
    explanation = trialsheet::explain(criteria, summary.value, fitted.value.choice,
                                      chosen_layout, options.paper, notes);
    if (options.brand)
      explanation.clinic = clinic_texts(*options.brand, fitted.value.brand);
  }
  ended("explain");
  return {std::move(trial.value),  std::move(criteria),    std::move(summary.value),
          std::move(fitted.value), std::move(explanation), std::move(notes),
          std::move(summarized)};
}

Engine::Engine(EngineOptions options)
    : impl_(std::make_unique<Impl>(std::move(options))) {}
Engine::~Engine() = default;
Engine::Engine(Engine&&) noexcept = default;
Engine& Engine::operator=(Engine&&) noexcept = default;

Rendered Engine::render(std::string_view record, const RenderOptions& options) const {
  const auto explained = options.attach ? Explain::yes : Explain::no;
  auto laid = impl_->lay_out(record, options, explained);
  PdfOptions pdf;
  pdf.created = options.date;
  pdf.observer = options.observer;
  std::string changes;
  if (options.attach) {
    changes = list_changes(laid.explanation);
    pdf.attachments =
        attachments(record, changes, laid, impl_->languages.words(options.language));
  }
  end_step(options.observer, "list changes");
  return {write_pdf(laid.fitted.sheet, impl_->pdf_fonts, pdf),
          laid.trial.nct,
          std::move(laid.notes),
          static_cast<int>(laid.fitted.sheet.pages.size()),
          laid.trial.data_date,
          laid.fitted.sheet.title,
          laid.fitted.sheet.language};
}

Explanation Engine::explain(std::string_view record, const RenderOptions& options) const {
  return impl_->lay_out(record, options, Explain::yes).explanation;
}

Preview Engine::preview(std::string_view record, const RenderOptions& options) const {
  auto laid = impl_->lay_out(record, options, Explain::yes);
  const auto& sheet = laid.fitted.sheet;
  Preview preview{{}, std::move(laid.explanation)};
  for (std::size_t i = 0; i < sheet.pages.size(); ++i)
    preview.pages.push_back(to_svg(sheet, static_cast<int>(i), impl_->fonts));
  return preview;
}

FontUse Engine::fonts(std::string_view record, const RenderOptions& options) const {
  const auto laid = impl_->lay_out(record, options, Explain::no);
  FontUse use;
  for (const auto& [face, codes] : characters_by_face(laid.fitted.sheet)) {
    std::string characters;
    for (const auto code : codes)
      characters += to_utf8(code);
    use.faces.push_back({impl_->fonts.face(face).name, characters});
  }
  for (const auto& note : laid.notes)
    if (note.kind == Note::Kind::replaced)
      use.missing.push_back(note);
  return use;
}

std::vector<LanguageFacts> Engine::languages() const {
  std::vector<LanguageFacts> facts;
  for (const auto& tag : impl_->languages.tags()) {
    const auto& words = impl_->languages.words(tag);
    facts.push_back({tag, words.text("language.name"), words.is_reviewed()});
  }
  return facts;
}

Stages Engine::stages(std::string_view record, const RenderOptions& options) const {
  const auto laid = impl_->lay_out(record, options, Explain::yes);
  return {to_text(laid.criteria), to_text(laid.summary), to_text(laid.fitted.sheet),
          tags_to_text(laid.fitted.sheet), list_changes(laid.explanation)};
}

struct Bundle::Impl {
  Engine::Impl* engine;
  RenderOptions options;
  BundleOptions own;
  std::shared_ptr<const Brand> brand;  ///< with its extra page, which the cover has
  BundleWriter writer;
  CoverOrder cover = {};
  int next_page = 1;

  Impl(Engine::Impl* made_by, RenderOptions chosen, BundleOptions chosen_own, Sink sink);

  const Words& words() const { return engine->languages.words(options.language); }
  void take_note_of(const Laid& laid);
  void add_back(Sheet& sheet) const;
};

namespace {

/// The brand of the sheets of a bundle: its extra page stands once, behind the cover.
std::shared_ptr<const Brand> without_page(const std::shared_ptr<const Brand>& brand) {
  if (!brand || brand->assistance_page.empty())
    return brand;
  auto without = std::make_shared<Brand>(*brand);
  without->assistance_page.clear();
  return without;
}

}  // namespace

Bundle::Impl::Impl(Engine::Impl* made_by, RenderOptions chosen, BundleOptions chosen_own,
                   Sink sink)
    : engine(made_by),
      options(std::move(chosen)),
      own(chosen_own),
      brand(options.brand),
      writer(engine->pdf_fonts, std::move(sink)) {
  options.brand = without_page(brand);
  cover.is_near = !options.near.empty() || !options.country.empty();
  cover.printed = options.date;
}

/// What the cover says of the sheet that comes next.
void Bundle::Impl::take_note_of(const Laid& laid) {
  const auto& summary = laid.summary;
  cover.rows.push_back({summary.nct, summary.title.wordings.front().text,
                        at_a_glance(laid.trial, words(), laid.summarized), next_page});
  cover.footer = summary.footer_left;
  cover.record_language = summary.record_language;
}

/// A blank page, where the next sheet begins a leaf.
void Bundle::Impl::add_back(Sheet& sheet) const {
  if (own.duplex && sheet.pages.size() % 2 == 1)
    sheet.pages.push_back({sheet.pages[0].width, sheet.pages[0].height, {}});
}

Bundle::Bundle(const Engine& engine, RenderOptions options, BundleOptions own, Sink sink)
    : impl_(std::make_unique<Impl>(engine.impl_.get(), std::move(options), own,
                                   std::move(sink))) {}

Bundle::~Bundle() = default;

BundledSheet Bundle::add(std::string_view record) {
  auto& own = *impl_;
  auto laid = own.engine->lay_out(record, own.options,
                                  own.options.attach ? Explain::yes : Explain::no);
  for (const auto& row : own.cover.rows)
    if (row.nct == laid.trial.nct)
      throw Error(Fault::record, row.nct,
                  "is in the bundle already; each trial has one sheet in it");
  auto& sheet = laid.fitted.sheet;
  sheet.structure.front().role = Node::Role::part;
  own.engine->number_pages(sheet, own.next_page, own.options);
  own.add_back(sheet);
  own.take_note_of(laid);
  const auto bookmark =
      laid.trial.nct + "  " + without_isolates(own.cover.rows.back().title);
  std::string changes;
  std::vector<Attachment> files;
  if (own.options.attach) {
    changes = list_changes(laid.explanation);
    files = attachments(record, changes, laid, own.words());
  }
  own.writer.add(sheet, bookmark, files);
  const auto page =
      std::exchange(own.next_page, own.next_page + static_cast<int>(sheet.pages.size()));
  return {std::move(laid.trial.nct), page, std::move(laid.notes)};
}

void Bundle::finish() {
  auto& own = *impl_;
  if (own.cover.rows.empty())
    throw Error(Fault::request, "bundle", "has no sheet; name at least one record");
  auto cover = own.engine->make_cover(own.cover, own.options, own.brand.get());
  cover.structure.front().role = Node::Role::part;
  own.add_back(cover);
  own.writer.finish(cover, own.words().text("bundle.bookmark"), own.options.date);
}

}  // namespace trialsheet
