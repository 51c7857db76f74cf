// Naming: names of the record as they stand in a sentence.
//
// A registry writes names like headings, "Type 2 Diabetes". Inside a sentence they lose
// their capitals if the record itself writes all their words small elsewhere; and an
// abbreviation is written out where the record says what it stands for, or else the
// glossary.

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "trial/trial.hpp"
#include "words/glossary.hpp"
#include "words/words.hpp"

namespace trialsheet {

/// Of one trial, which must outlive it, and so must what is defined in it. Not
/// thread-safe: what it reads it keeps.
class Naming {
 public:
  Naming(const Trial& trial, const Words& words, const Definitions& definitions)
      : trial_(trial), words_(words), definitions_(definitions) {}

  /// `name` in the case of a sentence: "erectile dysfunction" for "Erectile Dysfunction".
  std::string in_sentence(const std::string& name) const;

  /// `name`, as by one of the others, with "the" where English wants it: "the pain
  /// program", "the EZ brace". Other languages build their sentences to do without.
  std::string with_article(std::string name) const;

  /// As by in_sentence(), and its first abbreviation written out: "NSCLC (non-small cell
  /// lung cancer)", unless the title does it.
  std::string written_out(const std::string& name) const;

 private:
  const std::string& prose() const;
  bool is_written_small(std::string_view word) const;
  bool can_be_small(const std::string& name) const;
  bool can_conditions_be_small() const;
  bool can_treatments_be_small() const;
  bool goes_with_others(const std::string& name) const;
  std::string long_form(std::string_view abbreviation) const;
  bool is_in_title(std::string_view name) const;

  const Trial& trial_;
  const Words& words_;
  const Definitions& definitions_;
  mutable std::optional<std::string> prose_;
  mutable std::optional<std::string> title_;  ///< as by plain_name
  mutable std::optional<bool> small_conditions_;
  mutable std::optional<bool> small_treatments_;
  mutable std::unordered_map<std::string, bool> written_small_;
  mutable std::unordered_map<std::string, std::string> told_;  ///< each looked up once
};

}  // namespace trialsheet
