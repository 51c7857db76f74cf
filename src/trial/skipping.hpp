// Skipping: the parts of a record that nothing reads, stepped over on its raw bytes.
//
// Half of an average record is results and browse trees. Stepping over them takes a tenth
// of the time that reading them does.

#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace trialsheet {

/// Members of which a sheet says nothing. The names occur at one place of the schema each
/// (ctg-oas-v2.yaml), so their depth need not be looked at.
constexpr std::array<std::string_view, 9> unused_members = {
    "participantFlowModule",    "baselineCharacteristicsModule",
    "outcomeMeasuresModule",    "adverseEventsModule",
    "annotationSection",        "referencesModule",
    "conditionBrowseModule",    "interventionBrowseModule",
    "ipdSharingStatementModule"};

/// A JSON text without the values of the unused members: a 0 stands for each.
struct Kept {
  std::string text;

  /// Where the byte `at` of `text` stands in the whole text.
  std::size_t original(std::size_t at) const;

  struct Cut {
    std::size_t end;      ///< of the 0, in `text`
    std::size_t removed;  ///< bytes that the whole text has more, up to there
  };
  std::vector<Cut> cuts;
};

/// Takes a value out only if it is JSON to its end, with nothing in it that needs a
/// second look (surrogates, exponents, control characters, nesting beyond 20 levels). Any
/// other is left in, so that the parser finds the error and its place.
Kept without_unused(std::string_view text);

}  // namespace trialsheet
