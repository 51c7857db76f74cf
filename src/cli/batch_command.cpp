// batch and merge: all records there are, on one machine or many.

#include <malloc.h>

#include <algorithm>
#include <atomic>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <thread>

#include "base/exit_code.hpp"
#include "base/file.hpp"
#include "batch/batch.hpp"
#include "batch/merge.hpp"
#include "cli/batch_progress.hpp"
#include "cli/commands.hpp"
#include "cli/own_brand.hpp"
#include "cli/shard_environment.hpp"
#include "cli/sources.hpp"
#include "cli/system_clock.hpp"
#include "cli/terminal.hpp"
#include "request/own_languages.hpp"

namespace trialsheet {

namespace {

std::atomic<int> stopped_by{0};

/// The second time the program ends at once.
void stop(int signal) {
  stopped_by = signal;
  std::signal(signal, SIG_DFL);
}

int jobs_of(const BatchCommand& command) {
  const auto processors = static_cast<int>(std::thread::hardware_concurrency());
  return command.jobs > 0 ? command.jobs : std::max(1, processors);
}

std::string own_texts(const std::vector<OwnLanguage>& languages) {
  std::string texts;
  for (const auto& language : languages) {
    for (const auto* file :
         {&language.sheet, &language.question_texts, &language.glosses}) {
      texts +=
          language.tag + " " + std::to_string(file->content.size()) + " " + file->content;
    }
  }
  return texts;
}

Share share_of(const BatchCommand& command) {
  if (command.shard.empty() && command.shards != 0) {
    throw Error(Fault::request, "--shards", "goes with --shard; give both or neither");
  }
  return command.shard.empty() ? Share{} : chosen_share(command.shard, command.shards);
}

/// Where this run writes. Of shards each has a file in the folder that was named.
std::string output_of(const BatchCommand& command, const Share& share) {
  if (command.shard.empty()) {
    return command.output;
  }
  std::error_code error;  // is told when the file cannot be made
  std::filesystem::create_directory(command.output, error);
  return (std::filesystem::path(command.output) / share_name(share, command.format))
      .string();
}

/// Of a run that is gone on with, the day on which it was begun.
std::optional<Date> day_of(const BatchCommand& command, const std::string& output) {
  if (!command.date.empty() || std::getenv("SOURCE_DATE_EPOCH") != nullptr) {
    return chosen_date(command.date);
  }
  if (!command.shard.empty()) {
    throw Error(Fault::request, "--date",
                "is needed with --shard: tasks that begin on different days would print "
                "different ones");
  }
  const auto begun = unfinished_day_of(output);
  return begun ? parse_date(*begun) : chosen_date("");
}

int exit_code_of(const BatchResult& result, const BatchCommand& command) {
  if (result.is_stopped) {
    return stopped_by == SIGINT ? exit_code::interrupted : exit_code::again;
  }
  if (result.unread > 0) {
    return exit_code::no_input;
  }
  const bool is_in_vain = result.sheets == 0 && command.shard.empty();
  return result.failed > 0 && (command.strict || is_in_vain) ? exit_code::record
                                                             : exit_code::success;
}

void tell_missing(const MergeResult& result) {
  for (const auto& shard : result.missing) {
    say("trialsheet: shard " + std::to_string(shard.index) + " " + shard.reason +
        "; make it again");
  }
}

}  // namespace

int run(const BatchCommand& command) {
  const auto share = share_of(command);
  BatchOptions options;
  options.output = output_of(command, share);
  options.report = command.report;
  options.share = share;
  options.jobs = jobs_of(command);
  options.render = with_own_files(command.options, command.brand);
  options.render.date = day_of(command, options.output);
  options.is_stopped = [] { return stopped_by != 0; };
  SystemClock clock;
  BatchProgressShow shown(clock, !command.quiet);
  options.progress = [&](const BatchProgress& progress) { shown.show(progress); };

  // glibc gives each thread memory of its own and keeps it.
  mallopt(M_ARENA_MAX, options.jobs + 1);
  auto engine = engine_options(command.words, command.font_folders);
  options.own_texts = own_texts(engine.languages);
  std::signal(SIGTERM, stop);
  std::signal(SIGINT, stop);
  const BatchInput input{command.input, [&] { return store_path(command.source); }};
  const auto result = run_batch(Engine(std::move(engine)), input, options);
  if (result.is_stopped) {
    say("trialsheet: stopped before the end; the same command goes on from here");
  } else {
    shown.finish(result, command.output);
  }
  return exit_code_of(result, command);
}

int run(const MergeCommand& command) {
  const auto result = merge_shards({command.folder, command.output, command.report});
  if (!result.missing.empty()) {
    if (!command.quiet) {
      tell_missing(result);
    }
    write_file_whole("-", array_expression(result.missing) + "\n");
    return exit_code::again;
  }
  if (!command.quiet) {
    say("trialsheet: all " + std::to_string(result.shards) +
        " shards are good: " + std::to_string(result.sheets) + " sheets, " +
        std::to_string(result.failed) + " records without one, " +
        std::to_string(result.superseded) + " that gave way to a newer one");
  }
  return exit_code::success;
}

}  // namespace trialsheet
