// fetch: records into the store, from the registry or from files.

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <vector>

#include "base/exit_code.hpp"
#include "base/file.hpp"
#include "base/nct.hpp"
#include "base/text.hpp"
#include "cli/commands.hpp"
#include "cli/progress.hpp"
#include "cli/sources.hpp"
#include "cli/terminal.hpp"
#include "store/record_files.hpp"

namespace trialsheet {

namespace {

// Together in one transaction: enough that its cost no longer counts, few enough bytes.
constexpr std::size_t batch_records = 200;
constexpr std::size_t batch_bytes = std::size_t{8} << 20;
// The registry hands out up to 1000 a page; of 100 one answer stays a few megabytes.
constexpr std::size_t page_size = 100;
// A page may be empty (ctg-oas-v2.yaml); so many in a row are a registry gone wrong.
constexpr int most_empty_pages = 10;

/// What became of the records, counted.
class Account {
 public:
  void add(StoreChange change) { ++changes_[static_cast<std::size_t>(change)]; }
  void add_failure(int code) {
    ++failed_;
    worst_ = std::max(worst_, code);
  }
  /// Something went wrong that cost no record.
  void note_trouble(int code) { worst_ = std::max(worst_, code); }

  int worst() const { return worst_; }
  std::size_t done() const {
    std::size_t sum = failed_;
    for (const auto count : changes_) {
      sum += count;
    }
    return sum;
  }

  /// "3 new, 1 bad"
  std::string text() const {
    // In the order of StoreChange.
    constexpr std::array names = {"new", "updated", "unchanged",
                                  "older than the store's"};
    std::string list;
    for (std::size_t i = 0; i < names.size(); ++i) {
      append(list, changes_[i], names[i]);
    }
    append(list, failed_, "failed");
    return list.empty() ? "nothing" : list;
  }

 private:
  static void append(std::string& list, std::size_t count, const char* name) {
    if (count > 0) {
      list += (list.empty() ? "" : ", ") + std::to_string(count) + " " + name;
    }
  }

  std::array<std::size_t, 4> changes_{};
  std::size_t failed_ = 0;
  int worst_ = exit_code::success;
};

/// One run of the command.
class Fetch {
 public:
  explicit Fetch(const FetchCommand& command)
      : command_(&command),
        store_(open_own_store(command.source)),
        registry_(open_registry(command.source, clock_)),
        progress_(clock_, !command.quiet) {}

  int run() {
    fetch_numbers();
    if (!command_->query.empty()) {
      fetch_query();
    }
    for (const auto& path : command_->from) {
      take_files(path);
    }
    progress_.clear();
    if (!command_->quiet) {
      say("trialsheet: " + account_.text() + "; the store has " +
          std::to_string(store_.count()) + " records");
    }
    return account_.worst();
  }

 private:
  /// A record on its way into the store, and how messages call it.
  struct Waiting {
    std::vector<std::string> names;
    std::vector<Store::Incoming> records;
    std::size_t bytes = 0;
  };

  void fail(const Error& error, const std::string& name = "") {
    progress_.clear();
    account_.add_failure(say_error(error, name));
  }

  void fetch_numbers() {
    Records records(&store_, &registry_, clock_, one_failure_is_enough());
    for (const auto& typed : command_->numbers) {
      try {
        fetch_number(records, typed);
      } catch (const FileError&) {
        throw;  // the store: the next one would fail alike
      } catch (const Error& error) {
        fail(error);
      }
      progress_.show(std::to_string(account_.done()) + " of " +
                     std::to_string(command_->numbers.size()) + " asked for");
    }
  }

  void fetch_number(Records& records, const std::string& typed) {
    const auto nct = find_nct_number(typed);
    if (!nct) {
      throw Error(Fault::request, typed,
                  "is no NCT number; expected \"NCT\" and eight digits");
    }
    const auto found = records.find(*nct, Ask::always);
    if (found.trouble.empty()) {
      account_.add(found.change.value_or(StoreChange::confirmed));
      return;
    }
    throw Error(Fault::upstream, *nct,
                found.trouble + "; the store has its data of " +
                    (found.version ? iso(*found.version) : "an unknown day"));
  }

  void fetch_query() {
    try {
      std::string token;
      std::size_t left = command_->limit;
      int empty_pages = 0;
      do {
        auto page = registry_.page(command_->query, token, std::min(left, page_size));
        tell_total(page);
        empty_pages = page.studies.empty() ? empty_pages + 1 : 0;
        left -= take_page(std::move(page.studies), left);
        token = std::move(page.next);
        require_progress(empty_pages);
      } while (!token.empty() && left > 0);
    } catch (const RegistryError& error) {
      fail(error);
    }
  }

  void require_progress(int empty_pages) const {
    if (empty_pages >= most_empty_pages) {
      throw RegistryError(RegistryError::Kind::unusable,
                          "query \"" + one_line(command_->query) + "\"",
                          "the registry sends empty pages without end; try later");
    }
  }

  void tell_total(const RegistryPage& page) {
    total_ = page.total ? page.total : total_;
    if (page.total && *page.total > command_->limit && !command_->quiet) {
      say("trialsheet: the registry has " + std::to_string(*page.total) +
          " that match; the first " + std::to_string(command_->limit) +
          " are fetched (--limit)");
    }
  }

  /// Puts at most `most` studies of a page into the store; how many these were.
  std::size_t take_page(std::vector<std::string> studies, std::size_t most) {
    studies.resize(std::min(studies.size(), most));
    Waiting page;
    for (auto& study : studies) {
      page.names.push_back("query, study " +
                           std::to_string(account_.done() + page.names.size() + 1));
      page.records.push_back({std::move(study), clock_.now()});
    }
    put(page);
    const auto wanted = std::min(total_.value_or(command_->limit), command_->limit);
    progress_.show(std::to_string(account_.done()) + " of " + std::to_string(wanted) +
                   " fetched");
    return studies.size();
  }

  void take_files(const std::string& path) {
    Waiting waiting;
    try {
      read_record_files(
          path,
          [&](RecordInFile record) {
            waiting.bytes += record.json.size();
            waiting.names.push_back(std::move(record.where));
            waiting.records.push_back({std::move(record.json)});
            if (waiting.records.size() >= batch_records || waiting.bytes >= batch_bytes) {
              put(waiting);
            }
          },
          [&](const Error& error) { fail(error); });
    } catch (const FileError& error) {
      if (has_store_failed_) {
        throw;
      }
      fail(error);
    }
    put(waiting);
  }

  void put(Waiting& waiting) {
    has_store_failed_ = true;  // until it has not
    store_.put_all(
        waiting.records,
        [&](std::size_t, const PutResult& result) { account_.add(result.change); },
        [&](std::size_t i, const Error& error) { fail(error, waiting.names[i]); });
    has_store_failed_ = false;
    waiting = {};
    progress_.show(std::to_string(account_.done()) + " records");
  }

  const FetchCommand* command_;
  SystemClock clock_;
  Store store_;
  Registry registry_;
  Progress progress_;
  Account account_;
  std::optional<std::size_t> total_;  ///< of the query
  bool has_store_failed_ = false;
};

}  // namespace

int run(const FetchCommand& command) {
  return Fetch(command).run();
}

}  // namespace trialsheet
