// Exit codes: those of sysexits(3), so that a script can tell a bad record from a full
// disk.

#pragma once

#include <sysexits.h>

#include "base/error.hpp"

namespace trialsheet {

namespace exit_code {
constexpr int success = EX_OK;
constexpr int usage = EX_USAGE;              ///< 64: a wrong option or value
constexpr int record = EX_DATAERR;           ///< 65: no page can be made of the record
constexpr int no_input = EX_NOINPUT;         ///< 66: the record cannot be read
constexpr int unavailable = EX_UNAVAILABLE;  ///< 69: the registry gave no answer
constexpr int bug = EX_SOFTWARE;             ///< 70: an error of ours
constexpr int system = EX_OSERR;             ///< 71: no memory
constexpr int cannot_create = EX_CANTCREAT;  ///< 73: the output cannot be begun
constexpr int cannot_write = EX_IOERR;       ///< 74: the output cannot be finished
constexpr int again = EX_TEMPFAIL;           ///< 75: not at its end; run it again
constexpr int data_files = EX_CONFIG;        ///< 78: a layout, words or a font is broken
constexpr int interrupted = 130;  ///< by Ctrl-C, as shells have it: 128 + SIGINT
}  // namespace exit_code

int exit_code_of(const Error& error);

}  // namespace trialsheet
