// --stdio: a worker for a program that starts it and talks to it through pipes.

#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <string>

#include "base/exit_code.hpp"
#include "base/file.hpp"
#include "cli/commands.hpp"
#include "cli/today.hpp"
#include "request/frames.hpp"
#include "request/own_brands.hpp"
#include "request/own_languages.hpp"

namespace trialsheet {

namespace {

std::string reason() {
  return std::strerror(errno);
}

std::size_t read_input(char* to, std::size_t most) {
  for (;;) {
    const auto count = ::read(STDIN_FILENO, to, most);
    if (count >= 0) {
      return static_cast<std::size_t>(count);
    }
    if (errno != EINTR) {
      throw FileError(FileError::Step::read, "standard input",
                      "cannot be read: " + reason());
    }
  }
}

void write_output(std::string_view bytes) {
  while (!bytes.empty()) {
    const auto count = ::write(STDOUT_FILENO, bytes.data(), bytes.size());
    if (count >= 0) {
      bytes.remove_prefix(static_cast<std::size_t>(count));
    } else if (errno != EINTR) {
      throw FileError(FileError::Step::write, "standard output",
                      "cannot be written to: " + reason() + "; read every answer");
    }
  }
}

}  // namespace

int run(const StdioCommand& command) {
  const char* epoch = std::getenv("SOURCE_DATE_EPOCH");
  today(epoch);  // a broken one is told now
  FrameOptions options;
  options.most_record = command.max_record << 20;
  options.today = [epoch] { return today(epoch); };
  const Answerer answerer(engine_options(command.words, command.font_folders),
                          read_own_brands(command.brands));
  serve_frames(answerer, options, read_input, write_output);
  return exit_code::success;
}

}  // namespace trialsheet
