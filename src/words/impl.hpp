// What Words holds; seen by words/ and, through words/questions.hpp, categories.hpp and
// signals.hpp, by no one else.

#pragma once

#include <memory>
#include <optional>
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

std::shared_ptr<const RecordWords> read_record_words();

/// A file of one language: its name for messages, and what it holds.
struct LanguageFile {
  std::string_view name;
  std::string_view content;
};

struct Words::Impl {
  std::string language;
  std::shared_ptr<const RecordWords> record;
  std::shared_ptr<const Catalog> catalog;
  std::vector<CompiledRule> questions;
  std::optional<Terms> terms;

  /// Each throws Error{Fault::layout} with the file and the pointer of what is wrong.
  void read(const LanguageFile& sheet, const LanguageFile& question_texts,
            const LanguageFile& glosses);
  void read_terms(const LanguageFile& glosses);
};

}  // namespace trialsheet
