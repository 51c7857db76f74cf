// Writes the frame of the page and the sheet in it.

#include "service/patient_view.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/base64.hpp"

namespace trialsheet {

namespace {

Html head(const PatientView& view) {
  const auto& texts = *view.texts;
  // The title goes into the browser's history, so it names no trial.
  const auto title = texts.text(view.preview ? "result.title" : "page.title");
  auto head =
      single("meta", {{"charset", "utf-8"}}) +
      single("meta",
             {{"name", "viewport"}, {"content", "width=device-width, initial-scale=1"}}) +
      element("title", {}, title + " – trialsheet") +
      single("link", {{"rel", "stylesheet"}, {"href", "/style.css"}}) +
      single("link", {{"rel", "icon"}, {"href", "/icon.svg"}, {"type", "image/svg+xml"}});
  if (view.preview) {
    const auto paper =
        fmt::format("/paper/{}x{}.css", view.paper.width, view.paper.height);
    head += single("link", {{"rel", "stylesheet"}, {"href", paper}});
  }
  return head + element("script", {{"src", "/page.js"}, {"defer", yes}}, "");
}

/// Without a trial the languages are links; with one they are buttons that take the form
/// along, so that nothing typed is lost and nothing stands in an address.
Html language_choice(const PatientView& view, const WebTexts& each) {
  const auto& tag = each.language();
  const auto name = each.text("page.name");
  const auto direction = each.text("page.direction");
  if (&each == view.texts) {
    return element("strong",
                   {{"lang", tag}, {"dir", direction}, {"aria-current", "true"}}, name);
  }
  if (view.form.typed.empty() && view.form.record.empty()) {
    return element(
        "a",
        {{"href", "/?ui=" + tag}, {"lang", tag}, {"hreflang", tag}, {"dir", direction}},
        name);
  }
  return element("button",
                 {{"type", "submit"},
                  {"form", "again"},
                  {"name", "ui"},
                  {"value", tag},
                  {"lang", tag},
                  {"dir", direction},
                  {"class", "link"}},
                 name);
}

Html hidden(std::string_view name, std::string_view value) {
  return single("input", {{"type", "hidden"}, {"name", name}, {"value", value}});
}

Html form_of_languages(const PatientForm& form) {
  return element("form",
                 {{"id", "again"},
                  {"method", "post"},
                  {"action", "/"},
                  {"enctype", "multipart/form-data"}},
                 hidden("nct", form.typed) + hidden("record", to_base64(form.record)) +
                     hidden("lang", form.lang) + hidden("paper", form.paper) +
                     hidden("layout", form.layout) + hidden("near", form.near));
}

Html header(const PatientView& view) {
  Html list;
  for (const auto& each : view.languages->all()) {
    list += element("li", {}, language_choice(view, each));
  }
  const auto label = view.texts->text("page.languages");
  auto header = element("a",
                        {{"class", "brand"},
                         {"href", "/?ui=" + view.texts->language()},
                         {"lang", "en"},
                         {"dir", "ltr"}},
                        "trialsheet") +
                element("nav", {{"aria-label", label}}, element("ul", {}, list));
  if (!view.form.typed.empty() || !view.form.record.empty()) {
    header += form_of_languages(view.form);
  }
  return element("header", {{"class", "top"}}, header);
}

Html footer(const WebTexts& texts) {
  return element("footer", {},
                 element("p", {{"class", "advice"}}, texts.text("foot.advice")) +
                     element("p", {}, texts.text("foot.source")) +
                     element("p", {}, texts.text("foot.privacy")));
}

Html trouble_box(const PatientView& view) {
  const auto& texts = *view.texts;
  const auto message = texts.text(view.trouble->key, "example", "NCT05153070");
  const auto& field = view.trouble->field;
  const auto what =
      field.empty() ? escaped(message) : element("a", {{"href", "#" + field}}, message);
  return element("div", {{"class", "trouble"}, {"role", "alert"}},
                 element("h2", {}, texts.text("error.title")) + element("p", {}, what));
}

Html picture(const PatientView& view, std::size_t index) {
  const auto& pages = view.preview->pages;
  auto label = view.texts->text("result.picture", "n", std::to_string(index + 1));
  label.replace(label.find("{total}"), 7, std::to_string(pages.size()));
  return element("div", {{"class", "page"}, {"role", "img"}, {"aria-label", label}},
                 Html{pages[index]});
}

Html lines_of_statements(const Explanation& explanation) {
  Html list;
  for (const auto& statement : explanation.statements) {
    if (statement.shown && !statement.text.empty()) {
      list += element("li", {{"dir", "auto"}}, statement.text);
    }
  }
  return list;
}

Html lines_of_rules(const Explanation& explanation, std::string_view section) {
  Html list;
  for (const auto& rule : explanation.rules) {
    if (rule.section == section && rule.shown == Shown::full) {
      list += element("li", {{"dir", "auto"}}, rule.text);
    }
  }
  return list;
}

Html lines_of_questions(const Explanation& explanation) {
  Html list;
  for (const auto& question : explanation.questions) {
    if (question.shown) {
      const auto reason = question.because.empty() ? "" : question.because + ": ";
      list += element("li", {{"dir", "auto"}}, reason + question.text);
    }
  }
  return list;
}

Html part(const std::string& heading, const Html& lines) {
  return lines.markup.empty() ? Html{}
                              : element("h3", {}, heading) + element("ul", {}, lines);
}

Html text_of_sheet(const PatientView& view) {
  const auto& texts = *view.texts;
  const auto& explanation = view.preview->explanation;
  const auto content =
      part(texts.text("result.about"), lines_of_statements(explanation)) +
      part(texts.text("result.inclusion"), lines_of_rules(explanation, "inclusion")) +
      part(texts.text("result.exclusion"), lines_of_rules(explanation, "exclusion")) +
      part(texts.text("result.other"), lines_of_rules(explanation, "other")) +
      part(texts.text("result.questions"), lines_of_questions(explanation));
  return element("details", {{"class", "text"}},
                 element("summary", {}, element("h2", {}, texts.text("result.text"))) +
                     element("div", {{"lang", explanation.language}}, content));
}

/// Buttons of the form, which stand beside the sheet rather than below the choices.
Html actions(const PatientView& view) {
  const auto& texts = *view.texts;
  const auto button = [&](std::string_view key, HtmlAttributes more) {
    return element("button", more, texts.text(key));
  };
  return element(
      "div",
      {{"class", "actions"},
       {"role", "group"},
       {"aria-label", texts.text("result.actions")}},
      button("result.print",
             {{"type", "button"}, {"id", "print"}, {"class", "main"}, {"hidden", yes}}) +
          button("result.open", {{"type", "submit"},
                                 {"form", "choices"},
                                 {"formaction", "/sheet"},
                                 {"formtarget", "_blank"}}) +
          button("result.save", {{"type", "submit"},
                                 {"form", "choices"},
                                 {"formaction", "/sheet"},
                                 {"name", "save"},
                                 {"value", "1"}}));
}

bool is_place_unknown(const Preview& preview) {
  const auto& notes = preview.explanation.notes;
  return std::any_of(notes.begin(), notes.end(), [](const Note& note) {
    return note.source == "near" && note.kind == Note::Kind::ignored;
  });
}

Html start(const PatientView& view) {
  const auto& texts = *view.texts;
  const auto intro = element("h1", {}, texts.text("page.title")) +
                     (view.trouble ? trouble_box(view) : Html{}) +
                     element("p", {{"class", "lead"}}, texts.text("page.lead"));
  return element("main", {{"class", "start"}, {"id", "content"}},
                 intro + patient_form(view));
}

Html result(const PatientView& view) {
  const auto choices = element("section", {{"class", "choices"}}, patient_form(view));
  return element("main", {{"class", "result"}, {"id", "content"}},
                 patient_sheet(view) + choices);
}

}  // namespace

Html patient_sheet(const PatientView& view) {
  const auto& texts = *view.texts;
  Html notes;
  if (view.form.lang != "en") {
    notes += element("p", {{"class", "hint"}}, texts.text("result.english"));
  }
  if (!view.data_warning.empty()) {
    notes += element("p", {{"class", "note"}, {"role", "status"}}, view.data_warning);
  }
  if (is_place_unknown(*view.preview)) {
    notes += element("p", {{"class", "note"}, {"role", "status"}},
                     texts.text("result.place", "place", view.form.near));
  }
  Html pages;
  for (std::size_t i = 0; i < view.preview->pages.size(); ++i) {
    pages += picture(view, i);
  }
  return element("section", {{"class", "sheet"}, {"aria-labelledby", "sheet-title"}},
                 element("h1", {{"id", "sheet-title"}}, texts.text("result.title")) +
                     element("p", {{"class", "lead"}}, texts.text("result.lead")) +
                     notes + actions(view) + element("div", {{"class", "pages"}}, pages) +
                     text_of_sheet(view));
}

std::string patient_page(const PatientView& view) {
  const auto& texts = *view.texts;
  const auto skip =
      element("a", {{"class", "skip"}, {"href", "#content"}}, texts.text("page.skip"));
  const auto body = element(
      "body", {},
      skip + header(view) + (view.preview ? result(view) : start(view)) + footer(texts));
  return "<!DOCTYPE html>\n" +
         element("html",
                 {{"lang", texts.language()}, {"dir", texts.text("page.direction")}},
                 element("head", {}, head(view)) + body)
             .markup;
}

}  // namespace trialsheet
