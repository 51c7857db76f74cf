// SQLite, loaded when the first store is opened (base/loaded_library.hpp).

#pragma once

#include <sqlite3.h>

namespace trialsheet {

/// The functions of SQLite that are used here, by their names without "sqlite3_".
struct SqliteLibrary {
  decltype(&sqlite3_bind_blob64) bind_blob64;
  decltype(&sqlite3_bind_int64) bind_int64;
  decltype(&sqlite3_bind_text64) bind_text64;
  decltype(&sqlite3_busy_timeout) busy_timeout;
  decltype(&sqlite3_clear_bindings) clear_bindings;
  decltype(&sqlite3_close_v2) close_v2;
  decltype(&sqlite3_column_blob) column_blob;
  decltype(&sqlite3_column_bytes) column_bytes;
  decltype(&sqlite3_column_int64) column_int64;
  decltype(&sqlite3_db_config) db_config;
  decltype(&sqlite3_db_readonly) db_readonly;
  decltype(&sqlite3_errmsg) errmsg;
  decltype(&sqlite3_errstr) errstr;
  decltype(&sqlite3_exec) exec;
  decltype(&sqlite3_extended_errcode) extended_errcode;
  decltype(&sqlite3_finalize) finalize;
  decltype(&sqlite3_get_autocommit) get_autocommit;
  decltype(&sqlite3_open_v2) open_v2;
  decltype(&sqlite3_prepare_v3) prepare_v3;
  decltype(&sqlite3_reset) reset;
  decltype(&sqlite3_step) step;
};

/// Loaded once, and kept as long as the process; safe to call from any number of threads.
/// Throws Error{Fault::setup} if the library is not installed.
const SqliteLibrary& sqlite();

}  // namespace trialsheet
