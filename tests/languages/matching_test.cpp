// Languages: which one is meant, and that each is read once.

#include <catch2/catch.hpp>
#include <thread>

#include "base/error.hpp"
#include "words/languages.hpp"

namespace trialsheet {
namespace {

const std::vector<std::string> known = {"ar", "en", "es", "vi", "zh-Hans"};

std::string complaint(std::string_view wanted) {
  try {
    return "is taken for " + matching_language(wanted, known);
  } catch (const Error& error) {
    CHECK(error.fault() == Fault::request);
    return error.what();
  }
}

TEST_CASE("A language is known by its tag, in any case, and without its country") {
  CHECK(matching_language("es", known) == "es");
  CHECK(matching_language("ES", known) == "es");
  CHECK(matching_language("es-MX", known) == "es");
  CHECK(matching_language("es_MX", known) == "es");
  CHECK(matching_language("en-Latn-GB", known) == "en");
  CHECK(matching_language("ar-EG", known) == "ar");
}

TEST_CASE("Chinese is told by its script, and this by its country") {
  for (const char* simplified : {"zh", "zh-CN", "zh-SG", "zh-Hans", "zh-hans-cn", "ZH"}) {
    CHECK(matching_language(simplified, known) == "zh-Hans");
  }
  for (const char* traditional : {"zh-TW", "zh-HK", "zh-MO", "zh-Hant", "zh-Hant-TW"}) {
    CHECK(complaint(traditional) ==
          "language \"" + std::string(traditional) +
              "\": there are no texts in Traditional Chinese; there are: ar, en, es, vi, "
              "zh-Hans");
  }
  CHECK(matching_language("zh-TW", {"en", "zh-Hans", "zh-Hant"}) == "zh-Hant");
}

TEST_CASE("A tag of its own goes before the language without its country") {
  CHECK(matching_language("es-mx", {"es", "es-MX"}) == "es-MX");
  CHECK(matching_language("es-AR", {"es", "es-MX"}) == "es");
  CHECK(matching_language("pt", {"en", "pt-BR"}) == "pt-BR");
  CHECK_THROWS(matching_language("pt", {"pt-BR", "pt-PT"}));
  CHECK_THROWS(matching_language("pt-PT", {"pt-BR"}));
}

TEST_CASE("A language that is not there is told with those there are") {
  CHECK(
      complaint("fr") ==
      "language \"fr\": there are no texts in this language; there are: ar, en, es, vi, "
      "zh-Hans");
  CHECK(complaint("e").starts_with("language \"e\": there are no texts"));
  CHECK(complaint("").starts_with("language \"\": there are no texts"));
  CHECK(complaint("esperanto").starts_with("language \"esperanto\": there are no"));
}

TEST_CASE("The words of a language are made once, whoever asks and how", "[threads]") {
  const Languages languages;
  std::vector<const Words*> found(8);
  std::vector<std::thread> threads;
  for (std::size_t i = 0; i < found.size(); ++i) {
    threads.emplace_back([&languages, &found, i] {
      found[i] = &languages.words(i % 2 == 0 ? "es" : "es-MX");
    });
  }
  for (std::thread& thread : threads) {
    thread.join();
  }
  for (const Words* words : found) {
    CHECK(words == found.front());
  }
  CHECK(found.front()->language() == "es");
}

}  // namespace
}  // namespace trialsheet
