// The terminal: what is said to the person, and reading what the person names.

#pragma once

#include <string>

#include "base/error.hpp"
#include "base/note.hpp"
#include "cli/arguments.hpp"

namespace trialsheet {

/// Whether a person sees standard error as it is written.
bool errors_go_to_terminal();

/// One line on standard error, whatever bytes a record or a path put into it.
void say(const std::string& line);

/// The notes that the user asked to see, each after `lead`.
void show_notes(const Notes& notes, ShownNotes shown, const std::string& lead = "");

/// Says an error about `record` and returns its exit code. What is wrong with a record is
/// said with the name of its file.
int say_error(const Error& error, const std::string& record = "");

/// A record from a file, or from standard input for "-".
std::string read_record(const std::string& path);

/// `options` with the layout's text where a file is named: "mine.json", "./mine".
RenderOptions with_layout_file(RenderOptions options);

}  // namespace trialsheet
