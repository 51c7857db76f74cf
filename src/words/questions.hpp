// Questions: the rules of words/<tag>/questions.json and which of them apply to a record.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "words/condition.hpp"
#include "words/facts.hpp"
#include "words/words.hpp"

namespace trialsheet {

/// A rule with its condition in a form that can be evaluated.
struct CompiledRule {
  QuestionRule rule;
  Condition when;
  std::vector<std::size_t> named;  ///< facts whose placeholders its texts hold
};

/// Reads `json`, the content of `file`. Throws Error{Fault::layout} with the file and the
/// pointer if a rule is not as README.md has it; `signals` are those it may name.
std::vector<CompiledRule> read_questions(std::string_view file, std::string_view json,
                                         const std::vector<std::string>& signals = {});

/// `rules` with the texts of another language, the content of `file`
/// (question_texts.json). Throws Error{Fault::layout} if a rule has no texts there, texts
/// have no rule, or they are not as many and with the placeholders of the English ones.
std::vector<CompiledRule> with_texts(std::vector<CompiledRule> rules,
                                     std::string_view file, std::string_view json);

/// The rules that apply to a record, in the order of priority (highest first; equals in
/// the order of the file); they belong to `words`. A rule whose placeholder the record
/// does not fill does not apply.
std::vector<const QuestionRule*> applying(const Words& words, const Facts& facts);

/// `text` of a rule that applies, with its placeholders filled from `facts`.
std::string filled(const Words& words, const std::string& text, const Facts& facts);

}  // namespace trialsheet
