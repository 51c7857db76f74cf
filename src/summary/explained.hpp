// Explained: the terms of one sheet, in its rules and then in its sentences.

#pragma once

#include <vector>

#include "summary/subject.hpp"
#include "summary/summary.hpp"
#include "words/glossary.hpp"

namespace trialsheet {

/// Before anything is explained; `definitions` are those of the record.
Explained explained_of(const Subject& subject, Definitions definitions);

/// `what` with explanations in all wordings of terms that few people know and that
/// nothing of `explained` is about; empty where there is none to give.
std::vector<Statement> with_explanations(const Subject& subject, Explained explained,
                                         const std::vector<Statement>& what);

}  // namespace trialsheet
