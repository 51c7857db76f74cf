// What Words holds; seen by words/ and, through words/questions.hpp, categories.hpp and
// signals.hpp, by no one else.

#pragma once

#include <memory>
#include <string>
#include <vector>

#include "words/catalog.hpp"
#include "words/categories.hpp"
#include "words/equivalents.hpp"
#include "words/mentions.hpp"
#include "words/patterns.hpp"
#include "words/questions.hpp"
#include "words/signals.hpp"
#include "words/terms.hpp"
#include "words/words.hpp"

namespace trialsheet {

/// What reads the record, which is in English whatever the sheet is in, and the English
/// texts, with which those of the other languages are compared. Immutable.
struct RecordWords {
  Catalog english;
  std::vector<CompiledRule> questions;
  Categories categories;
  Equivalents equivalents;
  Mentions mentions;
  Patterns patterns;
  Signals signals;
};

/// Those of the program.
std::shared_ptr<const RecordWords> read_record_words();

/// The same from the files that it was built with.
RecordWords read_record_files();

/// A file of one language: its name for messages, and what it holds.
struct LanguageFile {
  std::string_view name;
  std::string_view content;
};

struct Words::Impl {
  std::string language;
  PluralRule plural_of;
  std::shared_ptr<const RecordWords> record;
  std::shared_ptr<const Catalog> catalog;
  std::shared_ptr<const std::vector<CompiledRule>> questions;
  Terms terms;

  /// Without texts, which one of the functions below reads.
  explicit Impl(const std::string& tag) : language(tag), plural_of(plural_rule(tag)) {}

  /// Each throws Error{Fault::layout} with the file and the pointer of what is wrong.
  void read_built_in_files();
  void read(const LanguageFile& sheet, const LanguageFile& question_texts,
            const LanguageFile& glosses);
  void read_terms(const LanguageFile& glosses);

  /// Takes the texts that stand with the rules, in the files for every language.
  void share_english();
};

}  // namespace trialsheet
