// bundle: many records, one file.

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <string>

#include "base/exit_code.hpp"
#include "base/file.hpp"
#include "base/scratch_file.hpp"
#include "cli/commands.hpp"
#include "cli/own_brand.hpp"
#include "cli/sources.hpp"
#include "cli/terminal.hpp"
#include "render.hpp"
#include "request/own_languages.hpp"

namespace trialsheet {

namespace {

namespace fs = std::filesystem;

/// Where the file is held until it is whole: beside the output, which has to have room
/// for it anyway.
std::string scratch_folder(const std::string& output) {
  if (output != "-") {
    const auto folder = fs::path(output).parent_path();
    return folder.empty() ? "." : folder.string();
  }
  const char* named = std::getenv("TMPDIR");
  return named != nullptr && *named != '\0' ? named : "/tmp";
}

void require_file(const std::string& output) {
  std::error_code error;
  if (fs::is_directory(output, error)) {
    throw FileError(FileError::Step::create, output,
                    "is a folder; name the file that the bundle is to be");
  }
}

class Bundling {
 public:
  explicit Bundling(const BundleCommand& command)
      : command_(&command),
        engine_(engine_options(command.words, command.font_folders)),
        source_(command.source),
        scratch_(scratch_folder(command.output)),
        bundle_(engine_, with_own_files(command.options, command.brand), command.bundle,
                [this](std::string_view bytes) { scratch_.append(bytes); }) {}

  int run() {
    for (const auto& record : command_->records) {
      const int code = try_record(record);
      worst_ = std::max(worst_, code);
      if (code != exit_code::success && !command_->keep_going) {
        return code;
      }
    }
    if (sheets_ > 0) {
      write();
    }
    return worst_;
  }

 private:
  int try_record(const std::string& record) {
    try {
      const auto sheet = bundle_.add(source_.read(record));
      ++sheets_;
      show_notes(sheet.notes, command_->notes, record + ": ");
      return exit_code::success;
    } catch (const Error& error) {
      if (is_about_all(error)) {
        throw;
      }
      return say_error(error, record);
    }
  }

  /// Whether every other record would fail alike.
  static bool is_about_all(const Error& error) {
    if (const auto* file = dynamic_cast<const FileError*>(&error)) {
      return file->step() != FileError::Step::read;
    }
    return error.fault() != Fault::record && error.fault() != Fault::overflow &&
           error.fault() != Fault::absent && error.fault() != Fault::upstream;
  }

  void write() {
    bundle_.finish();
    std::size_t read = 0;
    write_file_whole(command_->output, [&] {
      const auto piece = scratch_.read(read);
      read += piece.size();
      return piece;
    });
    if (sheets_ < command_->records.size() && command_->notes != ShownNotes::none) {
      say("trialsheet: wrote " + std::to_string(sheets_) + " of " +
          std::to_string(command_->records.size()) + " sheets");
    }
  }

  const BundleCommand* command_;
  const Engine engine_;
  RecordSource source_;
  ScratchFile scratch_;
  Bundle bundle_;
  std::size_t sheets_ = 0;
  int worst_ = exit_code::success;
};

}  // namespace

int run(const BundleCommand& command) {
  require_file(command.output);
  return Bundling(command).run();
}

}  // namespace trialsheet
