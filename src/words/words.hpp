// Words: every fixed text that a sheet can hold, in one language.
//
// The texts are data (src/words/<tag>/*.json, schema beside them) so that a clinician or
// a translator can correct them without touching code. A text may hold {placeholders} and
// plural forms (CLDR categories); whole sentences are texts, never glued from halves.

#pragma once

#include <cstdint>
#include <initializer_list>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "words/own_language.hpp"

namespace trialsheet {

struct RecordWords;

class Words {
 public:
  /// A placeholder's name and what to put there.
  struct Argument {
    std::string_view name;
    std::string_view value;
  };

  /// The arguments of one call: a view, so what they are made of must outlive it.
  /// Arguments to be kept are a list of Argument whose values are kept elsewhere.
  class Arguments : public std::span<const Argument> {
   public:
    Arguments(std::initializer_list<Argument> list = {})
        : span(list.begin(), list.size()) {}
    Arguments(const std::vector<Argument>& list) : span(list) {}
  };

  /// The embedded texts of a language (BCP 47), or of what it means by
  /// matching_language(). Throws Error{Fault::request} if there are none, naming those
  /// there are; Error{Fault::layout} with file and JSON pointer if a text is broken.
  explicit Words(std::string_view language);
  explicit Words(const OwnLanguage& own);

  /// The same with `record`, which words of several languages share; for languages.hpp.
  Words(const std::string& tag, std::shared_ptr<const RecordWords> record);
  Words(const OwnLanguage& own, std::shared_ptr<const RecordWords> record);
  ~Words();
  Words(Words&&) noexcept;
  Words& operator=(Words&&) noexcept;

  const std::string& language() const;

  /// Whether a translator has reviewed the texts.
  bool is_reviewed() const;

  /// Whether the language is that of the records, English.
  bool is_of_the_record() const;

  /// `text` of the record as it stands in a text of this language: between isolates
  /// (base/isolate.hpp), or as it is where the language is the record's.
  std::string from_record(std::string_view text) const;

  /// `text` that has no language, such as a telephone number, so that its direction is
  /// its own.
  std::string undivided(std::string_view text) const;

  /// The text of `key` with `arguments` put in. Asking for a key that the catalog lacks,
  /// or leaving a placeholder open, is a bug of the program and throws std::logic_error;
  /// a test asks for all.
  std::string text(std::string_view key, Arguments arguments = {}) const;

  /// The form of `key` that `count` takes, with {n} = the count written out ("1,436").
  std::string plural(std::string_view key, std::int64_t count,
                     Arguments arguments = {}) const;

  bool has(std::string_view key) const;

  /// What `key` says in English, whatever the language: of record words, to be proved.
  std::string english_text(std::string_view key, Arguments arguments = {}) const;

  /// Those that are not empty, one behind the other as sentences stand in this language.
  std::string sentences(const std::vector<std::string>& sentences) const;
  std::string sentences(std::initializer_list<std::string_view> sentences) const;

  /// "a", "a and b", "a, b and c".
  std::string list(const std::vector<std::string>& items) const;

  /// "30 November 2019", or "November 2019" where only the month is known.
  std::string date(const Date& date) const;

  /// "30 Nov. 2019", for narrow columns.
  std::string short_date(const Date& date) const;

  /// "1,436".
  std::string number(std::int64_t number) const;

  struct Impl;
  const Impl& impl() const { return *impl_; }  ///< for words/ and the question rules

 private:
  std::unique_ptr<Impl> impl_;
};

/// A rule of words/<tag>/questions.json: if the record says so, ask this.
struct QuestionRule {
  std::string id;       ///< as in the list of rules: "R2"
  int priority = 0;     ///< higher is asked first
  std::string topic;    ///< at most two questions of one topic are asked
  std::string because;  ///< "Because some get a placebo"; empty: always worth asking
  std::vector<std::string> wordings;  ///< fullest first
};

}  // namespace trialsheet
