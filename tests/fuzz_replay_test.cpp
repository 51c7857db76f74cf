// Fuzz replay: every seed and finding of tests/fuzz/seeds through its target.

#include <catch2/catch.hpp>

#include "files.hpp"
#include "fuzz/brand_target.hpp"
#include "fuzz/layout_target.hpp"
#include "fuzz/picture_target.hpp"
#include "fuzz/request_target.hpp"
#include "fuzz/service_target.hpp"

using namespace trialsheet;
using namespace trialsheet::tests;

namespace {

std::vector<std::string> seeds(const std::string& target) {
  std::vector<std::string> texts;
  for (const auto& path : files_in(folder("tests/fuzz/seeds") / target, ".seed")) {
    texts.push_back(read_file(path));
  }
  return texts;
}

}  // namespace

TEST_CASE("the seeds of the record target keep its promises") {
  const auto texts = seeds("record");
  REQUIRE_FALSE(texts.empty());
  for (const std::string& text : texts) {
    fuzz::record(text);
  }
}

TEST_CASE("the seeds of the criteria target keep its promises") {
  const auto texts = seeds("criteria");
  REQUIRE_FALSE(texts.empty());
  for (const std::string& text : texts) {
    fuzz::criteria(text);
  }
}

TEST_CASE("the seeds of the layout target keep its promises") {
  const auto texts = seeds("layout");
  REQUIRE_FALSE(texts.empty());
  for (const std::string& text : texts) {
    fuzz::layout(text);
  }
}

TEST_CASE("the seeds of the picture target keep its promises") {
  const auto texts = seeds("picture");
  REQUIRE_FALSE(texts.empty());
  for (const std::string& text : texts) {
    fuzz::picture(text);
  }
}

TEST_CASE("the seeds of the brand target keep its promises") {
  const auto texts = seeds("brand");
  REQUIRE_FALSE(texts.empty());
  for (const std::string& text : texts) {
    fuzz::brand(text);
  }
}

TEST_CASE("the seeds of the words target keep its promises") {
  const auto texts = seeds("words");
  REQUIRE_FALSE(texts.empty());
  for (const std::string& text : texts) {
    fuzz::words(text);
  }
}

TEST_CASE("the seeds of the service target keep its promises") {
  const auto texts = seeds("service");
  REQUIRE_FALSE(texts.empty());
  for (const std::string& text : texts) {
    fuzz::service(text);
  }
}

TEST_CASE("the seeds of the options target keep its promises") {
  const auto texts = seeds("options");
  REQUIRE_FALSE(texts.empty());
  for (const std::string& text : texts) {
    fuzz::options(text);
  }
}

TEST_CASE("the seeds of the frames target keep its promises") {
  const auto texts = seeds("frames");
  REQUIRE_FALSE(texts.empty());
  for (const std::string& text : texts) {
    fuzz::frames(text);
  }
}
