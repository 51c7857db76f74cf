// The command line: from arguments to files, messages and an exit code.

#pragma once

namespace trialsheet {

/// Does what the arguments ask for and returns the exit code. Catches everything; an
/// error is one sentence on standard error.
int run_command_line(int argc, const char* const* argv);

}  // namespace trialsheet
