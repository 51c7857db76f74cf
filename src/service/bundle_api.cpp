// Reads what a bundle is to be of, and answers it.

#include "service/bundle_api.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/nct.hpp"
#include "service/problem.hpp"
#include "store/pieces.hpp"

namespace trialsheet {

namespace {

using Json = nlohmann::ordered_json;

/// One request keeps one worker busy for as long as all of them take.
constexpr std::size_t most_records = 100;

[[noreturn]] void refuse(const std::string& problem) {
  throw Problem(422, problem);
}

std::string at(std::size_t index) {
  return "/records/" + std::to_string(index);
}

/// What is not a query parameter of a sheet; taken out of `query`.
bool take_duplex(Parameters& query) {
  const auto found = std::find_if(query.begin(), query.end(), [](const auto& parameter) {
    return parameter.name == "duplex";
  });
  if (found == query.end()) {
    return false;
  }
  if (!found->value.empty() && found->value != "true") {
    Problem problem(400, "duplex: takes no value");
    throw problem.about_parameter("duplex");
  }
  query.erase(found);
  return true;
}

/// The JSON of the record that an item is, as it was `sent`, or that it names.
std::string record_of(Sheets& sheets, const Json& item, std::string_view sent,
                      std::size_t index) {
  if (item.is_object()) {
    return std::string(sent);
  }
  if (!item.is_string()) {
    refuse(at(index) + ": should be a record, or an NCT number");
  }
  const auto number = find_nct_number(item.get<std::string>());
  if (!number) {
    refuse(at(index) + ": is no NCT number; \"NCT\" and eight digits would be");
  }
  return sheets.find(*number).json;
}

Json read_body(const std::string& body) {
  const auto json = Json::parse(body, nullptr, false);
  const bool has_records =
      json.is_object() && json.contains("records") && json["records"].is_array();
  if (!has_records) {
    refuse(
        "the body should be an object with a list \"records\" of records and NCT "
        "numbers");
  }
  const auto& records = json["records"];
  if (records.empty() || records.size() > most_records) {
    refuse("/records: should have 1 to " + std::to_string(most_records) + " items");
  }
  return records;
}

/// The items byte for byte: what is attached to a sheet is what was sent.
std::vector<std::string_view> as_sent(std::string_view body, const Json& items) {
  auto sent = list_in(body, "records");
  if (!sent || sent->size() != items.size()) {
    refuse("/records: should be called \"records\", without escapes");
  }
  return *std::move(sent);
}

}  // namespace

ServiceResponse bundle_of_body(Sheets& sheets, const RoutedRequest& routed) {
  auto query = routed.query;
  const bool duplex = take_duplex(query);
  const auto options = sheets.options(query);
  require_record_type(*routed.request);
  const auto& body = routed.request->body;
  const auto items = read_body(body);
  const auto sent = as_sent(body, items);
  std::vector<std::string> records;
  for (std::size_t i = 0; i < items.size(); ++i) {
    records.push_back(record_of(sheets, items[i], sent[i], i));
  }
  auto response =
      response_of(200, "application/pdf", sheets.bundle(records, options, {duplex}));
  add_field(response, "Content-Disposition", "inline; filename=\"trials.pdf\"");
  add_field(response, "Content-Language", options.language);
  add_field(response, "ETag", etag_of(response.body));
  forbid_keeping(response);
  return response;
}

}  // namespace trialsheet
