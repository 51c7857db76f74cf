// Packed: the members of each struct, in one place for both directions. A member that is
// added makes the names in brackets too few for the compiler.

#include "words/packed.hpp"

#include "base/bytes.hpp"

namespace trialsheet {

template <typename Archive>
void fields(Archive& archive, Catalog& catalog) {
  auto& [texts, plurals, reviewed] = catalog;
  archive(texts, plurals, reviewed);
}

template <typename Archive>
void fields(Archive& archive, QuestionRule& rule) {
  auto& [id, priority, topic, because, wordings] = rule;
  archive(id, priority, topic, because, wordings);
}

template <typename Archive>
void fields(Archive& archive, Condition& condition) {
  auto& [steps, tokens] = condition;
  archive(steps, tokens);
}

template <typename Archive>
void fields(Archive& archive, CompiledRule& compiled) {
  auto& [rule, when, named] = compiled;
  archive(rule, when, named);
}

template <typename Archive>
void fields(Archive& archive, Surroundings& surroundings) {
  auto& [phrases, signs] = surroundings;
  archive(phrases, signs);
}

template <typename Archive>
void fields(Archive& archive, Term& term) {
  auto& [id, gloss, has_exact, only_defined, writes_out, easy, names, covers, within,
         not_before, not_after, not_with, needs, not_studied, only_studied] = term;
  archive(id, gloss, has_exact, only_defined, writes_out, easy, names, covers, within,
          not_before, not_after, not_with, needs, not_studied, only_studied);
}

namespace {

template <typename Value>
Value unpacked(ByteReader& packed) {
  Value value;
  packed(value);
  return value;
}

}  // namespace

std::string packed_record_path() {
  return "packed/words/record";
}

std::string packed_language_path(std::string_view tag) {
  return "packed/words/" + std::string(tag);
}

std::string pack_record_words() {
  RecordWords words = read_record_files();
  ByteWriter writer;
  writer(words.english, words.questions);
  words.categories.pack(writer);
  words.equivalents.pack(writer);
  words.mentions.pack(writer);
  words.patterns.pack(writer);
  writer(words.signals);
  return writer.take();
}

RecordWords unpack_record_words(std::string_view packed) {
  ByteReader reader(packed);
  // In this order, as the language has it for what stands in braces.
  return {unpacked<Catalog>(reader), unpacked<std::vector<CompiledRule>>(reader),
          Categories(reader),        Equivalents(reader),
          Mentions(reader),          Patterns(reader),
          unpacked<Signals>(reader)};
}

std::string pack_language(const std::string& tag) {
  Words::Impl impl(tag);
  impl.record = std::make_shared<const RecordWords>(read_record_files());
  impl.read_built_in_files();
  // The readers made both, and nobody else holds them.
  Catalog catalog = *impl.catalog;
  std::vector<CompiledRule> questions = *impl.questions;
  ByteWriter writer;
  writer(impl.terms);
  if (tag != "en") {
    writer(catalog, questions);
  }
  return writer.take();
}

void unpack_language(std::string_view packed, Words::Impl& impl) {
  ByteReader reader(packed);
  reader(impl.terms);
  if (impl.language == "en") {
    impl.share_english();
    return;
  }
  impl.catalog = std::make_shared<const Catalog>(unpacked<Catalog>(reader));
  impl.questions = std::make_shared<const std::vector<CompiledRule>>(
      unpacked<std::vector<CompiledRule>>(reader));
}

}  // namespace trialsheet
