// Errors: why the caller gets no page at all.
//
// Error is thrown only when nothing can be delivered. Anything less (a field was missing,
// a wording had to be shortened) is a Note and travels with the result; see note.hpp.

#pragma once

#include <stdexcept>
#include <string>
#include <string_view>

namespace trialsheet {

/// Who can put it right. The command line maps this to an exit code and the service to an
/// HTTP status, each in one table.
enum class Fault {
  request,   ///< the caller asked for a layout, language or option that does not exist
  record,    ///< the trial record is not usable
  layout,    ///< a layout, word or font file is not usable
  overflow,  ///< what must be said does not fit on the pages of this layout
  setup,     ///< a font, folder or output cannot be used
  absent,    ///< the trial asked for is not there
  upstream,  ///< the registry gave no answer that can be used
};

class [[gnu::visibility("default")]] Error : public std::runtime_error {
 public:
  /// `where` is what a person would look at first: "layouts/standard.json" with a JSON
  /// pointer, or "/protocolSection/eligibilityModule" inside the record. `problem` says
  /// what is wrong and what would be right. what() is "where: problem", on one line:
  /// control characters of what is quoted are left out.
  Error(Fault fault, const std::string& where, const std::string& problem);

  Fault fault() const noexcept {
    return fault_;
  }
  const std::string& where() const noexcept {
    return where_;
  }

  /// what() without its "where: ".
  std::string_view problem() const noexcept;

 private:
  Fault fault_;
  std::string where_;
};

}  // namespace trialsheet
