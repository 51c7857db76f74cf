// The patient's page: what a person gets who types, chooses, or makes a mistake.

#include <catch2/catch.hpp>
#include <set>

#include "base/base64.hpp"
#include "service/service_fixture.hpp"
#include "service/web_texts.hpp"

using namespace trialsheet;
using namespace trialsheet::tests;

namespace {

const HttpFields form_fields = {{"Content-Type", "application/x-www-form-urlencoded"}};

bool has(const ServiceResponse& response, const std::string& text) {
  return response.body.find(text) != std::string::npos;
}

std::string multipart_form(const std::string& file) {
  return "--X\r\nContent-Disposition: form-data; name=\"nct\"\r\n\r\n\r\n"
         "--X\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.json\"\r\n"
         "Content-Type: application/json\r\n\r\n" +
         file + "\r\n--X--\r\n";
}

const HttpFields multipart_fields = {{"Content-Type", "multipart/form-data; boundary=X"}};

/// All keys of a web.json, with the placeholders of their texts.
void collect(const nlohmann::json& json, const std::string& key,
             std::set<std::string>& keys) {
  if (!json.is_string()) {
    for (const auto& [name, value] : json.items()) {
      collect(value, key + "." + name, keys);
    }
    return;
  }
  auto entry = key;
  const auto text = json.get<std::string>();
  for (const char* name : {"{example}", "{n}", "{total}", "{date}", "{place}"}) {
    entry += text.find(name) == text.npos ? "" : std::string(" ") + name;
  }
  keys.insert(entry);
}

std::set<std::string> keys_of(const std::string& language) {
  std::set<std::string> keys;
  collect(nlohmann::json::parse(read_file(folder("src/words/" + language + "/web.json"))),
          "", keys);
  return keys;
}

}  // namespace

TEST_CASE("the page is in the language that is asked for, or that the browser prefers") {
  ServiceFixture fixture;
  CHECK(has(fixture.get("/?ui=ar"), "<html lang=\"ar\" dir=\"rtl\">"));
  CHECK(has(fixture.get("/", {{"Accept-Language", "xx, es-MX;q=0.8, en"}}),
            "<html lang=\"es\" dir=\"ltr\">"));
  CHECK(has(fixture.get("/", {{"Accept-Language", "zh-CN"}}), "<html lang=\"zh-Hans\""));
  CHECK(has(fixture.get("/", {{"Accept-Language", "zh-TW, xx"}}), "<html lang=\"en\""));
  CHECK(has(fixture.get("/?ui=xx"), "<html lang=\"en\""));
}

TEST_CASE("a number is understood however it is typed") {
  ServiceFixture fixture;
  for (const char* typed : {"NCT05153070", "+nct+0515+3070%20", "05153070",
                            "https://clinicaltrials.gov/study/NCT05153070?a=b%26c"}) {
    CAPTURE(typed);
    const auto page = fixture.post("/", std::string("nct=") + typed, form_fields);
    CHECK(page.status == 200);
    CHECK(has(page, "<svg "));
  }
}

TEST_CASE("the page of a sheet holds its picture and its text") {
  ServiceFixture fixture;
  const auto page = fixture.post("/", "nct=NCT05153070&paper=a4", form_fields);
  CHECK(has(page, "viewBox=\"0 0 595.276 841.89\""));
  CHECK(has(page, "href=\"/paper/595.276x841.89.css\""));
  CHECK(has(page, "Ciclosporin Followed by Low-dose"));
  CHECK(has(page, "<option value=\"a4\" selected>"));
}

TEST_CASE("what is wrong is said beside the field, and nothing typed is lost") {
  ServiceFixture fixture;
  struct Case {
    const char* body;
    int status;
    const char* message;
  };
  for (const auto& [body, status, message] :
       {Case{"nct=", 400, "Type an NCT number, or choose a file."},
        Case{"nct=NCT0515", 400, "We see no NCT number in what you typed."},
        Case{"nct=NCT00000000", 404, "We cannot find this trial."},
        Case{"nct=NCT05153070&paper=a0", 400, "Something in the form cannot be."},
        Case{"nct=%zz", 400, "Something in the form cannot be."}}) {
    CAPTURE(body);
    const auto page = fixture.post("/", body, form_fields);
    CHECK(page.status == status);
    CHECK(field_of(page, "Content-Type") == "text/html; charset=utf-8");
    CHECK(has(page, message));
    CHECK(has(page, "role=\"alert\""));
    CHECK(!has(page, "<svg "));
  }
  CHECK(
      has(fixture.post("/", "nct=NCT0515&near=Lyon", form_fields), "value=\"NCT0515\""));
  CHECK(has(fixture.post("/", "nct=NCT0515&near=Lyon", form_fields), "value=\"Lyon\""));
}

TEST_CASE("a file makes the sheet, is carried along, and gives way to a number") {
  ServiceFixture fixture;
  const auto record = sample("NCT90000001");
  const auto page = fixture.post("/", multipart_form(record), multipart_fields);
  CHECK(page.status == 200);
  CHECK(has(page, "<svg "));
  const auto start = page.body.find("name=\"record\" value=\"") + 21;
  const auto kept = page.body.substr(start, page.body.find('"', start) - start);
  CHECK(from_base64(kept) == record);
  std::string carried;
  for (const char c : kept) {
    carried += c == '+' ? "%2B" : std::string(1, c);
  }
  const auto pdf = fixture.post("/sheet", "nct=&record=" + carried, form_fields);
  CHECK(field_of(pdf, "Content-Disposition") == "inline; filename=\"NCT90000001.pdf\"");
  const auto other =
      fixture.post("/sheet", "nct=NCT05153070&record=" + carried, form_fields);
  CHECK(field_of(other, "Content-Disposition") == "inline; filename=\"NCT05153070.pdf\"");
}

TEST_CASE("a file that is no record is said to be none") {
  ServiceFixture fixture;
  const auto page = fixture.post("/", multipart_form("Dear doctor"), multipart_fields);
  CHECK(page.status == 422);
  CHECK(has(page, "This file is not the record of one trial"));
}

TEST_CASE("the PDF of the page is that of the API, to be seen or to be saved") {
  ServiceFixture fixture;
  const auto seen = fixture.post("/sheet", "nct=NCT05153070", form_fields);
  CHECK(seen.body == fixture.get("/v1/sheet/NCT05153070").body);
  CHECK(field_of(seen, "Content-Disposition") == "inline; filename=\"NCT05153070.pdf\"");
  const auto saved = fixture.post("/sheet", "nct=NCT05153070&save=1", form_fields);
  CHECK(field_of(saved, "Content-Disposition") ==
        "attachment; filename=\"NCT05153070.pdf\"");
}

TEST_CASE("no address on the page tells which trial it is about") {
  ServiceFixture fixture;
  const auto page = fixture.post("/", "nct=NCT05153070", form_fields);
  for (const char* attribute : {"href=\"", "src=\"", "action=\""}) {
    const std::string_view body = page.body;
    for (auto at = body.find(attribute); at != body.npos;
         at = body.find(attribute, at + 1)) {
      const auto start = at + std::string_view(attribute).size();
      CHECK(body.substr(start, body.find('"', start) - start).find("NCT") ==
            std::string_view::npos);
    }
  }
  const auto title = page.body.substr(page.body.find("<title>"), 60);
  CHECK(title.find("NCT") == std::string::npos);
}

TEST_CASE("what a person typed stays text") {
  ServiceFixture fixture;
  const auto page = fixture.post(
      "/", "nct=%3Cscript%3E%22'%26&near=%22%3E%3Cb%3E&layout=%3Ci%3E", form_fields);
  CHECK(has(page, "value=\"&lt;script&gt;&quot;&#39;&amp;\""));
  CHECK(has(page, "value=\"&quot;&gt;&lt;b&gt;\""));
  CHECK(!has(page, "<i>"));
}

TEST_CASE("the page loads and allows nothing but its own style and script") {
  ServiceFixture fixture;
  for (const auto& page :
       {fixture.get("/"), fixture.post("/", "nct=NCT05153070", form_fields)}) {
    const auto policy = field_of(page, "Content-Security-Policy");
    CHECK(policy.starts_with("default-src 'none'; style-src 'self'; script-src 'self';"));
    CHECK(policy.find("unsafe") == std::string::npos);
    CHECK(!has(page, "style=\""));
    CHECK(!has(page, "<script>"));
    CHECK(!has(page, " onclick="));
  }
}

TEST_CASE("style, script and icon may be kept, and are the program's") {
  ServiceFixture fixture;
  for (const char* path : {"/style.css", "/page.js", "/icon.svg", "/paper/612x792.css"}) {
    CAPTURE(path);
    const auto file = fixture.get(path);
    CHECK(file.status == 200);
    CHECK(!file.body.empty());
    CHECK(field_of(file, "Cache-Control") == "public, max-age=3600");
    CHECK(fixture.get(path, {{"If-None-Match", field_of(file, "ETag")}}).status == 304);
  }
  CHECK(
      has(fixture.get("/paper/612x792.css"), "@page { size: 612pt 792pt; margin: 0; }"));
  for (const char* path : {"/paper/612.css", "/paper/1x1.css", "/paper/612x792",
                           "/paper/612x792}*{.css", "/paper/nanxinf.css"}) {
    CAPTURE(path);
    CHECK(fixture.get(path).status == 404);
  }
}

TEST_CASE("every language of the page has the same texts, with the same placeholders") {
  const WebLanguages languages;
  REQUIRE(languages.all().size() >= 5);
  const auto english = keys_of("en");
  for (const auto& texts : languages.all()) {
    CAPTURE(texts.language());
    CHECK(keys_of(texts.language()) == english);
  }
}

TEST_CASE("every language of the page names every layout and paper that there is") {
  ServiceFixture fixture;
  const auto choices = json_of(fixture.get("/v1/layouts"));
  const WebLanguages languages;
  for (const auto& texts : languages.all()) {
    for (const auto& layout : choices["layouts"]) {
      CAPTURE(texts.language(), layout["name"]);
      CHECK(texts.has("layout." + layout["name"].get<std::string>()));
      for (const auto& paper : layout["papers"]) {
        CHECK(texts.has("paper." + paper["name"].get<std::string>()));
      }
    }
  }
}
