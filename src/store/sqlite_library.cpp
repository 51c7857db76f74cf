// Finds SQLite's functions by name. What the library is called, the build tells.

#include "store/sqlite_library.hpp"

#include "base/loaded_library.hpp"

namespace trialsheet {

namespace {

SqliteLibrary load() {
  const LoadedLibrary library(
      TRIALSHEET_SQLITE,
      "no store can be used without it; install the package libsqlite3-0");
  SqliteLibrary sqlite{};
  library.find("sqlite3_bind_blob64", sqlite.bind_blob64);
  library.find("sqlite3_bind_int64", sqlite.bind_int64);
  library.find("sqlite3_bind_text64", sqlite.bind_text64);
  library.find("sqlite3_busy_timeout", sqlite.busy_timeout);
  library.find("sqlite3_clear_bindings", sqlite.clear_bindings);
  library.find("sqlite3_close_v2", sqlite.close_v2);
  library.find("sqlite3_column_blob", sqlite.column_blob);
  library.find("sqlite3_column_bytes", sqlite.column_bytes);
  library.find("sqlite3_column_int64", sqlite.column_int64);
  library.find("sqlite3_db_config", sqlite.db_config);
  library.find("sqlite3_db_readonly", sqlite.db_readonly);
  library.find("sqlite3_errmsg", sqlite.errmsg);
  library.find("sqlite3_errstr", sqlite.errstr);
  library.find("sqlite3_exec", sqlite.exec);
  library.find("sqlite3_extended_errcode", sqlite.extended_errcode);
  library.find("sqlite3_finalize", sqlite.finalize);
  library.find("sqlite3_get_autocommit", sqlite.get_autocommit);
  library.find("sqlite3_open_v2", sqlite.open_v2);
  library.find("sqlite3_prepare_v3", sqlite.prepare_v3);
  library.find("sqlite3_reset", sqlite.reset);
  library.find("sqlite3_step", sqlite.step);
  return sqlite;
}

}  // namespace

const SqliteLibrary& sqlite() {
  static const SqliteLibrary library = load();
  return library;
}

}  // namespace trialsheet
