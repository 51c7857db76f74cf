// The patient's form: what was typed and chosen, and the trial that is meant by it.

#pragma once

#include <string>

#include "service/message.hpp"
#include "service/parameters.hpp"
#include "service/problem.hpp"
#include "service/sheets.hpp"

namespace trialsheet {

struct PatientForm {
  std::string ui;      ///< language of the page
  std::string typed;   ///< where an NCT number is looked for
  std::string record;  ///< of the file that was chosen, now or before
  std::string lang;    ///< language of the sheet
  std::string paper;
  std::string layout;
  std::string near;
  bool save = false;  ///< the PDF is to be kept rather than shown
};

/// What is wrong, by the key of its text in web.json ("error.absent"), and the field that
/// it is about.
struct PatientTrouble {
  std::string key;
  std::string field;  ///< "nct", "file" or empty
  int status = 200;
};

/// The trial that the form means.
struct PatientTrial {
  std::string record;
  std::string trouble;  ///< as FoundRecord::trouble
  std::optional<Date> version;
};

/// Reads the body of the form. Throws Problem if it is not well formed.
PatientForm read_form(const ServiceRequest& request);

/// Throws PatientTrouble if there is no such trial.
PatientTrial find_trial(const PatientForm& form, Sheets& sheets);

/// The options that the form asks for. Throws PatientTrouble.
RenderOptions options_of(const PatientForm& form, const Sheets& sheets);

/// What a patient is told of an error of the engine, the store or the service.
PatientTrouble trouble_of(const Error& error, bool has_file);
PatientTrouble trouble_of(const Problem& problem);

}  // namespace trialsheet
