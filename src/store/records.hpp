// Records: a trial's record by its number, from the store or the registry. The door for
// all who need a record: render, service, batch.

#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/date.hpp"
#include "store/clock.hpp"
#include "store/registry.hpp"
#include "store/store.hpp"

namespace trialsheet {

/// Whether the registry may be asked. Nothing is fetched that was not asked for.
enum class Ask {
  never,       ///< the store only
  if_missing,  ///< the registry for what the store has not
  if_old,  ///< and for what was last fetched longer ago than RecordsOptions::fresh_for
  always,
};

struct FoundRecord {
  std::string nct;  ///< its own number; another than asked for if that was an alias
  std::string json;
  std::optional<Date> version;  ///< versionHolder: the day of the registry's data
  UnixSeconds fetched = 0;      ///< when the registry last said so; 0: it is from a file
  bool from_store = false;  ///< the bytes were there before; the registry may have been
                            ///< asked and have said that they are the newest
  /// Why the registry, though to be asked, gave no answer; then this is what the store
  /// had. Empty: all is well. One sentence without the number, for the user to be told
  /// beside `version`.
  std::string trouble;
  /// What asking the registry changed in the store; nothing if it was not asked, or the
  /// store is absent or cannot be written.
  std::optional<StoreChange> change;
};

struct RecordsOptions {
  std::chrono::seconds fresh_for{24 * 60 *
                                 60};  ///< the registry's data change once a day
  /// How long a number that the registry does not have is not asked for again.
  std::chrono::seconds absent_for{10 * 60};
  /// After so many calls in a row that the registry left without an answer it is not
  /// asked for so long; callers get that at once.
  int failures = 5;
  std::chrono::seconds rest{30};
};

/// Any number of threads may use one object. Several that ask for one number at the same
/// time make one request and share its answer. A call lasts at most
/// RegistryOptions::patience and is mostly waiting.
class Records {
 public:
  /// Either pointer may be null: no store, or no way to the registry. Both and the clock
  /// must outlive this. What comes from the registry is put into the store if that is
  /// open for writing; if it then cannot be (a full disk), the record is given all the
  /// same, with `trouble`.
  Records(Store* store, Registry* registry, Clock& clock, RecordsOptions options = {});
  ~Records();
  Records(Records&&) noexcept;
  Records& operator=(Records&&) noexcept;

  /// Throws Error{Fault::request} if `nct` is no NCT number (base/nct.hpp finds it in
  /// what a person typed), Error{Fault::absent} if it is nowhere that may be looked,
  /// RegistryError if the registry had to answer and did not, FileError if the store
  /// cannot be read.
  FoundRecord find(std::string_view nct, Ask ask = Ask::never);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace trialsheet
