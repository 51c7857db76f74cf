// Answers the API.

#include "service/sheet_api.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/hash.hpp"
#include "base/nct.hpp"
#include "base/text.hpp"
#include "changes.hpp"
#include "fhir.hpp"
#include "service/problem.hpp"

namespace trialsheet {

namespace {

using Json = nlohmann::ordered_json;

std::string written(const Json& json) {
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

/// The weight that an Accept gives to a media type, in thousandths; 0: not wanted. RFC
/// 9110, section 12.5.1: the most specific range counts.
int weight_of(std::string_view accept, std::string_view type) {
  const auto group = std::string(type.substr(0, type.find('/'))) + "/*";
  int best = 0;
  int weight = 0;
  for (std::size_t at = 0; at < accept.size();) {
    const auto end = std::min(accept.find(',', at), accept.size());
    const auto range = accept.substr(at, end - at);
    at = end + 1;
    const auto name = media_type(range);
    const int rank = name == type ? 3 : name == group ? 2 : name == "*/*" ? 1 : 0;
    if (rank > best) {
      best = rank;
      const auto q = lower_ascii(range).find("q=0");
      const auto zero = q != std::string::npos &&
                        range.substr(q).find_first_of("123456789") == range.npos;
      weight = zero ? 0 : rank;
    }
  }
  return weight;
}

constexpr std::string_view pdf_type = "application/pdf";
constexpr std::string_view json_type = "application/json";
constexpr std::string_view fhir_type = "application/fhir+json";
constexpr std::string_view text_type = "text/plain";

/// Which of `types` is to be answered: the first unless another is wanted more. Throws
/// Problem 406 if none is wanted.
std::string_view chosen_type(const ServiceRequest& request,
                             const std::vector<std::string_view>& types) {
  const auto accept = field(request.fields, "accept");
  if (accept.empty()) {
    return types.front();
  }
  const auto best = std::max_element(
      types.begin(), types.end(), [&](std::string_view one, std::string_view other) {
        return weight_of(accept, one) < weight_of(accept, other);
      });
  if (weight_of(accept, *best) == 0) {
    throw Problem(406, "this can be had as " + listed({types.begin(), types.end()}) +
                           "; name one of them in Accept");
  }
  return *best;
}

std::string_view type_of_sheet(const ServiceRequest& request) {
  return chosen_type(request, {pdf_type, json_type, fhir_type});
}

Json facts_json(const Rendered& sheet, const RenderOptions& options) {
  Json notes = Json::array();
  for (const auto& note : sheet.notes) {
    notes.push_back({{"kind", name_of(note.kind)},
                     {"source", note.source},
                     {"message", note.message}});
  }
  return {{"nct", sheet.nct},
          {"layout", options.layout},
          {"paper", options.paper},
          {"lang", options.language},
          {"date", options.date ? Json(iso(*options.date)) : Json()},
          {"pdf",
           {{"bytes", sheet.pdf.size()},
            {"pages", sheet.pages},
            {"etag", etag_of(sheet.pdf)},
            {"file_name", sheet.nct + ".pdf"}}},
          {"notes", std::move(notes)}};
}

ServiceResponse json_response(std::string_view type, std::string json) {
  auto response = response_of(200, type, std::move(json));
  add_field(response, "ETag", etag_of(response.body));
  forbid_keeping(response);
  return response;
}

std::string facts_of(const Rendered& sheet, const RenderOptions& options,
                     const FoundRecord* found) {
  auto json = facts_json(sheet, options);
  if (found != nullptr) {
    json["data_version"] = found->version ? Json(iso(*found->version)) : Json();
    json["trouble"] = found->trouble;
  }
  return written(json);
}

ServiceResponse sheet_response(const ServiceRequest& request, const Rendered& sheet,
                               const RenderOptions& options, const FoundRecord* found) {
  const auto type = type_of_sheet(request);
  auto response = type == pdf_type ? pdf_response(sheet, options.language, false)
                  : type == fhir_type
                      ? json_response(fhir_type, to_fhir(sheet, options.date))
                      : json_response(json_type, facts_of(sheet, options, found));
  add_field(response, "Vary", "Accept");
  return response;
}

}  // namespace

void require_record_type(const ServiceRequest& request) {
  const auto type = media_type(field(request.fields, "content-type"));
  const auto coding = field(request.fields, "content-encoding");
  if (!coding.empty() && !is_same_token(coding, "identity")) {
    throw Problem(415, "send the record without a Content-Encoding");
  }
  if (!type.empty() && type != "application/json" && type != "application/octet-stream") {
    throw Problem(415, "send the record with Content-Type: application/json");
  }
}

ServiceResponse sheet_of_body(Sheets& sheets, const RoutedRequest& routed) {
  const auto& request = *routed.request;
  const auto options = sheets.options(routed.query);
  require_record_type(request);
  type_of_sheet(request);
  return sheet_response(request, sheets.render(request.body, options), options, nullptr);
}

ServiceResponse sheet_of_number(Sheets& sheets, const RoutedRequest& routed) {
  const auto options = sheets.options(routed.query);
  type_of_sheet(*routed.request);
  auto number = std::string(routed.nct);
  if (number.starts_with("nct")) {
    number.replace(0, 3, "NCT");
  }
  if (!is_nct_number(number)) {
    Problem problem(400, "nct: this is no NCT number; \"NCT\" and eight digits would be");
    throw problem.about_parameter("nct");
  }
  const auto found = sheets.find(number);
  return sheet_response(*routed.request, sheets.render(found.json, options), options,
                        &found);
}

ServiceResponse explanation_of_body(Sheets& sheets, const RoutedRequest& routed) {
  const auto& request = *routed.request;
  const auto options = sheets.options(routed.query);
  require_record_type(request);
  const bool is_json = chosen_type(request, {json_type, text_type}) == json_type;
  const auto explanation = sheets.explain(request.body, options);
  auto response =
      is_json ? response_of(200, "application/json", to_json(explanation))
              : response_of(200, "text/plain; charset=utf-8", to_text(explanation));
  add_field(response, "ETag", etag_of(response.body));
  add_field(response, "Vary", "Accept");
  forbid_keeping(response);
  return response;
}

ServiceResponse layouts(Sheets& sheets, const RoutedRequest&) {
  Json list = Json::array();
  for (const auto& layout : sheets.choices().layouts) {
    Json papers = Json::array();
    for (const auto& paper : layout.papers) {
      papers.push_back(
          {{"name", paper.name}, {"width_pt", paper.width}, {"height_pt", paper.height}});
    }
    list.push_back({{"name", layout.name},
                    {"description", layout.description},
                    {"papers", std::move(papers)}});
  }
  Json languages = Json::array();
  for (const auto& [tag, name, reviewed] : sheets.choices().languages) {
    languages.push_back({{"tag", tag}, {"name", name}, {"reviewed", reviewed}});
  }
  return response_of(200, "application/json",
                     written({{"layouts", list}, {"languages", languages}}));
}

ServiceResponse pdf_response(const Rendered& sheet, std::string_view language,
                             bool is_download) {
  auto response = response_of(200, "application/pdf", sheet.pdf);
  add_field(response, "Content-Disposition",
            std::string(is_download ? "attachment" : "inline") + "; filename=\"" +
                sheet.nct + ".pdf\"");
  add_field(response, "Content-Language", language);
  add_field(response, "ETag", etag_of(sheet.pdf));
  // Browsers show a PDF with a page of their own, which a stricter policy would break.
  add_field(response, "Content-Security-Policy", "frame-ancestors 'self'");
  forbid_keeping(response);
  return response;
}

void forbid_keeping(ServiceResponse& response) {
  // Which trial somebody looks at tells of an illness, and the next person at a shared
  // computer could find it in the browser's cache. Programs may keep the ETag themselves.
  add_field(response, "Cache-Control", "private, no-store");
}

std::string etag_of(std::string_view bytes) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string tag = "\"";
  for (const auto c : bytes_of(hash(bytes))) {
    tag += digits[static_cast<unsigned char>(c) >> 4];
    tag += digits[static_cast<unsigned char>(c) & 15];
  }
  return tag + "\"";
}

}  // namespace trialsheet
