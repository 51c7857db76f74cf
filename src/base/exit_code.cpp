// The one table from errors to exit codes; --help lists the same codes.

#include "base/exit_code.hpp"

#include "base/file.hpp"

namespace trialsheet {

namespace {

int exit_code_of(FileError::Step step) {
  switch (step) {
    case FileError::Step::read:
      return exit_code::no_input;
    case FileError::Step::create:
      return exit_code::cannot_create;
    case FileError::Step::write:
      return exit_code::cannot_write;
  }
  return exit_code::bug;
}

int exit_code_of(Fault fault) {
  switch (fault) {
    case Fault::request:
      return exit_code::usage;
    case Fault::record:
    case Fault::overflow:
      return exit_code::record;
    case Fault::layout:
    case Fault::setup:
      return exit_code::data_files;
    case Fault::absent:
      return exit_code::no_input;
    case Fault::upstream:
      return exit_code::unavailable;
  }
  return exit_code::bug;
}

}  // namespace

int exit_code_of(const Error& error) {
  const auto* file = dynamic_cast<const FileError*>(&error);
  return file ? exit_code_of(file->step()) : exit_code_of(error.fault());
}

}  // namespace trialsheet
