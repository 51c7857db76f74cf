// What Words holds; seen by words/ and, through words/questions.hpp, categories.hpp and
// signals.hpp, by no one else.

#pragma once

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

struct Words::Impl {
  std::string language;
  Catalog catalog;
  std::vector<CompiledRule> questions;
  std::optional<Categories> categories;
  std::optional<Equivalents> equivalents;
  std::optional<Mentions> mentions;
  std::optional<Patterns> patterns;
  Signals signals;
  std::optional<Terms> terms;
};

}  // namespace trialsheet
