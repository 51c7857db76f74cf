// Answers the requests of the page.

#include "service/patient_page.hpp"

#include <charconv>
#include <stdexcept>

#include "base/embedded.hpp"
#include "service/patient_view.hpp"
#include "service/problem.hpp"

namespace trialsheet {

namespace {

// Nothing from elsewhere, nothing inline, no form to elsewhere.
constexpr std::string_view policy =
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

ServiceResponse html_response(const PatientView& view, int status) {
  auto response = response_of(status, "text/html; charset=utf-8", patient_page(view));
  add_field(response, "Content-Language", view.texts->language());
  add_field(response, "Content-Security-Policy", policy);
  add_field(response, "Vary", "Accept-Language");
  forbid_keeping(response);
  if (status == 503) {
    add_field(response, "Retry-After", "30");
  }
  return response;
}

PatientView view_of(const Sheets& sheets, const WebLanguages& languages,
                    const RoutedRequest& routed, PatientForm form) {
  const auto* texts = languages.find(form.ui);
  if (texts == nullptr) {
    texts = &languages.accepted(field(routed.request->fields, "accept-language"));
  }
  return {&languages, texts, &sheets.choices(), std::move(form)};
}

/// Choices of a person who has not made any: the sheet in the language of the page, on
/// the paper and in the layout that the service takes unless told.
void choose_defaults(PatientView& view, const Sheets& sheets) {
  const auto defaults = sheets.options({});
  const auto& tag = view.texts->language();
  auto& form = view.form;
  if (form.lang.empty()) {
    form.lang = view.choices->has_language(tag) ? tag : defaults.language;
  }
  form.paper = form.paper.empty() ? defaults.paper : form.paper;
  form.layout = form.layout.empty() ? defaults.layout : form.layout;
}

/// Does `make` with the trial and the options that the form means; whatever is wrong
/// becomes a page that says it.
template <typename Make>
ServiceResponse answer_form(Sheets& sheets, const WebLanguages& languages,
                            const RoutedRequest& routed, Make make) {
  auto view = view_of(sheets, languages, routed, read_form(*routed.request));
  choose_defaults(view, sheets);
  try {
    const auto options = options_of(view.form, sheets);
    return make(view, find_trial(view.form, sheets), options);
  } catch (const PatientTrouble& trouble) {
    view.trouble = trouble;
  } catch (const Problem& problem) {
    view.trouble = trouble_of(problem);
  } catch (const Error& error) {
    view.trouble = trouble_of(error, !view.form.record.empty());
  }
  view.preview.reset();
  return html_response(view, view.trouble->status);
}

const PaperChoice& paper_of(const PatientView& view, const RenderOptions& options) {
  for (const auto& paper : view.choices->layout(options.layout)->papers) {
    if (paper.name == options.paper) {
      return paper;
    }
  }
  throw std::logic_error("a paper that was checked is not there");
}

std::string data_warning(const PatientView& view, const PatientTrial& trial) {
  if (trial.trouble.empty()) {
    return {};
  }
  const auto& texts = *view.texts;
  const auto day = trial.version ? view.languages->date(texts, *trial.version)
                                 : texts.text("result.no_date");
  return texts.text("result.old", "date", day);
}

/// Points, as a style sheet has them: "595.276".
bool is_length(std::string_view text) {
  double points = 0;
  const auto* last = text.data() + text.size();
  const auto [stop, error] =
      std::from_chars(text.data(), last, points, std::chars_format::fixed);
  return error == std::errc() && stop == last && points >= 72 && points <= 7200;
}

/// The style that prints on the paper of "612x792.css": width and height in points.
std::string paper_style(std::string_view name) {
  constexpr std::string_view ending = ".css";
  const auto by = name.find('x');
  if (!name.ends_with(ending) || by == name.npos) {
    throw Problem(404, "there is no such paper; 612x792.css would be one");
  }
  const auto width = std::string(name.substr(0, by));
  const auto height =
      std::string(name.substr(by + 1, name.size() - ending.size() - by - 1));
  if (!is_length(width) || !is_length(height)) {
    throw Problem(404, "there is no such paper; 612x792.css would be one");
  }
  return "@page { size: " + width + "pt " + height + "pt; margin: 0; }\n" +
         "@media print {\n  .page { width: " + width + "pt; height: " + height +
         "pt; }\n}\n";
}

}  // namespace

ServiceResponse patient_start(Sheets& sheets, const WebLanguages& languages,
                              const RoutedRequest& routed) {
  PatientForm empty;
  empty.ui = value_of(routed.query, "ui");
  auto view = view_of(sheets, languages, routed, std::move(empty));
  choose_defaults(view, sheets);
  return html_response(view, 200);
}

ServiceResponse patient_result(Sheets& sheets, const WebLanguages& languages,
                               const RoutedRequest& routed) {
  return answer_form(
      sheets, languages, routed,
      [&](PatientView& view, const PatientTrial& trial, const RenderOptions& options) {
        view.preview = sheets.preview(trial.record, options);
        view.paper = paper_of(view, options);
        view.data_warning = data_warning(view, trial);
        return html_response(view, 200);
      });
}

ServiceResponse patient_pdf(Sheets& sheets, const WebLanguages& languages,
                            const RoutedRequest& routed) {
  return answer_form(
      sheets, languages, routed,
      [&](PatientView& view, const PatientTrial& trial, const RenderOptions& options) {
        return pdf_response(sheets.render(trial.record, options), options.language,
                            view.form.save);
      });
}

ServiceResponse patient_refusal(Sheets& sheets, const WebLanguages& languages,
                                const Problem& problem,
                                std::string_view accept_language) {
  PatientView view{
      &languages, &languages.accepted(accept_language), &sheets.choices(), {}};
  choose_defaults(view, sheets);
  view.trouble = trouble_of(problem);
  return html_response(view, problem.status());
}

ServiceResponse patient_asset(const RoutedRequest& routed) {
  const std::string_view path = routed.path;
  constexpr std::string_view paper = "/paper/";
  const auto type = path.ends_with(".css")  ? "text/css; charset=utf-8"
                    : path.ends_with(".js") ? "text/javascript; charset=utf-8"
                                            : "image/svg+xml";
  auto response =
      response_of(200, type,
                  path.starts_with(paper)
                      ? paper_style(path.substr(paper.size()))
                      : std::string(embedded_file("src/service/web" + routed.path)));
  add_field(response, "ETag", etag_of(response.body));
  add_field(response, "Cache-Control", "public, max-age=3600");
  return response;
}

}  // namespace trialsheet
