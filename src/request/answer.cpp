// Makes what is asked for, and tells it as JSON.

#include "request/answer.hpp"

#include <algorithm>
#include <array>
#include <exception>
#include <new>
#include <nlohmann/json.hpp>

#include "base/exit_code.hpp"
#include "changes.hpp"
#include "fhir.hpp"
#include "request/options_json.hpp"
#include "request/own_languages.hpp"

namespace trialsheet {

namespace {

using Json = nlohmann::ordered_json;

std::string written(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Json notes_json(const Notes& notes) {
  Json list = Json::array();
  for (const auto& note : notes) {
    list.push_back({{"kind", name_of(note.kind)},
                    {"source", note.source},
                    {"message", note.message}});
  }
  return list;
}

/// What is known of a sheet before it is made.
Json facts_of(const char* type, const std::string& nct, const RenderOptions& options) {
  return {{"code", exit_code::success},
          {"type", type},
          {"nct", nct},
          {"layout", options.layout},
          {"paper", options.paper},
          {"lang", options.language},
          {"date", options.date ? Json(iso(*options.date)) : Json()}};
}

Delivery sheet_delivery(const char* type, const char* ending, std::string body,
                        const Rendered& sheet, const RenderOptions& options) {
  auto facts = facts_of(type, sheet.nct, options);
  facts["pages"] = sheet.pages;
  facts["file_name"] = sheet.nct + ending;
  facts["notes"] = notes_json(sheet.notes);
  return {exit_code::success, std::move(body), written(facts)};
}

Delivery make_pdf(const Engine& engine, std::string_view record,
                  const RenderOptions& options) {
  auto sheet = engine.render(record, options);
  auto pdf = std::move(sheet.pdf);
  return sheet_delivery("application/pdf", ".pdf", std::move(pdf), sheet, options);
}

Delivery make_fhir(const Engine& engine, std::string_view record,
                   const RenderOptions& options) {
  const auto sheet = engine.render(record, options);
  return sheet_delivery("application/fhir+json", ".fhir.json",
                        to_fhir(sheet, options.date), sheet, options);
}

Delivery make_explanation(const Engine& engine, std::string_view record,
                          const RenderOptions& options) {
  const auto explanation = engine.explain(record, options);
  auto facts = facts_of("application/json", explanation.nct, options);
  facts["file_name"] = explanation.nct + ".json";
  facts["notes"] = notes_json(explanation.notes);
  return {exit_code::success, to_json(explanation), written(facts)};
}

using Maker = Delivery (*)(const Engine&, std::string_view, const RenderOptions&);

constexpr std::array<std::pair<std::string_view, Maker>, 3> makers = {
    {{"pdf", make_pdf}, {"fhir", make_fhir}, {"explain", make_explanation}}};

/// The maker that `as` names, which then is no parameter any more.
Maker take_maker(Parameters& parameters) {
  const auto as = take(parameters, "as");
  for (const auto& [name, maker] : makers) {
    if (name == as.value_or("pdf")) {
      return maker;
    }
  }
  throw Error(Fault::request, "as",
              "this is nothing that can be made; there are: pdf, fhir, explain");
}

constexpr std::array<std::string_view, 3> names_of_engine = {"words", "font-dir",
                                                             "brand"};

std::vector<std::string> values_of(const Parameters& parameters, std::string_view name) {
  std::vector<std::string> values;
  for (const auto& each : parameters) {
    if (each.name == name) {
      values.push_back(each.value);
    }
  }
  return values;
}

EngineOptions read_engine_options(const Parameters& parameters) {
  for (const auto& [name, value] : parameters) {
    if (std::find(names_of_engine.begin(), names_of_engine.end(), name) ==
        names_of_engine.end()) {
      throw Error(
          Fault::request, name,
          "there is no such option of an engine; there are: words, font-dir, brand");
    }
  }
  return engine_options(std::string(value_of(parameters, "words")),
                        values_of(parameters, "font-dir"));
}

}  // namespace

Delivery delivery_of(const Error& error) {
  const auto problem = error.problem();
  const auto end = problem.rfind("; ");
  const auto code = exit_code_of(error);
  return {code,
          {},
          written({{"code", code},
                   {"where", error.where()},
                   {"what", problem.substr(0, end)},
                   {"right", end == problem.npos ? "" : problem.substr(end + 2)}})};
}

Delivery delivery_of_bug(const std::string& what) {
  return {exit_code::bug,
          {},
          written({{"code", exit_code::bug},
                   {"where", "trialsheet"},
                   {"what", "this is a bug: " + what},
                   {"right", "please report it"}})};
}

Answerer::Answerer(std::string_view options) : Answerer(parse_options(options)) {}

Answerer::Answerer(const Parameters& parameters)
    : Answerer(read_engine_options(parameters),
               read_own_brands(values_of(parameters, "brand"))) {}

Answerer::Answerer(EngineOptions options, OwnBrands brands)
    : engine_(std::move(options)),
      choices_(choices_of(engine_)),
      brands_(std::move(brands)) {}

Delivery Answerer::answer(std::string_view record, std::string_view options,
                          const std::optional<Date>& date) const {
  try {
    auto parameters = parse_options(options);
    const auto make = take_maker(parameters);
    auto brand = take_brand(parameters, brands_);
    auto chosen = read_options(parameters, choices_, date);
    chosen.brand = std::move(brand);
    return make(engine_, record, chosen);
  } catch (const Error& error) {
    return delivery_of(error);
  } catch (const std::bad_alloc&) {
    throw;
  } catch (const std::exception& bug) {
    return delivery_of_bug(bug.what());
  }
}

}  // namespace trialsheet
