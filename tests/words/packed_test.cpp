// Tests that the program says what its files say.

#include "words/packed.hpp"

#include <catch2/catch.hpp>

#include "base/bytes.hpp"
#include "base/embedded.hpp"
#include "words/languages.hpp"

using namespace trialsheet;

TEST_CASE("the program holds what the files of words/ come to", "[words]") {
  CHECK(embedded_file(packed_record_path()) == pack_record_words());
  for (const std::string& tag : built_in_languages()) {
    CAPTURE(tag);
    CHECK(embedded_file(packed_language_path(tag)) == pack_language(tag));
  }
}

TEST_CASE("what was packed says the same when it is unpacked and packed again",
          "[words]") {
  const std::string packed = pack_record_words();
  RecordWords words = unpack_record_words(packed);
  const RecordWords read = read_record_files();
  CHECK(words.english.texts == read.english.texts);
  CHECK(words.english.plurals == read.english.plurals);
  CHECK(words.english.reviewed);
  REQUIRE(words.questions.size() == read.questions.size());
  for (std::size_t i = 0; i < read.questions.size(); ++i) {
    CHECK(words.questions[i].rule.id == read.questions[i].rule.id);
    CHECK(words.questions[i].rule.wordings == read.questions[i].rule.wordings);
    CHECK(words.questions[i].when.steps.size() == read.questions[i].when.steps.size());
  }
  CHECK(words.signals.names() == read.signals.names());
  CHECK(words.patterns.ids() == read.patterns.ids());
  CHECK(words.mentions.names() == read.mentions.names());
  CHECK(words.equivalents.all().size() == read.equivalents.all().size());
  REQUIRE(words.categories.all().size() == read.categories.all().size());
  const std::string rule = "Known HIV, hepatitis B or hepatitis C infection";
  CHECK(words.categories.of(Tokens(rule)).category->id ==
        read.categories.of(Tokens(rule)).category->id);
  ByteWriter writer;
  words.categories.pack(writer);
  words.equivalents.pack(writer);
  const std::string again = writer.take();
  read.categories.pack(writer);
  read.equivalents.pack(writer);
  CHECK(again == writer.take());
}

TEST_CASE("bytes that end too early are no words", "[words]") {
  const std::string packed = pack_record_words();
  for (const std::size_t size :
       {std::size_t{0}, std::size_t{3}, packed.size() / 2, packed.size() - 1}) {
    CAPTURE(size);
    CHECK_THROWS_AS(unpack_record_words(packed.substr(0, size)), std::logic_error);
  }
}
