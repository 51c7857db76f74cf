// Store: records kept in one SQLite file, by NCT number.
//
// The file tells which illnesses somebody looked up: it is made with mode 0600, and
// nothing here logs a number. Beside it SQLite keeps "-wal" and "-shm" while it is open
// for writing; the three belong together.

#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "base/error.hpp"
#include "store/clock.hpp"

namespace trialsheet {

/// A record as the store has it.
struct StoredRecord {
  std::string nct;              ///< the record's own number
  std::string json;             ///< byte for byte as it was put
  std::optional<Date> version;  ///< versionHolder: the day of the registry's data
  UnixSeconds fetched = 0;      ///< when the registry last said so; 0: it is from a file
  std::string etag;             ///< of the registry's answer; empty: it gave none
};

/// What putting a record changed.
enum class StoreChange {
  added,      ///< its number was not there
  replaced,   ///< the bytes that were there were older, or of the same version and others
  confirmed,  ///< the same bytes; only the time and the ETag are new
  outdated,   ///< not taken: what is there is of a newer version
};

struct PutResult {
  std::string nct;
  std::optional<Date> version;  ///< of the record that was put
  StoreChange change = StoreChange::added;
};

/// Any number of threads may use one Store, and any number of processes one file: each
/// call is one transaction, seen whole or not at all, also after kill -9. (After a power
/// cut the last calls may be missing; the file is good.) A call that meets another
/// process's writing waits up to ten seconds.
///
/// Every function throws FileError if the file cannot be used: no right, no room,
/// damaged, no store of trialsheet, or of a newer version; what() says what would be
/// right.
class Store {
 public:
  enum class Access {
    read,   ///< the file must be there; a read-only file, folder or disk will do
    write,  ///< the file is made if it is not there; its folder is not
  };

  Store(const std::string& path, Access access);
  ~Store();
  Store(Store&&) noexcept;
  Store& operator=(Store&&) noexcept;

  /// Keeps the record of one study, as the ClinicalTrials.gov API v2 gives it. The newer
  /// by versionHolder wins whatever the order of calls; a record without one counts as
  /// the oldest; of the same version the one put last. Throws Error{Fault::record} if it
  /// is not a record that a sheet can be made of. `fetched` and `etag` as above.
  PutResult put(std::string_view json, UnixSeconds fetched, std::string_view etag = {});

  /// The same for each of `records` in one transaction, which is faster: all are kept or,
  /// if this throws FileError, none. What is no record is told to `bad` with its index
  /// and left out; the results of the others are told to `good`.
  struct Incoming {
    std::string json;
    UnixSeconds fetched = 0;
    std::string etag = {};
  };
  void put_all(const std::vector<Incoming>& records,
               const std::function<void(std::size_t, const PutResult&)>& good,
               const std::function<void(std::size_t, const Error&)>& bad);

  /// The registry said at `fetched` that the record of this number, its own, not an
  /// alias, is as it was. Does nothing if there is none.
  void confirm(std::string_view nct, UnixSeconds fetched);

  /// The record of a number, or of the trial that had this number before (nctIdAliases).
  /// Nothing if it is not there, or if `nct` is no NCT number.
  std::optional<StoredRecord> find(std::string_view nct) const;

  std::size_t count() const;

  /// Whether it was opened for writing.
  bool is_writable() const noexcept;

  /// All numbers of one moment, ascending; 600,000 take 20 MB.
  std::vector<std::string> numbers() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace trialsheet
