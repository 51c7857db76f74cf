// Writes the form: the trial, and the choices that matter.

#include <algorithm>

#include "base/base64.hpp"
#include "service/patient_view.hpp"

namespace trialsheet {

namespace {

constexpr std::string_view example_number = "NCT05153070";
constexpr std::string_view example_place = "Lyon, France";

bool is_about(const PatientView& view, std::string_view field) {
  return view.trouble && view.trouble->field == field;
}

/// What is wrong with a field, beside it.
Html trouble_of_field(const PatientView& view, std::string_view field) {
  if (!is_about(view, field)) {
    return {};
  }
  return element("p", {{"class", "wrong"}, {"id", std::string(field) + "-wrong"}},
                 view.texts->text(view.trouble->key, "example", example_number));
}

std::string described_by(const PatientView& view, const std::string& field) {
  return field + "-hint" + (is_about(view, field) ? " " + field + "-wrong" : "");
}

Html hint(const std::string& field, const std::string& text) {
  return element("p", {{"class", "hint"}, {"id", field + "-hint"}}, text);
}

Html number_field(const PatientView& view) {
  const auto& texts = *view.texts;
  return element(
      "div", {{"class", "field"}},
      element("label", {{"for", "nct"}}, texts.text("form.nct")) +
          hint("nct", texts.text("form.nct_hint", "example", example_number)) +
          trouble_of_field(view, "nct") +
          single("input", {{"id", "nct"},
                           {"name", "nct"},
                           {"type", "text"},
                           {"dir", "ltr"},
                           {"value", view.form.typed},
                           {"maxlength", "500"},
                           {"autocomplete", "off"},
                           {"autocapitalize", "characters"},
                           {"spellcheck", "false"},
                           {"aria-describedby", described_by(view, "nct")},
                           {"aria-invalid", is_about(view, "nct") ? "true" : no}}));
}

Html file_field(const PatientView& view) {
  const auto& texts = *view.texts;
  const bool is_kept = !view.form.record.empty() && !is_about(view, "file");
  auto field = element("label", {{"for", "file"}}, texts.text("form.file")) +
               hint("file", texts.text("form.file_hint")) +
               trouble_of_field(view, "file") +
               single("input", {{"id", "file"},
                                {"name", "file"},
                                {"type", "file"},
                                {"accept", ".json,application/json"},
                                {"aria-describedby", described_by(view, "file")},
                                {"aria-invalid", is_about(view, "file") ? "true" : no}});
  if (is_kept) {
    field += element("p", {{"class", "hint"}}, texts.text("form.file_kept")) +
             single("input", {{"type", "hidden"},
                              {"name", "record"},
                              {"value", to_base64(view.form.record)}});
  }
  return element("div", {{"class", "field"}}, field);
}

Html option(const std::string& value, const std::string& chosen, const std::string& text,
            std::string_view language = no) {
  return element(
      "option",
      {{"value", value}, {"lang", language}, {"selected", value == chosen ? yes : no}},
      text);
}

Html select(const PatientView& view, const std::string& name, const Html& options) {
  return element("div", {{"class", "field"}},
                 element("label", {{"for", name}}, view.texts->text("form." + name)) +
                     element("select", {{"id", name}, {"name", name}}, options));
}

/// The catalog's text of a choice, or what the engine calls it.
std::string name_of_choice(const WebTexts& texts, const std::string& key,
                           const std::string& name) {
  return texts.has(key + name) ? texts.text(key + name) : name;
}

Html language_field(const PatientView& view) {
  Html options;
  for (const auto& [tag, name, reviewed] : view.choices->languages) {
    options += option(tag, view.form.lang, name, tag);
  }
  return select(view, "lang", options);
}

Html layout_field(const PatientView& view) {
  Html options;
  for (const auto& layout : view.choices->layouts) {
    options += option(layout.name, view.form.layout,
                      name_of_choice(*view.texts, "layout.", layout.name));
  }
  return select(view, "layout", options);
}

/// The papers of all layouts, each once.
Html paper_field(const PatientView& view) {
  std::vector<std::string> names;
  for (const auto& layout : view.choices->layouts) {
    for (const auto& paper : layout.papers) {
      if (std::find(names.begin(), names.end(), paper.name) == names.end()) {
        names.push_back(paper.name);
      }
    }
  }
  Html options;
  for (const auto& name : names) {
    options += option(name, view.form.paper, name_of_choice(*view.texts, "paper.", name));
  }
  return select(view, "paper", options);
}

Html near_field(const PatientView& view) {
  const auto& texts = *view.texts;
  return element(
      "div", {{"class", "field"}},
      element("label", {{"for", "near"}}, texts.text("form.near")) +
          hint("near", texts.text("form.near_hint", "example", example_place)) +
          single("input", {{"id", "near"},
                           {"name", "near"},
                           {"type", "text"},
                           {"dir", "auto"},
                           {"value", view.form.near},
                           {"maxlength", "150"},
                           {"autocomplete", "off"},
                           {"aria-describedby", "near-hint"}}));
}

Html group(const std::string& legend, const Html& fields, std::string_view arranged) {
  return element(
      "fieldset", {},
      element("legend", {}, legend) + element("div", {{"class", arranged}}, fields));
}

}  // namespace

Html patient_form(const PatientView& view) {
  const auto& texts = *view.texts;
  const auto look =
      language_field(view) + layout_field(view) + paper_field(view) + near_field(view);
  return element(
      "form",
      {{"id", "choices"},
       {"method", "post"},
       {"action", "/"},
       {"enctype", "multipart/form-data"},
       {"autocomplete", "off"}},
      single("input", {{"type", "hidden"}, {"name", "ui"}, {"value", texts.language()}}) +
          group(texts.text("form.which"), number_field(view) + file_field(view),
                "trial") +
          group(texts.text("form.how"), look, "look") +
          element("button", {{"type", "submit"}, {"class", "main"}},
                  texts.text(view.preview ? "form.update" : "form.show")));
}

}  // namespace trialsheet
