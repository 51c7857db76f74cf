// One thread reads, others make pages; the shelf has what they have made.

#include "batch/batch.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <exception>
#include <memory>
#include <mutex>
#include <new>
#include <thread>
#include <vector>

#include "base/file.hpp"
#include "base/version.hpp"
#include "batch/disk.hpp"
#include "batch/publish.hpp"
#include "batch/record_queue.hpp"
#include "batch/settings.hpp"
#include "batch/shelf.hpp"

namespace trialsheet {

namespace {

// A page of a thousand studies has 17 MB, the largest record known 10 (RECORD_FACTS).
constexpr std::size_t most_page = std::size_t{32} << 20;
constexpr std::size_t most_record = std::size_t{16} << 20;
// So many that are none are not an input with a few broken records.
constexpr std::size_t most_problems = 1'000'000;

/// Ends the reading: somebody asked for it, or a worker has failed.
struct Ended {};

std::uint16_t warnings_in(const Notes& notes) {
  const auto count = std::count_if(notes.begin(), notes.end(), [](const Note& note) {
    return note.kind == Note::Kind::ignored || note.kind == Note::Kind::replaced;
  });
  return static_cast<std::uint16_t>(std::min<std::ptrdiff_t>(count, 0xffff));
}

MadeSheet facts_of(const Rendered& rendered, const Sha256& record) {
  return {number_of(rendered.nct),
          packed_day(rendered.version),
          record,
          sha256(rendered.pdf),
          static_cast<std::uint32_t>(rendered.pdf.size()),
          static_cast<std::uint16_t>(rendered.pages),
          warnings_in(rendered.notes)};
}

class Run {
 public:
  Run(const Engine& engine, const BatchInput& input, const BatchOptions& options,
      Shelf& shelf)
      : engine_(&engine), input_(&input), options_(&options), shelf_(&shelf) {}

  /// Whether it came to its end.
  bool make_all() {
    std::vector<std::thread> workers;
    for (int i = 0; i < options_->jobs; ++i) {
      workers.emplace_back([this] { work(); });
    }
    read();
    for (auto& worker : workers) {
      worker.join();
    }
    if (failure_) {
      std::rethrow_exception(failure_);
    }
    return !is_ended_;
  }

  BatchProgress progress() const { return {fraction_, made_, taken_, without_}; }

  /// In the order of the input.
  std::vector<RecordProblem> problems() {
    std::sort(problems_.begin(), problems_.end(),
              [](const auto& a, const auto& b) { return a.sequence < b.sequence; });
    return std::move(problems_);
  }

 private:
  void read() {
    ReadingOptions reading;
    reading.most = most_page;
    reading.share = options_->share;
    reading.progress = [this](double fraction) {
      fraction_ = fraction;
      options_->progress(progress());
    };
    try {
      read_batch_input(
          *input_, reading, [this](RecordInFile record) { push(std::move(record)); },
          [this](const Error& error) {
            add_problem(sequence_++, problem_of(error, error.where()));
          });
      require_any();
      queue_.close();
    } catch (const Ended&) {
      queue_.drop();
    } catch (...) {
      fail();
    }
  }

  /// Of a share others may have them all.
  void require_any() const {
    if (sequence_ == 0 && options_->share.is_all()) {
      throw FileError(FileError::Step::read, input_->path,
                      "has no records in it; expected JSON, NDJSON, a zip or a folder of "
                      "these, a store, or a list of NCT numbers");
    }
  }

  void push(RecordInFile record) {
    WaitingRecord waiting{sequence_++, std::move(record.where), std::move(record.json)};
    if (has_to_end() || !queue_.push(std::move(waiting))) {
      throw Ended{};
    }
  }

  bool has_to_end() {
    if (options_->is_stopped()) {
      is_ended_ = true;
    }
    return is_ended_;
  }

  void work() {
    try {
      while (const auto record = queue_.pop()) {
        if (has_to_end()) {
          queue_.drop();
          return;
        }
        make(*record);
      }
    } catch (...) {
      fail();
    }
  }

  /// Nobody can go on: the disk is full, or there is no memory.
  void fail() {
    const std::lock_guard lock(mutex_);
    failure_ = failure_ ? failure_ : std::current_exception();
    is_ended_ = true;
    queue_.drop();
  }

  void make(const WaitingRecord& record) {
    const auto hash = sha256(record.json);
    if (shelf_->take(hash)) {
      ++taken_;
    } else if (const auto sheet = try_render(record)) {
      shelf_->add(facts_of(*sheet, hash), sheet->pdf);
      ++made_;
    }
  }

  std::optional<Rendered> try_render(const WaitingRecord& record) {
    try {
      if (record.json.size() > most_record) {
        throw Error(Fault::record, record.where,
                    "is larger than 16 MiB; the record of one trial is not");
      }
      return engine_->render(record.json, options_->render);
    } catch (const Error& error) {
      add_problem(record.sequence, problem_of(error, record.where));
    } catch (const std::bad_alloc&) {
      throw;
    } catch (const std::exception& bug) {
      add_problem(record.sequence,
                  {0, record.where, "this is a bug: " + std::string(bug.what()),
                   "please report it"});
    }
    return std::nullopt;
  }

  void add_problem(std::uint64_t sequence, RecordProblem problem) {
    const std::lock_guard lock(mutex_);
    problem.sequence = sequence;
    problems_.push_back(std::move(problem));
    ++without_;
    if (problems_.size() > most_problems) {
      throw Error(
          Fault::record, input_->path,
          "has more than a million things that are no records; name another file");
    }
  }

  const Engine* engine_;
  const BatchInput* input_;
  const BatchOptions* options_;
  Shelf* shelf_;
  RecordQueue queue_;
  std::uint64_t sequence_ = 0;  ///< of the reading thread
  double fraction_ = 0;         ///< of the reading thread
  std::atomic<std::uint64_t> made_{0};
  std::atomic<std::uint64_t> taken_{0};
  std::atomic<std::uint64_t> without_{0};
  std::atomic<bool> is_ended_{false};
  std::mutex mutex_;  ///< of the two below
  std::vector<RecordProblem> problems_;
  std::exception_ptr failure_;
};

/// What is there already, if it was made with these settings.
std::optional<Manifest> earlier_of(const OutputPaths& paths, const std::string& settings,
                                   const Share& share) {
  auto manifest = read_manifest(paths.manifest);
  const bool is_same =
      manifest && manifest->head.settings == settings && manifest->head.share == share;
  return is_same ? std::move(manifest) : std::nullopt;
}

/// Nothing to read is told before anything is made.
void require_input(const BatchInput& input) {
  if (input.path != "-" && !is_folder(input.path)) {
    require_readable(input.path);
  }
}

}  // namespace

BatchResult run_batch(const Engine& engine, const BatchInput& input,
                      const BatchOptions& options) {
  require_input(input);
  const auto settings = settings_of(engine, options.render, options.own_texts);
  const auto paths = output_paths(options.output);
  if (!is_archive(options.output)) {
    make_folder(options.output);
  }
  BatchResult result;
  const auto lock = lock_work_folder(paths.work, options.is_stopped);
  if (!lock) {
    result.is_stopped = true;
    return result;
  }
  const auto day = options.render.date ? iso(*options.render.date) : "";
  WorkFolder work(paths.work, {settings, day});
  const auto shelf = open_shelf(paths, work, earlier_of(paths, settings, options.share));
  Run run(engine, input, options, *shelf);
  if (!run.make_all()) {
    result.is_stopped = true;
    result.progress = run.progress();
    return result;
  }
  ManifestHead head;
  head.version = version();
  head.settings = settings;
  head.share = options.share;
  head.input_bytes = size_of_input(input);
  result = publish(paths, options.report, *shelf, work, head, run.problems());
  result.progress = run.progress();
  return result;
}

std::string share_name(const Share& share, const std::string& ending) {
  return fmt::format("shard-{:05}-of-{:05}.{}", share.index, share.count, ending);
}

std::optional<std::string> unfinished_day_of(const std::string& output) {
  return unfinished_day(output_paths(output).work);
}

}  // namespace trialsheet
