// A choice: which wordings and statements a page says, and with how much air.

#pragma once

#include <vector>

#include "base/length.hpp"
#include "page/layout.hpp"
#include "summary/summary.hpp"

namespace trialsheet {

/// How many steps of air there are between the least and the most of every measure.
constexpr int most_air = 16;

/// Which lines of a contact are printed; each includes the ones before.
enum class ContactDepth { first_line, phone_and_email, all };

struct Choice {
  int body = 0;    ///< index into Layout::bodies
  int title = -1;  ///< index into Layout::titles; -1: the body's own title size
  int banner = 0;  ///< wording of the banner's second line
  int what = 0;    ///< wording of the description; -1, -2, ...: with explanations
  int places = 0;  ///< wording of the places
  ContactDepth contact = ContactDepth::all;
  bool optional_facts = true;
  bool small_facts = false;     ///< facts in the size of details: the last resort
  bool level = true;            ///< lower parts of columns start on the same line
  std::vector<int> questions;   ///< wording of each; -1: not shown
  ShownRules rules;             ///< wording of each rule of each block, or not_shown
  std::vector<int> air;         ///< of each column: 0 to most_air
  std::vector<int> note_lines;  ///< of each column; 0: no writing lines there
  std::vector<Length> stretch;  ///< of each column: added to the spaces of its lower part
};

/// The description, with the explanations of its terms if `choice` has them.
const std::vector<Statement>& what_said(const Summary& summary, const Choice& choice);

/// Which wording of it, with explanations or without.
constexpr int what_depth(const Choice& choice) {
  return choice.what < 0 ? -1 - choice.what : choice.what;
}

/// All that the layout may show, in the fullest wordings, without air.
Choice everything(const Summary& summary, const Layout& layout);

}  // namespace trialsheet
