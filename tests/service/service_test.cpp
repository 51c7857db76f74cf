// The service: what a program gets for a request.

#include <catch2/catch.hpp>

#include "base/base64.hpp"
#include "service/service_fixture.hpp"

using namespace trialsheet;
using namespace trialsheet::tests;

namespace {

struct Wrong {
  const char* target;
  int status;
  const char* parameter;
  const char* detail;
};

// What is asked for wrongly, and what the answer says.
const Wrong wrong_targets[] = {
    {"/v1/sheet/NCT05153070?paper=a5", 400, "paper",
     "paper: the layout has no such paper; it has: letter, a4"},
    {"/v1/sheet/NCT05153070?date=tomorrow", 400, "date",
     "date: this is no day; give one such as 2026-07-14, or none"},
    {"/v1/sheet/NCT05153070?date=2026-07", 400, "date",
     "date: this is no day; give one such as 2026-07-14, or none"},
    {"/v1/sheet/NCT05153070?no-attach=perhaps", 400, "no-attach",
     "no-attach: give no value, or one of: true, false"},
    {"/v1/sheet/NCT05153070?size=12", 400, "size",
     "size: there is no such parameter; there are: layout, paper, lang, near, country, "
     "date, no-attach"},
    {"/v1/sheet/NCT05153070?paper=a4&paper=a4", 400, "paper",
     "paper: is given twice; give it once"},
    {"/v1/sheet/NCT0515307", 400, "nct",
     "nct: this is no NCT number; \"NCT\" and eight digits would be"},
};

}  // namespace

TEST_CASE("a trial of the store is a PDF with its number as file name") {
  ServiceFixture fixture;
  const auto response = fixture.get("/v1/sheet/NCT05153070?paper=a4");
  CHECK(response.status == 200);
  CHECK(response.body.starts_with("%PDF-"));
  CHECK(response.length == response.body.size());
  CHECK(response.route == "/v1/sheet/{nct}");
  CHECK(field_of(response, "Content-Type") == "application/pdf");
  CHECK(field_of(response, "Content-Disposition") ==
        "inline; filename=\"NCT05153070.pdf\"");
}

TEST_CASE("a record that is sent gives the same bytes as the trial of the store") {
  ServiceFixture fixture;
  const auto sent = fixture.post("/v1/sheet?date=none", sample(ServiceFixture::known));
  const auto stored = fixture.get("/v1/sheet/nct05153070?date=none");
  CHECK(sent.status == 200);
  CHECK(sent.body == stored.body);
  CHECK(field_of(sent, "ETag") == field_of(stored, "ETag"));
}

TEST_CASE("the parameters of a request change the sheet, and so its ETag") {
  ServiceFixture fixture;
  const auto plain = field_of(fixture.get("/v1/sheet/NCT05153070"), "ETag");
  for (const char* query : {"paper=a4", "date=none", "date=2026-07-14", "no-attach"}) {
    CAPTURE(query);
    const auto other = fixture.get(std::string("/v1/sheet/NCT05153070?") + query);
    CHECK(other.status == 200);
    CHECK(field_of(other, "ETag") != plain);
  }
}

TEST_CASE("who has the bytes already gets none") {
  ServiceFixture fixture;
  const auto etag = field_of(fixture.get("/v1/sheet/NCT05153070"), "ETag");
  const auto again =
      fixture.get("/v1/sheet/NCT05153070", {{"If-None-Match", "\"other\", " + etag}});
  CHECK(again.status == 304);
  CHECK(again.body.empty());
  CHECK(field_of(again, "ETag") == etag);
  CHECK(fixture.get("/v1/sheet/NCT05153070", {{"If-None-Match", "\"other\""}}).status ==
        200);
}

TEST_CASE("HEAD has the fields of GET and no body") {
  ServiceFixture fixture;
  const auto get = fixture.get("/v1/sheet/NCT05153070");
  const auto head = fixture.answer("HEAD", "/v1/sheet/NCT05153070");
  CHECK(head.status == 200);
  CHECK(head.body.empty());
  CHECK(head.length == get.length);
  CHECK(head.fields == get.fields);
}

TEST_CASE("nothing about a trial may be kept by a cache or passed on as referrer") {
  ServiceFixture fixture;
  const auto record = sample(ServiceFixture::known);
  for (const auto& response :
       {fixture.get("/v1/sheet/NCT05153070"), fixture.get("/v1/sheet/NCT00000000"),
        fixture.post("/v1/sheet", record), fixture.post("/v1/explain", record)}) {
    CHECK(field_of(response, "Cache-Control").find("no-store") != std::string::npos);
    CHECK(field_of(response, "Referrer-Policy") == "no-referrer");
    CHECK(field_of(response, "X-Content-Type-Options") == "nosniff");
    CHECK(!field_of(response, "Content-Security-Policy").empty());
  }
}

TEST_CASE("JSON tells the facts of the PDF and the notes") {
  ServiceFixture fixture;
  const auto pdf = fixture.get("/v1/sheet/NCT05153070");
  const auto response =
      fixture.get("/v1/sheet/NCT05153070", {{"Accept", "application/json"}});
  const auto json = json_of(response);
  CHECK(field_of(response, "Content-Type") == "application/json");
  CHECK(json["nct"] == "NCT05153070");
  CHECK(json["date"] == "2026-11-23");
  CHECK(json["pdf"]["bytes"] == pdf.body.size());
  CHECK(json["pdf"]["pages"] == 1);
  CHECK(json["pdf"]["etag"] == field_of(pdf, "ETag"));
  CHECK(!json["notes"].empty());
}

TEST_CASE("a sheet as a FHIR resource is that of its PDF") {
  ServiceFixture fixture;
  const HttpFields accept = {{"Accept", "application/fhir+json"}};
  const auto pdf = fixture.get("/v1/sheet/NCT05153070");
  const auto response = fixture.get("/v1/sheet/NCT05153070", accept);
  CHECK(response.status == 200);
  const auto resource = nlohmann::json::parse(response.body);
  const auto attachment = resource["content"][0]["attachment"];
  CHECK(attachment["data"] == to_base64(pdf.body));
  CHECK(attachment["creation"] == "2026-11-23");
  CHECK(fixture.get("/v1/sheet/NCT05153070", accept).body == response.body);
  CHECK(field_of(response, "Cache-Control") == "private, no-store");
}

TEST_CASE("Accept chooses between PDF and JSON") {
  ServiceFixture fixture;
  const auto type = [&](const char* accept) {
    const auto response = fixture.get("/v1/sheet/NCT05153070", {{"Accept", accept}});
    return response.status == 200 ? field_of(response, "Content-Type")
                                  : std::to_string(response.status);
  };
  CHECK(type("*/*") == "application/pdf");
  CHECK(type("application/pdf, application/json") == "application/pdf");
  CHECK(type("application/json, */*;q=0.5") == "application/json");
  CHECK(type("text/html, application/*") == "application/pdf");
  CHECK(type("application/pdf;q=0, application/json") == "application/json");
  CHECK(type("application/fhir+json; fhirVersion=4.0") == "application/fhir+json");
  CHECK(type("image/png") == "406");
}

TEST_CASE("what is asked for wrongly is named, with what would be right") {
  ServiceFixture fixture;
  for (const auto& wrong : wrong_targets) {
    CAPTURE(wrong.target);
    const auto response = fixture.get(wrong.target);
    const auto json = json_of(response);
    CHECK(response.status == wrong.status);
    CHECK(field_of(response, "Content-Type") == "application/problem+json");
    CHECK(json["status"] == wrong.status);
    CHECK(json["parameter"] == wrong.parameter);
    CHECK(json["detail"] == wrong.detail);
  }
}

TEST_CASE("a wrong layout or language is answered with those that there are") {
  ServiceFixture fixture;
  const auto choices = json_of(fixture.get("/v1/layouts"));
  const auto layout = json_of(fixture.get("/v1/sheet/NCT05153070?layout=../x"));
  for (const auto& each : choices["layouts"]) {
    CHECK(layout["detail"].get<std::string>().find(each["name"].get<std::string>()) !=
          std::string::npos);
  }
  const auto language = json_of(fixture.get("/v1/sheet/NCT05153070?lang=xx"));
  for (const auto& each : choices["languages"]) {
    CHECK(language["detail"].get<std::string>().find(each["tag"].get<std::string>()) !=
          std::string::npos);
  }
}

TEST_CASE("every layout makes a sheet on each of its papers") {
  ServiceFixture fixture;
  const auto choices = json_of(fixture.get("/v1/layouts"));
  for (const auto& layout : choices["layouts"]) {
    for (const auto& paper : layout["papers"]) {
      const auto target =
          "/v1/sheet/NCT05153070?layout=" + layout["name"].get<std::string>() +
          "&paper=" + paper["name"].get<std::string>();
      CAPTURE(target);
      CHECK(fixture.get(target).status == 200);
    }
  }
}

TEST_CASE("a body that is no record is answered with the place in it") {
  ServiceFixture fixture;
  const auto none = json_of(fixture.post("/v1/sheet", R"({"a": 1})"));
  CHECK(none["status"] == 422);
  CHECK(none["pointer"] == "/protocolSection");
  const auto broken = json_of(fixture.post("/v1/explain", "{\"a\": \n oops"));
  CHECK(broken["status"] == 422);
  CHECK(broken["place"].get<std::string>().find("line 2") != std::string::npos);
}

TEST_CASE("a body of another type is refused before it is read") {
  ServiceFixture fixture;
  const auto record = sample(ServiceFixture::known);
  CHECK(fixture.post("/v1/sheet", record, {{"Content-Type", "text/xml"}}).status == 415);
  CHECK(fixture.post("/v1/sheet", record, {{"Content-Encoding", "gzip"}}).status == 415);
  CHECK(fixture.post("/v1/sheet", record, {}).status == 200);
}

TEST_CASE("an unknown trial, address or method is told apart") {
  ServiceFixture fixture;
  CHECK(fixture.get("/v1/sheet/NCT00000000").status == 404);
  CHECK(fixture.get("/v2/anything").status == 404);
  CHECK(fixture.get("/v2/anything").route == "other");
  const auto method = fixture.answer("DELETE", "/v1/sheet");
  CHECK(method.status == 405);
  CHECK(field_of(method, "Allow") == "POST");
  CHECK(field_of(fixture.post("/healthz", ""), "Allow") == "GET, HEAD");
}

TEST_CASE("explain is JSON for programs and text for a person") {
  ServiceFixture fixture;
  const auto record = sample(ServiceFixture::known);
  const auto json = json_of(fixture.post("/v1/explain", record));
  CHECK(json["nct"] == "NCT05153070");
  CHECK(!json["criteria"].empty());
  const auto text =
      fixture.answer("POST", "/v1/explain", {{"Accept", "text/plain"}}, record);
  CHECK(field_of(text, "Content-Type") == "text/plain; charset=utf-8");
  CHECK(!text.body.starts_with("{"));
}

TEST_CASE("no error names the trial that was asked for") {
  ServiceFixture fixture;
  for (const char* target : {"/v1/sheet/NCT00000000", "/v1/sheet/NCT0000000X",
                             "/v1/sheet/NCT05153070?paper=NCT05153070"}) {
    CAPTURE(target);
    CHECK(fixture.get(target).body.find("NCT0") == std::string::npos);
  }
}

TEST_CASE("metrics count by route and status, without numbers of trials") {
  ServiceFixture fixture;
  fixture.get("/v1/sheet/NCT05153070");
  fixture.get("/v1/sheet/NCT00000000");
  fixture.service().metrics().add("/v1/sheet/{nct}", 200, 0.004, 0.0001);
  const auto text = fixture.get("/metrics").body;
  CHECK(text.find(
            "trialsheet_requests_total{route=\"/v1/sheet/{nct}\",status=\"200\"} 1") !=
        std::string::npos);
  CHECK(text.find("trialsheet_request_seconds_bucket{le=\"0.005\"} 1") !=
        std::string::npos);
  CHECK(text.find("trialsheet_request_seconds_bucket{le=\"0.0025\"} 0") !=
        std::string::npos);
  CHECK(text.find("trialsheet_lookups_total{outcome=\"store\"} 1") != std::string::npos);
  CHECK(text.find("trialsheet_lookups_total{outcome=\"absent\"} 1") != std::string::npos);
  CHECK(text.find("NCT") == std::string::npos);
}

TEST_CASE("readiness ends with the service and with its queue") {
  ServiceFixture fixture;
  CHECK(fixture.get("/readyz").status == 200);
  fixture.service().load().most_waiting = 2;
  fixture.service().load().waiting = 2;
  CHECK(fixture.get("/readyz").status == 503);
  fixture.service().load().waiting = 0;
  fixture.service().load().draining = true;
  CHECK(fixture.get("/readyz").status == 503);
  CHECK(fixture.get("/healthz").status == 200);
}

TEST_CASE("only addresses that take records take large bodies") {
  ServiceFixture fixture;
  const auto& service = fixture.service();
  CHECK(service.plan("POST", "/v1/sheet?paper=a4").most_body == 8 << 20);
  CHECK(service.plan("GET", "/v1/sheet/NCT05153070").most_body == 64 << 10);
  CHECK(service.plan("POST", "/nowhere").most_body == 64 << 10);
}
