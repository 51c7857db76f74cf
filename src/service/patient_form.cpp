// Reads the form, forgivingly where a person typed.

#include "service/patient_form.hpp"

#include "base/base64.hpp"
#include "base/nct.hpp"
#include "base/text.hpp"
#include "service/problem.hpp"

namespace trialsheet {

namespace {

// A pasted address with its query is shorter.
constexpr std::size_t longest_typed = 2000;

Parameters parameters_of(const ServiceRequest& request) {
  const auto type = field(request.fields, "content-type");
  return media_type(type) == "multipart/form-data" ? parse_multipart(type, request.body)
                                                   : parse_parameters(request.body);
}

std::string line_of(const Parameters& form, std::string_view name) {
  return one_line(value_of(form, name).substr(0, longest_typed));
}

}  // namespace

PatientForm read_form(const ServiceRequest& request) {
  const auto form = parameters_of(request);
  PatientForm read{line_of(form, "ui"),
                   line_of(form, "nct"),
                   std::string(value_of(form, "file")),
                   line_of(form, "lang"),
                   line_of(form, "paper"),
                   line_of(form, "layout"),
                   line_of(form, "near"),
                   find(form, "save") != nullptr};
  if (read.record.empty() && read.typed.empty()) {
    read.record = from_base64(value_of(form, "record")).value_or("");
  }
  return read;
}

PatientTrial find_trial(const PatientForm& form, Sheets& sheets) {
  if (!form.record.empty()) {
    return {form.record, "", {}};
  }
  if (form.typed.empty()) {
    throw PatientTrouble{"error.empty", "nct", 400};
  }
  const auto nct = find_nct_number(form.typed);
  if (!nct) {
    throw PatientTrouble{"error.number", "nct", 400};
  }
  auto found = sheets.find(*nct);
  return {std::move(found.json), std::move(found.trouble), found.version};
}

RenderOptions options_of(const PatientForm& form, const Sheets& sheets) {
  Parameters query;
  const auto add = [&query](const char* name, const std::string& value) {
    if (!value.empty()) {
      query.push_back({name, value});
    }
  };
  add("lang", form.lang);
  add("paper", form.paper);
  add("layout", form.layout);
  add("near", form.near);
  try {
    return sheets.options(query);
  } catch (const Problem&) {
    throw PatientTrouble{"error.choice", "", 400};
  }
}

PatientTrouble trouble_of(const Error& error, bool has_file) {
  const int status = problem_of(error).status();
  switch (error.fault()) {
    case Fault::absent:
      return {"error.absent", "nct", status};
    case Fault::upstream:
      return {"error.unreachable", "nct", status};
    case Fault::record:
      return {has_file ? "error.record" : "error.unusable", has_file ? "file" : "nct",
              status};
    case Fault::overflow:
      return {"error.unusable", "", status};
    case Fault::request:
      return {"error.choice", "", status};
    case Fault::layout:
    case Fault::setup:
      break;
  }
  return {"error.bug", "", status};
}

PatientTrouble trouble_of(const Problem& problem) {
  switch (problem.status()) {
    case 413:
      return {"error.size", "file", 413};
    case 503:
      return {"error.busy", "", 503};
    default:
      return {problem.status() < 500 ? "error.choice" : "error.bug", "",
              problem.status()};
  }
}

}  // namespace trialsheet
