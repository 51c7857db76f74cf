// Finds records: the store first, then the registry if it may be asked, once for all who
// want the same.

#include "store/records.hpp"

#include <algorithm>
#include <functional>
#include <future>
#include <map>
#include <mutex>
#include <typeinfo>
#include <utility>
#include <variant>

#include "base/file.hpp"
#include "base/nct.hpp"
#include "store/identity.hpp"

namespace trialsheet {

namespace {

using std::chrono::milliseconds;

// More numbers that the registry does not have are somebody trying them all.
constexpr std::size_t most_absent = 10'000;

/// What an error says, without the number that it begins with.
std::string problem_of(const Error& error) {
  const std::string what = error.what();
  return what.substr(std::min(what.size(), error.where().size() + 2));
}

FoundRecord found(StoredRecord record) {
  return {.nct = std::move(record.nct),
          .json = std::move(record.json),
          .version = record.version,
          .fetched = record.fetched,
          .from_store = true,
          .trouble = {},
          .change = {}};
}

/// What became of asking the registry, for all who wait: each throws an error of its own.
using Outcome = std::variant<FoundRecord, RegistryError, Error>;

FoundRecord record_of(const Outcome& outcome) {
  if (const auto* of_registry = std::get_if<RegistryError>(&outcome)) {
    throw RegistryError(*of_registry);
  }
  if (const auto* error = std::get_if<Error>(&outcome)) {
    throw Error(*error);
  }
  return std::get<FoundRecord>(outcome);
}

}  // namespace

struct Records::Impl {
  bool has_to_ask(const std::optional<StoredRecord>& stored, Ask ask) const;
  std::optional<StoredRecord> stored_of(const std::string& nct) const;
  FoundRecord ask_once(const std::string& nct, Ask ask);
  FoundRecord lead(const std::string& nct, Ask ask);
  FoundRecord ask_registry(const std::string& nct, std::optional<StoredRecord> stored);
  FoundRecord taken_over(RegistryAnswer answer, std::optional<StoredRecord> stored);
  void keep(FoundRecord& record, const std::function<StoreChange(Store&)>& change);
  RegistryAnswer answer_of_registry(const std::string& nct, const std::string& etag);
  void require_hope(const std::string& nct);
  void note_absent(const std::string& nct);
  void note_failure();
  void note_success();

  Store* store;
  Registry* registry;
  Clock* clock;
  RecordsOptions options;

  std::mutex mutex;  ///< of what follows
  std::map<std::string, std::shared_future<Outcome>> under_way;
  std::map<std::string, milliseconds> absent_until;  ///< in Clock::running()
  int failures = 0;
  milliseconds rests_until{0};
};

bool Records::Impl::has_to_ask(const std::optional<StoredRecord>& stored, Ask ask) const {
  if (!registry || ask == Ask::never) {
    return false;
  }
  if (!stored || ask == Ask::always) {
    return true;
  }
  return ask == Ask::if_old && clock->now() - stored->fetched > options.fresh_for.count();
}

std::optional<StoredRecord> Records::Impl::stored_of(const std::string& nct) const {
  return store ? store->find(nct) : std::nullopt;
}

/// Throws what the registry would most likely answer, if that is known.
void Records::Impl::require_hope(const std::string& nct) {
  const std::lock_guard lock(mutex);
  const auto now = clock->running();
  const auto absent = absent_until.find(nct);
  if (absent != absent_until.end() && now < absent->second) {
    throw Error(Fault::absent, nct,
                "the registry has no trial of this number; check the number");
  }
  if (failures >= options.failures && now < rests_until) {
    throw RegistryError(RegistryError::Kind::unreachable, nct,
                        "the registry could not be reached a moment ago; try later");
  }
}

void Records::Impl::note_absent(const std::string& nct) {
  const std::lock_guard lock(mutex);
  failures = 0;
  if (absent_until.size() >= most_absent) {
    absent_until.clear();
  }
  absent_until[nct] = clock->running() + options.absent_for;
}

void Records::Impl::note_failure() {
  const std::lock_guard lock(mutex);
  ++failures;
  rests_until = clock->running() + options.rest;
}

void Records::Impl::note_success() {
  const std::lock_guard lock(mutex);
  failures = 0;
}

RegistryAnswer Records::Impl::answer_of_registry(const std::string& nct,
                                                 const std::string& etag) {
  require_hope(nct);
  try {
    RegistryAnswer answer = registry->study(nct, etag);
    note_success();
    return answer;
  } catch (const RegistryError& error) {
    if (error.kind() == RegistryError::Kind::unreachable) {
      note_failure();
    }
    throw;
  } catch (const Error& error) {
    if (error.fault() == Fault::absent) {
      note_absent(nct);
    }
    throw;
  }
}

/// Changes the store, if there is one to be written to; a record that cannot be kept is
/// given all the same.
void Records::Impl::keep(FoundRecord& record,
                         const std::function<StoreChange(Store&)>& change) {
  if (!store || !store->is_writable()) {
    return;
  }
  try {
    record.change = change(*store);
  } catch (const FileError& error) {
    record.trouble = "it could not be kept: " + std::string(error.what());
  }
}

FoundRecord Records::Impl::taken_over(RegistryAnswer answer,
                                      std::optional<StoredRecord> stored) {
  const UnixSeconds now = clock->now();
  if (answer.is_unchanged) {
    FoundRecord record = found(std::move(*stored));
    record.fetched = std::max(record.fetched, now);
    keep(record, [&](Store& to) {
      to.confirm(record.nct, now);
      return StoreChange::confirmed;
    });
    return record;
  }
  Identity identity = identify(answer.json);
  FoundRecord record{.nct = std::move(identity.nct),
                     .json = std::move(answer.json),
                     .version = identity.version,
                     .fetched = now,
                     .from_store = false,
                     .trouble = {},
                     .change = {}};
  keep(record, [&](Store& to) {
    return to.put(record.json, record.fetched, answer.etag).change;
  });
  if (record.change == StoreChange::outdated) {
    // The store knows better: it was filled from a newer source.
    if (auto newer = store->find(record.nct)) {
      record = found(std::move(*newer));
      record.change = StoreChange::outdated;
    }
  }
  return record;
}

/// The registry's answer, or what the store had with the reason why there is none.
FoundRecord Records::Impl::ask_registry(const std::string& nct,
                                        std::optional<StoredRecord> stored) {
  try {
    auto answer = answer_of_registry(nct, stored ? stored->etag : "");
    return taken_over(std::move(answer), std::move(stored));
  } catch (const FileError&) {
    throw;
  } catch (const Error& error) {
    if (!stored) {
      throw;
    }
    FoundRecord record = found(std::move(*stored));
    record.trouble = problem_of(error);
    return record;
  }
}

/// Asks, unless somebody else has done so since the caller looked into the store.
FoundRecord Records::Impl::lead(const std::string& nct, Ask ask) {
  auto stored = stored_of(nct);
  return has_to_ask(stored, ask) ? ask_registry(nct, std::move(stored))
                                 : found(std::move(*stored));
}

/// Asks, or waits for the answer to somebody else who does already.
FoundRecord Records::Impl::ask_once(const std::string& nct, Ask ask) {
  std::promise<Outcome> promise;
  {
    std::unique_lock lock(mutex);
    const auto other = under_way.find(nct);
    if (other != under_way.end()) {
      const auto answer = other->second;
      lock.unlock();
      return record_of(answer.get());
    }
    under_way.emplace(nct, promise.get_future().share());
  }
  try {
    promise.set_value(lead(nct, ask));
  } catch (const RegistryError& error) {
    promise.set_value(error);
  } catch (const Error& error) {
    if (typeid(error) == typeid(Error)) {
      promise.set_value(error);
    } else {  // a copy would be less than it is
      promise.set_exception(std::current_exception());
    }
  } catch (...) {
    promise.set_exception(std::current_exception());
  }
  std::shared_future<Outcome> answer;
  {
    const std::lock_guard lock(mutex);
    answer = std::move(under_way.extract(nct).mapped());
  }
  return record_of(answer.get());
}

Records::Records(Store* store, Registry* registry, Clock& clock, RecordsOptions options)
    : impl_(new Impl{store, registry, &clock, options, {}, {}, {}, 0, milliseconds(0)}) {}
Records::~Records() = default;
Records::Records(Records&&) noexcept = default;
Records& Records::operator=(Records&&) noexcept = default;

FoundRecord Records::find(std::string_view nct, Ask ask) {
  const std::string number(nct);
  if (!is_nct_number(nct)) {
    throw Error(Fault::request, number.substr(0, 40),
                "is no NCT number; expected \"NCT\" and eight digits");
  }
  auto stored = impl_->stored_of(number);
  if (impl_->has_to_ask(stored, ask)) {
    return impl_->ask_once(number, ask);
  }
  if (!stored) {
    throw Error(Fault::absent, number, "is not in the store");
  }
  return found(std::move(*stored));
}

}  // namespace trialsheet
