// Runs the commands: reads, calls the engine, writes, and says what went wrong.

#include "cli/command_line.hpp"

#include <unistd.h>

#include <cstdio>
#include <exception>
#include <filesystem>
#include <new>
#include <string>
#include <variant>

#include "base/file.hpp"
#include "base/text.hpp"
#include "cli/arguments.hpp"
#include "cli/exit_code.hpp"
#include "render.hpp"

namespace trialsheet {

namespace {

namespace fs = std::filesystem;

/// One line for a terminal, whatever bytes a record or a path put into it.
void say(const std::string& line) {
  std::fputs((one_line(line) + "\n").c_str(), stderr);
}

std::string display_name(const std::string& path) {
  return path == "-" ? "standard input" : path;
}

std::string read_record(const std::string& path) {
  return path == "-" ? read_descriptor(STDIN_FILENO, display_name(path))
                     : read_file(path);
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

void show_notes(const Notes& notes, ShownNotes shown) {
  for (const auto& note : notes) {
    if (is_shown(note, shown)) {
      say("note: " + note.source + ": " + note.message);
    }
  }
}

/// Where the sheet goes: a name that the user gave, or the trial's number in the folder
/// that was given, or in the current one.
std::string output_path(const std::string& wanted, const std::string& nct) {
  std::error_code error;
  if (wanted.empty()) {
    return nct + ".pdf";
  }
  return fs::is_directory(wanted, error) ? (fs::path(wanted) / (nct + ".pdf")).string()
                                         : wanted;
}

int run(const RenderCommand& command) {
  const auto record = read_record(command.record);
  const auto sheet = Engine().render(record, command.options);
  const auto path = output_path(command.output, sheet.nct);
  write_file_whole(path, sheet.pdf);

  show_notes(sheet.notes, command.notes);
  if (path != command.output && command.notes != ShownNotes::none) {
    say("trialsheet: wrote " + path);
  }
  return exit_code::success;
}

int run(const Answer& answer) {
  if (answer.exit_code == exit_code::success) {
    write_file_whole("-", answer.text);
  } else {
    say("trialsheet: " + answer.text);
  }
  return answer.exit_code;
}

/// What is wrong with a record is said with the name of its file.
std::string sentence(const Error& error, const std::string& record) {
  const bool about_record =
      error.fault() == Fault::record || error.fault() == Fault::overflow;
  return (about_record ? display_name(record) + ": " : "") + error.what();
}

int run_or_explain(const Task& task) {
  try {
    return std::visit([](const auto& what) { return run(what); }, task);
  } catch (const Error& error) {
    const auto* render = std::get_if<RenderCommand>(&task);
    say("trialsheet: " + sentence(error, render ? render->record : ""));
    return exit_code_of(error);
  }
}

}  // namespace

int run_command_line(int argc, const char* const* argv) {
  try {
    return run_or_explain(parse_arguments(argc, argv));
  } catch (const Error& error) {
    say(std::string("trialsheet: ") + error.what());
    return exit_code_of(error);
  } catch (const std::bad_alloc&) {
    say("trialsheet: there is not enough memory; end other programs and try again");
    return exit_code::system;
  } catch (const std::exception& bug) {
    say(std::string("trialsheet: this is a bug, please report it: ") + bug.what());
    return exit_code::bug;
  }
}

}  // namespace trialsheet
