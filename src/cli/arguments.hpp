// Arguments: what the user typed, checked and turned into a task.

#pragma once

#include <string>
#include <variant>

#include "render.hpp"

namespace trialsheet {

enum class ShownNotes {
  none,
  important,  ///< those that somebody may have to act on: ignored, replaced
  all,
};

/// trialsheet render
struct RenderCommand {
  std::string record;  ///< a path, or "-" for standard input
  std::string output;  ///< a path, a folder, "-" for standard output; empty: <NCT>.pdf
  RenderOptions options;
  ShownNotes notes = ShownNotes::important;
};

/// Text to print and the exit code to end with: help, the version, or a wrong argument.
struct Answer {
  std::string text;
  int exit_code;
};

using Task = std::variant<RenderCommand, Answer>;

/// Throws Error{Fault::request} if SOURCE_DATE_EPOCH is needed and broken.
Task parse_arguments(int argc, const char* const* argv);

}  // namespace trialsheet
