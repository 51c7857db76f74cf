// Speaks on standard error.

#include "cli/terminal.hpp"

#include <unistd.h>

#include <cstdio>

#include "base/exit_code.hpp"
#include "base/file.hpp"
#include "base/text.hpp"

namespace trialsheet {

namespace {

std::string display_name(const std::string& path) {
  return path == "-" ? "standard input" : path;
}

bool is_shown(const Note& note, ShownNotes shown) {
  switch (shown) {
    case ShownNotes::none:
      return false;
    case ShownNotes::important:
      return note.kind == Note::Kind::ignored || note.kind == Note::Kind::replaced;
    case ShownNotes::all:
      return true;
  }
  return true;
}

}  // namespace

bool errors_go_to_terminal() {
  return ::isatty(STDERR_FILENO) == 1;
}

void say(const std::string& line) {
  std::fputs((one_line(line) + "\n").c_str(), stderr);
}

void show_notes(const Notes& notes, ShownNotes shown, const std::string& lead) {
  for (const auto& note : notes) {
    if (is_shown(note, shown)) {
      say(lead + "note: " + note.source + ": " + note.message);
    }
  }
}

int say_error(const Error& error, const std::string& record) {
  const bool about_record =
      error.fault() == Fault::record || error.fault() == Fault::overflow;
  say("trialsheet: " +
      (about_record && !record.empty() ? display_name(record) + ": " : "") +
      error.what());
  return exit_code_of(error);
}

std::string read_record(const std::string& path) {
  return path == "-" ? read_descriptor(STDIN_FILENO, display_name(path))
                     : read_file(path);
}

RenderOptions with_layout_file(RenderOptions options) {
  const auto& name = options.layout;
  if (name.find('/') != name.npos || name.ends_with(".json")) {
    options.layout_json = read_file(name);
  }
  return options;
}

}  // namespace trialsheet
