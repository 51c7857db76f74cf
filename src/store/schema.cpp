// Makes and recognizes stores by the two numbers that SQLite keeps for this in the header
// of a file: application_id and user_version.

#include "store/schema.hpp"

#include <filesystem>
#include <system_error>

namespace trialsheet {

namespace {

using Mode = SqlDatabase::Mode;
using Step = FileError::Step;

// Ours: "TrSh". Changed tables get the next version, and this source the way to them.
constexpr std::int64_t application = 0x54725368;
constexpr std::int64_t newest_version = 1;

// The number is the digits of the NCT number, so that a record is one look-up away. What
// is long comes last: the columns before it are read without it.
constexpr const char* make_tables = R"(
CREATE TABLE record (
  number INTEGER PRIMARY KEY,
  version TEXT NOT NULL,
  fetched INTEGER NOT NULL,
  etag TEXT NOT NULL,
  size INTEGER NOT NULL,
  packed BLOB NOT NULL
) STRICT;
CREATE TABLE alias (
  number INTEGER PRIMARY KEY,
  current INTEGER NOT NULL
) STRICT;
PRAGMA application_id = 0x54725368;
PRAGMA user_version = 1;
)";

// WAL: readers and a writer do not wait for each other. Its log is forced to disk when it
// is taken over, not at each commit: what a power cut takes can be fetched again.
constexpr const char* settings = R"(
PRAGMA journal_mode = WAL;
PRAGMA synchronous = NORMAL;
)";

bool is_blank(const SqlDatabase& database) {
  return database.number("PRAGMA application_id") == 0 &&
         database.number("PRAGMA user_version") == 0 &&
         database.number("SELECT count(*) FROM sqlite_schema") == 0;
}

/// Two processes may come here at once: the second finds the work done.
void make(const SqlDatabase& database) {
  SqlTransaction transaction(database);
  if (is_blank(database)) {
    database.run(make_tables);
  }
  transaction.commit();
}

void require_ours(const SqlDatabase& database, const std::string& path) {
  if (database.number("PRAGMA application_id") != application) {
    throw FileError(Step::read, path, "is no store of trialsheet; name another file");
  }
  if (database.number("PRAGMA user_version") > newest_version) {
    throw FileError(Step::read, path,
                    "was made by a newer version of trialsheet; use that one, or name "
                    "another file");
  }
}

SqlDatabase open_to_write(const std::string& path) {
  make_private_file(path);
  SqlDatabase database(path, Mode::write);
  if (is_blank(database)) {
    make(database);
  }
  require_ours(database, path);
  database.run(settings);
  return database;
}

SqlDatabase open_to_read(const std::string& path, Mode mode) {
  SqlDatabase database(path, mode);
  require_ours(database, path);
  return database;
}

bool has_log(const std::string& path) {
  std::error_code error;
  const auto size = std::filesystem::file_size(path + "-wal", error);
  return !error && size > 0;
}

}  // namespace

FileError damaged_store(const std::string& path) {
  return FileError(Step::read, path,
                   "is damaged; put it away and fetch its records again, or restore a "
                   "copy");
}

SqlDatabase open_store(const std::string& path, bool for_writing) {
  if (for_writing) {
    return open_to_write(path);
  }
  require_readable(path);
  try {
    return open_to_read(path, Mode::read);
  } catch (const FileError& error) {
    // SQLite wants to put its "-shm" beside the file. Where it may not, and no log is
    // there either, all is in the file itself, and no program with our rights writes to
    // it.
    if (error.step() == Step::write || has_log(path)) {
      throw;
    }
    return open_to_read(path, Mode::frozen);
  }
}

}  // namespace trialsheet
