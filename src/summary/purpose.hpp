// Purpose: what the record itself says of what a study is for.

#pragma once

#include <string>

#include "summary/telling.hpp"

namespace trialsheet {

/// Whether it is the first phase alone: too early to call what is tested a treatment.
bool is_first_phase(const Trial& trial);

/// The main outcome in the record's own words, if they are few and tell something.
std::string main_measure(const Telling& tell);

/// What says why a study is made: nothing, or a sentence.
struct Aim {
  std::string sentence;
  bool stands_alone = false;  ///< "Its longer title: ..." needs a sentence before it
};

/// The aim in the record's own words, or for want of one the longer title, where what is
/// named tells little of it.
Aim aim(const Telling& tell);

}  // namespace trialsheet
