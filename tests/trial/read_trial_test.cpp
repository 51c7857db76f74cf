// Read trial: what is read, what is noted, and every reason for which there is no trial.

#include <catch2/catch.hpp>
#include <string>

#include "base/error.hpp"
#include "files.hpp"
#include "trial/trial.hpp"

using namespace trialsheet;
using namespace trialsheet::tests;

namespace {

/// A study whose protocolSection has `modules` beside a number and a title.
std::string study(const std::string& modules) {
  return R"({"protocolSection":{"identificationModule":)"
         R"({"nctId":"NCT90000000","briefTitle":"A title"})" +
         (modules.empty() ? "" : "," + modules) + "}}";
}

std::string error_of(const std::string& record) {
  try {
    read_trial(record);
  } catch (const Error& error) {
    CHECK(error.fault() == Fault::record);
    return error.what();
  }
  return "no error";
}

/// The only note of a study with these modules.
std::string note_of(const std::string& modules) {
  const Notes notes = read_trial(study(modules)).notes;
  REQUIRE(notes.size() == 1);
  CHECK(notes[0].kind == Note::Kind::ignored);
  return notes[0].source + ": " + notes[0].message;
}

}  // namespace

TEST_CASE("the sample of the seed reads in full") {
  const Noted<Trial> read = read_trial(read_file(folder("samples") / "NCT05153070.json"));
  const Trial& trial = read.value;
  CHECK(read.notes.empty());
  CHECK(trial.nct == "NCT05153070");
  CHECK(trial.status == "RECRUITING");
  CHECK(trial.design.phases == std::vector<std::string>{"PHASE2"});
  CHECK(trial.design.enrollment == 24);
  CHECK(trial.design.enrollment_estimated);
  CHECK(trial.lead_sponsor.name == "Assistance Publique - Hôpitaux de Paris");
  REQUIRE(trial.interventions.size() == 3);
  CHECK(trial.interventions[1].name == "ILT101");
  REQUIRE(trial.sites.size() == 1);
  CHECK(trial.sites[0].facility == "Lorenzon Roberta");
  CHECK(trial.eligibility.minimum_age->count == 16);
  CHECK(trial.eligibility.criteria.find("weight loss > 10%") != std::string::npos);
  CHECK(trial.data_date == Date{2026, 6, 26});
  CHECK(trial.arms.empty());
}

TEST_CASE("all samples read without a note") {
  for (const auto& path : files_in(folder("samples"), ".json")) {
    if (path.filename().string().starts_with("NCT")) {
      INFO(path);
      const Noted<Trial> read = read_trial(read_file(path));
      CHECK(read.notes.empty());
      CHECK(read.value.nct + ".json" == path.filename());
    }
  }
}

TEST_CASE("a page of one study and a byte-order mark are accepted") {
  CHECK(read_trial(R"({"studies":[)" + study("") + "]}").value.nct == "NCT90000000");
  CHECK(read_trial("\xEF\xBB\xBF" + study("")).value.nct == "NCT90000000");
}

TEST_CASE("escapes are undone in the fields that have them and no others") {
  const Trial trial =
      read_trial(study(R"("conditionsModule":{"conditions":["a \\> b"]},)"
                       R"("descriptionModule":{"briefSummary":"a \\> b"})"))
          .value;
  CHECK(trial.brief_summary == "a > b");
  CHECK(trial.conditions == std::vector<std::string>{"a \\> b"});
  // Entities are in names, too: the registry's pages show them as signs.
  const auto named =
      read_trial(study(R"("conditionsModule":{"conditions":["Ma&#39;s &gt; R&D"]})"));
  CHECK(named.value.conditions == std::vector<std::string>{"Ma's > R&D"});
}

TEST_CASE("no study has thousands of arms") {
  std::string arms = R"({"label":"A"})";
  for (int i = 1; i < 1200; ++i) {
    arms += R"(,{"label":"A"})";
  }
  const std::string record =
      study(R"("armsInterventionsModule":{"armGroups":[)" + arms + "]}");
  const auto read = read_trial(record);
  CHECK(read.value.arms.size() == 1000);
  REQUIRE(read.notes.size() == 1);
  CHECK(read.notes[0].message == "the elements after the first 1000 of 1200; ignored");
}

TEST_CASE("ages are read in every unit") {
  const auto age = [](const std::string& text) {
    return read_trial(study(R"("eligibilityModule":{"minimumAge":")" + text + "\"}"))
        .value.eligibility.minimum_age;
  };
  CHECK(age("18 Years")->count == 18);
  CHECK(age("1 Year")->unit == Age::Unit::years);
  CHECK(age("6 Months")->unit == Age::Unit::months);
  CHECK(age("2 Weeks")->unit == Age::Unit::weeks);
  CHECK(age("1 Day")->unit == Age::Unit::days);
  CHECK(age("0 Hours")->unit == Age::Unit::hours);
  CHECK(age("18 Minutes")->unit == Age::Unit::minutes);
}

TEST_CASE("what cannot be used is noted with its place and left empty") {
  CHECK(note_of(R"("eligibilityModule":{"minimumAge":"adult"})") ==
        "/protocolSection/eligibilityModule/minimumAge: expected an age such as "
        "\"18 Years\", found \"adult\"; ignored");
  CHECK(note_of(R"("eligibilityModule":{"sex":3})") ==
        "/protocolSection/eligibilityModule/sex: expected a string, found a number; "
        "ignored");
  CHECK(
      note_of(R"("eligibilityModule":[])") ==
      "/protocolSection/eligibilityModule: expected an object, found an array; ignored");
}

TEST_CASE("unknown tokens, dates and numbers are noted") {
  CHECK(note_of(R"("statusModule":{"overallStatus":"OPEN"})") ==
        "/protocolSection/statusModule/overallStatus: \"OPEN\" is no Status; ignored");
  CHECK(note_of(R"("statusModule":{"startDateStruct":{"date":"May 2020"}})") ==
        "/protocolSection/statusModule/startDateStruct/date: expected a date such as "
        "2026-07-14 or 2026-07, found \"May 2020\"; ignored");
  CHECK(note_of(R"("designModule":{"enrollmentInfo":{"count":99999999}})") ==
        "/protocolSection/designModule/enrollmentInfo/count: 99999999 stands for an "
        "enrollment that is not known; ignored");
  CHECK(note_of(R"("designModule":{"enrollmentInfo":{"count":-1}})") ==
        "/protocolSection/designModule/enrollmentInfo/count: -1 is no number of "
        "participants; ignored");
  CHECK(note_of(R"("designModule":{"phases":["PHASE2","PHASE9"]})") ==
        "/protocolSection/designModule/phases/1: \"PHASE9\" is no Phase; ignored");
}

TEST_CASE("null says nothing and unknown keys are passed over") {
  CHECK(read_trial(study(R"("statusModule":null,"newModule":{"a":[1,{"b":2}]})"))
            .notes.empty());
}

TEST_CASE("an error says where, what, and what would be right") {
  const std::string expected =
      "expected one study as the ClinicalTrials.gov API v2 gives it";
  CHECK(error_of("") == "record: the text is empty; " + expected);
  CHECK(error_of("{\n \"a\": x}") ==
        "record, line 2, column 7: not JSON from here on; " + expected);
  CHECK(error_of("{\"a\": [1, 2") ==
        "record, line 1, column 12: the JSON text ends too early; the file may have been "
        "cut off");
  CHECK(
      error_of("[]") ==
      "record: expected a study object, found an array; give one study of the list at a "
      "time");
  CHECK(error_of("7") == "record: expected a study object, found a number");
  CHECK(error_of("{}") == "/protocolSection: missing; " + expected);
  CHECK(error_of(R"({"studies":[]})") == "/studies: expected exactly one study, found 0");
  CHECK(error_of(R"({"studies":[{},{},{}]})") ==
        "/studies: expected exactly one study, found 3; give one study at a time");
}

TEST_CASE("a study needs a number and a title") {
  const auto identified = [](const std::string& members) {
    return error_of(R"({"protocolSection":{"identificationModule":{)" + members + "}}}");
  };
  const std::string nct = "/protocolSection/identificationModule/nctId: ";
  CHECK(identified("") ==
        nct + "the record has no NCT number; expected \"NCT\" and eight digits");
  for (const std::string bad :
       {"NCT1234567", "NCT123456789", "nct12345678", "NCT1234567x"}) {
    CHECK(identified(R"("nctId":")" + bad + "\"") ==
          nct + "\"" + bad + "\" is no NCT number; expected \"NCT\" and eight digits");
  }
  CHECK(identified(R"("nctId":"NCT90000000","briefTitle":"  ")") ==
        "/protocolSection/identificationModule: the record has no title; expected a "
        "briefTitle or an officialTitle");
}

TEST_CASE("text that is not UTF-8 is refused with its place") {
  CHECK(error_of("{\n\"a\":\"\xE9t\xE9\"}") ==
        "record, line 2, column 6 (byte 8): this byte is not UTF-8; save the record as "
        "UTF-8");
  const std::string utf16 = "record, byte 1: this is UTF-16; save the record as UTF-8";
  CHECK(error_of(std::string("\xFF\xFE{\0", 4)) == utf16);
  CHECK(error_of(std::string("{\0\"\0", 4)) == utf16);
}

TEST_CASE("nesting is bounded") {
  const std::string deep =
      "record: nested deeper than 100 levels; studies are nested about 10 deep";
  CHECK(error_of(std::string(200000, '[')) == deep);
  CHECK(error_of(std::string(101, '[') + std::string(101, ']')) == deep);
  std::string objects;
  for (int i = 0; i < 200000; ++i) {
    objects += "{\"resultsSection\":";
  }
  CHECK(error_of(objects) == deep);
}

TEST_CASE("numbers of any size do no harm") {
  CHECK(note_of(R"("designModule":{"enrollmentInfo":{"count":99999999999999999999}})") ==
        "/protocolSection/designModule/enrollmentInfo/count: expected a whole number, "
        "found "
        "a number; ignored");
  CHECK(error_of(study(R"("a":1e999)")).find("not JSON") != std::string::npos);
}

TEST_CASE("every cut of a record is an error or a trial, never a crash") {
  const std::string record = read_file(folder("samples") / "NCT90000005.json");
  for (std::size_t length = 0; length < record.size() - 2; length += 7) {
    CHECK_THROWS_AS(read_trial(record.substr(0, length)), Error);
  }
}

TEST_CASE("broken files each have their message") {
  for (const auto& path : files_in(folder("tests/broken"), ".json")) {
    INFO(path);
    auto message_file = path;
    const std::string message = read_file(message_file.replace_extension(".error"));
    CHECK(error_of(read_file(path)) + "\n" == message);
  }
}
