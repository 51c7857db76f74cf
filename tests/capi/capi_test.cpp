// The C interface, as C would call it; tests/embed/stress.c calls it often.

#include <catch2/catch.hpp>
#include <string>

#include "capi/trialsheet.h"
#include "files.hpp"

using namespace trialsheet::tests;

namespace {

std::string taken(trialsheet_result* result) {
  const std::string facts = trialsheet_result_facts(result, nullptr);
  trialsheet_result_free(result);
  return facts;
}

}  // namespace

TEST_CASE("a result owns its bytes, which end in a byte 0") {
  auto* engine = trialsheet_engine_new(nullptr, nullptr);
  const auto record = read_file(folder("samples/NCT90000001.json"));
  auto* result = trialsheet_render(engine, record.data(), record.size(), nullptr);
  trialsheet_engine_free(engine);
  REQUIRE(trialsheet_result_code(result) == TRIALSHEET_OK);
  size_t size = 0;
  const auto* bytes = trialsheet_result_bytes(result, &size);
  CHECK(std::string(bytes, 5) == "%PDF-");
  CHECK(bytes[size] == 0);
  CHECK(trialsheet_result_bytes(result, nullptr) == bytes);
  size_t length = 0;
  CHECK(std::string(trialsheet_result_facts(result, &length)).size() == length);
  trialsheet_result_free(result);
}

TEST_CASE("nothing where something should be is told, not followed") {
  CHECK(taken(trialsheet_render(nullptr, "{}", 2, nullptr)).find(R"("where":"engine")") !=
        std::string::npos);
  auto* engine = trialsheet_engine_new("", nullptr);
  CHECK(taken(trialsheet_render(engine, nullptr, 5, nullptr)).find(R"("code":65)") !=
        std::string::npos);
  trialsheet_engine_free(engine);
  trialsheet_engine_free(nullptr);
  trialsheet_result_free(nullptr);
}

TEST_CASE("an engine that there cannot be says why, or is silent if nobody listens") {
  trialsheet_result* problem = nullptr;
  CHECK(trialsheet_engine_new("[", &problem) == nullptr);
  REQUIRE(problem != nullptr);
  CHECK(trialsheet_result_code(problem) == TRIALSHEET_OPTION);
  CHECK(*trialsheet_result_bytes(problem, nullptr) == 0);
  trialsheet_result_free(problem);
  CHECK(trialsheet_engine_new("[", nullptr) == nullptr);
  auto* engine = trialsheet_engine_new(nullptr, &problem);
  CHECK(problem == nullptr);
  trialsheet_engine_free(engine);
}
