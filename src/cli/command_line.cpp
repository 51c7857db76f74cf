// Runs the command that the arguments ask for, and says what went wrong.

#include "cli/command_line.hpp"

#include <exception>
#include <new>
#include <string>
#include <variant>

#include "base/exit_code.hpp"
#include "cli/arguments.hpp"
#include "cli/commands.hpp"
#include "cli/terminal.hpp"

namespace trialsheet {

int run_command_line(int argc, const char* const* argv) {
  try {
    return std::visit([](const auto& what) { return run(what); },
                      parse_arguments(argc, argv));
  } catch (const Error& error) {
    return say_error(error);
  } catch (const std::bad_alloc&) {
    say("trialsheet: there is not enough memory; end other programs and try again");
    return exit_code::system;
  } catch (const std::exception& bug) {
    say(std::string("trialsheet: this is a bug, please report it: ") + bug.what());
    return exit_code::bug;
  }
}

}  // namespace trialsheet
