// What Words holds; seen by words/ and, through words/questions.hpp and kinds.hpp, by no
// one else.

#pragma once

#include <string>
#include <vector>

#include "words/catalog.hpp"
#include "words/kinds.hpp"
#include "words/questions.hpp"
#include "words/words.hpp"

namespace trialsheet {

struct Words::Impl {
  std::string language;
  Catalog catalog;
  std::vector<CompiledRule> questions;
  std::vector<KindOfRule> kinds;
};

}  // namespace trialsheet
