// The program. Everything that could be tested is elsewhere.

#include <csignal>

#include "cli/command_line.hpp"

int main(int argc, char** argv) {
  // A reader that went away and a file that may not grow are then errors like any other,
  // with a message and nothing left behind, not the end of the program.
  std::signal(SIGPIPE, SIG_IGN);
  std::signal(SIGXFSZ, SIG_IGN);
  return trialsheet::run_command_line(argc, argv);
}
