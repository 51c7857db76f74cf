// render: one record, or many with one engine.

#include <malloc.h>

#include <exception>
#include <filesystem>
#include <map>
#include <new>
#include <string>

#include "base/exit_code.hpp"
#include "base/file.hpp"
#include "cli/commands.hpp"
#include "cli/own_brand.hpp"
#include "cli/sources.hpp"
#include "cli/terminal.hpp"
#include "cli/timings.hpp"
#include "fhir.hpp"
#include "render.hpp"
#include "request/own_languages.hpp"

namespace trialsheet {

namespace {

namespace fs = std::filesystem;

bool is_folder(const std::string& path) {
  std::error_code error;
  return fs::is_directory(path, error);
}

/// Where the sheet goes: a name that the user gave, or the trial's number in the folder
/// that was given, or in the current one.
std::string output_path(const RenderCommand& command, const std::string& nct) {
  const auto& wanted = command.output;
  const auto name = nct + (command.format == Format::fhir ? ".fhir.json" : ".pdf");
  if (wanted.empty()) {
    return name;
  }
  return is_folder(wanted) ? (fs::path(wanted) / name).string() : wanted;
}

/// Writes the sheet and says where.
std::string write_sheet(const RenderCommand& command, const Rendered& sheet,
                        const RenderOptions& options) {
  auto path = output_path(command, sheet.nct);
  write_file_whole(
      path, command.format == Format::fhir ? to_fhir(sheet, options.date) : sheet.pdf);
  return path;
}

/// A page takes 2 MB, which are asked for at once and given back by the program's end.
void expect_one_page() {
  constexpr int pages_need = 4 << 20;  // bytes
  mallopt(M_TOP_PAD, pages_need);
  mallopt(M_TRIM_THRESHOLD, 4 * pages_need);
  mallopt(M_MMAP_THRESHOLD, pages_need);
}

/// Kept until the program ends, which is at once: nobody waits for it to be taken apart.
const Engine& engine_for_one(const RenderCommand& command) {
  static const auto* const engine =
      new Engine(engine_options(command.words, command.font_folders));
  return *engine;
}

int render_one(const RenderCommand& command, RenderOptions options) {
  expect_one_page();
  const auto& record = command.records.front();
  Timings timings;
  if (command.timings) {
    options.observer = [&timings](std::string_view step) { timings.end(step); };
  }
  try {
    const Engine& engine = engine_for_one(command);
    timings.end("start");
    const auto json = RecordSource(command.source).read(record);
    timings.end("open record");
    const auto sheet = engine.render(json, options);
    timings.end("clean up");
    const auto path = write_sheet(command, sheet, options);
    timings.end("write file");
    if (command.timings) {
      timings.show();
    }
    show_notes(sheet.notes, command.notes);
    if (path != command.output && command.notes != ShownNotes::none) {
      say("trialsheet: wrote " + path);
    }
    return exit_code::success;
  } catch (const Error& error) {
    return say_error(error, record);
  }
}

/// Of several sheets none may hide another, nor all go into one file.
void require_folder(const std::string& output) {
  if (output.empty() || is_folder(output)) {
    return;
  }
  throw FileError(FileError::Step::create, output,
                  "is no folder; for several records name one that exists, none is made");
}

/// Many records: what is wrong with one does not keep the others from being made.
class Batch {
 public:
  Batch(const RenderCommand& command, const RenderOptions& options)
      : command_(&command),
        options_(&options),
        engine_(engine_options(command.words, command.font_folders)),
        source_(command.source) {}

  int run() {
    for (const auto& record : command_->records) {
      worst_ = std::max(worst_, try_record(record));
    }
    if (command_->notes != ShownNotes::none) {
      say("trialsheet: wrote " + std::to_string(record_of_.size()) + " of " +
          std::to_string(command_->records.size()) + " sheets");
    }
    return worst_;
  }

 private:
  int try_record(const std::string& record) {
    try {
      render(record);
      return exit_code::success;
    } catch (const Error& error) {
      if (is_about_all(error)) {
        throw;
      }
      return say_error(error, record);
    } catch (const std::bad_alloc&) {
      throw;
    } catch (const std::exception& bug) {
      say("trialsheet: " + record +
          ": this is a bug, please report it: " + std::string(bug.what()));
      return exit_code::bug;
    }
  }

  /// Whether every other record would fail alike: a wrong option, layout or font.
  static bool is_about_all(const Error& error) {
    return error.fault() != Fault::record && error.fault() != Fault::overflow &&
           error.fault() != Fault::absent && error.fault() != Fault::upstream &&
           dynamic_cast<const FileError*>(&error) == nullptr;
  }

  void render(const std::string& record) {
    const auto sheet = engine_.render(source_.read(record), *options_);
    const auto known = record_of_.find(sheet.nct);
    if (known != record_of_.end()) {
      throw Error(Fault::record, sheet.nct,
                  "its sheet was just made from " + known->second +
                      "; to have both, render them in two runs, into different folders");
    }
    write_sheet(*command_, sheet, *options_);
    record_of_.emplace(sheet.nct, record);
    show_notes(sheet.notes, command_->notes, record + ": ");
  }

  const RenderCommand* command_;
  const RenderOptions* options_;
  const Engine engine_;
  RecordSource source_;
  std::map<std::string, std::string> record_of_;  ///< by the number of its sheet
  int worst_ = exit_code::success;
};

}  // namespace

int run(const RenderCommand& command) {
  const auto options = with_own_files(command.options, command.brand);
  if (command.timings && command.records.size() > 1) {
    throw Error(Fault::request, "--timings", "needs one record, not several");
  }
  if (command.records.size() == 1) {
    return render_one(command, options);
  }
  require_folder(command.output);
  return Batch(command, options).run();
}

}  // namespace trialsheet
