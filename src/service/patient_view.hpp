// The patient's page as HTML: the form, and beside it the sheet or what is wrong.

#pragma once

#include <optional>
#include <string>

#include "render.hpp"
#include "service/html.hpp"
#include "service/patient_form.hpp"
#include "service/web_texts.hpp"

namespace trialsheet {

/// What one page shows.
struct PatientView {
  const WebLanguages* languages;
  const WebTexts* texts;
  const Choices* choices;
  PatientForm form;
  std::optional<PatientTrouble> trouble = {};
  std::optional<Preview> preview = {};
  PaperChoice paper = {};         ///< of the preview
  std::string data_warning = {};  ///< the registry could not be asked; one sentence
};

/// The whole page, from its doctype on. Works without script; holds no address that says
/// which trial it is about.
std::string patient_page(const PatientView& view);

/// The form alone.
Html patient_form(const PatientView& view);

/// The pictures of the sheet, and its text.
Html patient_sheet(const PatientView& view);

}  // namespace trialsheet
