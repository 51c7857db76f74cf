// The only source that sees SQLite.

#include "store/sqlite.hpp"

#include <filesystem>

#include "store/sqlite_library.hpp"

namespace trialsheet {

namespace {

using Step = FileError::Step;

constexpr int patience_ms = 10'000;  ///< for another process's writing; store.hpp says so

/// What the user can do about an error of SQLite, by its primary code.
struct Advice {
  int code;
  Step step;
  const char* problem;
};
constexpr Advice advices[] = {
    {SQLITE_NOTADB, Step::read, "is no store of trialsheet; name another file"},
    {SQLITE_CORRUPT, Step::read,
     "is damaged; put it away and fetch its records again, or restore a copy"},
    {SQLITE_BUSY, Step::write,
     "is being written to by another program; try again when that has ended"},
    {SQLITE_LOCKED, Step::write,
     "is being written to by another program; try again when that has ended"},
    {SQLITE_FULL, Step::write, "cannot be written: no room; make room and try again"},
    {SQLITE_READONLY, Step::create,
     "cannot be written; choose a place that you have the right to use"},
    {SQLITE_PERM, Step::create,
     "cannot be used; choose a place that you have the right to use"},
    {SQLITE_AUTH, Step::create,
     "cannot be used; choose a place that you have the right to use"},
    {SQLITE_CANTOPEN, Step::read, "cannot be opened; check the path and its rights"},
};

[[noreturn]] void fail_with(const std::string& path, int code, const char* said) {
  if ((code & 0xFF) == SQLITE_NOMEM) {
    throw std::bad_alloc();
  }
  for (const auto& advice : advices) {
    if (advice.code == (code & 0xFF)) {
      throw FileError(advice.step, path, advice.problem);
    }
  }
  throw FileError(Step::write, path, "cannot be used: " + std::string(said));
}

/// The path as SQLite takes it: never one of its special names, and never an address
/// unless we mean one.
std::string name_of(const std::string& path, SqlDatabase::Mode mode) {
  const std::string absolute = std::filesystem::absolute(path).string();
  if (mode != SqlDatabase::Mode::frozen) {
    return absolute;
  }
  std::string uri = "file:";
  for (const char c : absolute) {  // RFC 3986: what would end a path
    uri += c == '%' ? "%25" : c == '?' ? "%3f" : c == '#' ? "%23" : std::string(1, c);
  }
  return uri + "?immutable=1";
}

int flags_of(SqlDatabase::Mode mode) {
  switch (mode) {
    case SqlDatabase::Mode::read:
      return SQLITE_OPEN_READONLY;
    case SqlDatabase::Mode::write:
      return SQLITE_OPEN_READWRITE;
    case SqlDatabase::Mode::frozen:
      return SQLITE_OPEN_READONLY | SQLITE_OPEN_URI;
  }
  return 0;
}

/// A file from elsewhere may not make us do more than read and write rows.
void distrust(sqlite3* database) {
  sqlite().db_config(database, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  sqlite().db_config(database, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
  sqlite().db_config(database, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, nullptr);
  sqlite().db_config(database, SQLITE_DBCONFIG_ENABLE_VIEW, 0, nullptr);
}

}  // namespace

void SqlStatement::Finalizer::operator()(sqlite3_stmt* statement) const {
  sqlite().finalize(statement);
}

SqlStatement::SqlStatement(sqlite3* database, const std::string& path, const char* sql)
    : database_(database), path_(path) {
  sqlite3_stmt* statement = nullptr;
  const int code = sqlite().prepare_v3(database, sql, -1, SQLITE_PREPARE_PERSISTENT,
                                       &statement, nullptr);
  statement_.reset(statement);
  if (code != SQLITE_OK) {
    fail();
  }
}

void SqlStatement::fail() const {
  fail_with(path_, sqlite().extended_errcode(database_), sqlite().errmsg(database_));
}

SqlStatement& SqlStatement::with(std::int64_t value) {
  sqlite().bind_int64(statement_.get(), next_++, value);
  return *this;
}

SqlStatement& SqlStatement::with_text(std::string_view value) {
  sqlite().bind_text64(statement_.get(), next_++, value.data() ? value.data() : "",
                       value.size(), SQLITE_STATIC, SQLITE_UTF8);
  return *this;
}

SqlStatement& SqlStatement::with_blob(std::string_view value) {
  sqlite().bind_blob64(statement_.get(), next_++, value.data(), value.size(),
                       SQLITE_STATIC);
  return *this;
}

bool SqlStatement::row() {
  const int code = sqlite().step(statement_.get());
  if (code == SQLITE_ROW) {
    return true;
  }
  if (code != SQLITE_DONE) {
    // Read before the reset, which may change what the connection says.
    const int extended = sqlite().extended_errcode(database_);
    const std::string said = sqlite().errmsg(database_);
    reset();
    fail_with(path_, extended, said.c_str());
  }
  return false;
}

void SqlStatement::run() {
  while (row()) {
  }
  reset();
}

void SqlStatement::reset() {
  sqlite().reset(statement_.get());
  sqlite().clear_bindings(statement_.get());
  next_ = 1;
}

std::int64_t SqlStatement::number(int column) const {
  return sqlite().column_int64(statement_.get(), column);
}

std::string SqlStatement::bytes(int column) const {
  const void* data = sqlite().column_blob(statement_.get(), column);
  const int size = sqlite().column_bytes(statement_.get(), column);
  return data
             ? std::string(static_cast<const char*>(data), static_cast<std::size_t>(size))
             : std::string();
}

void SqlDatabase::Closer::operator()(sqlite3* database) const {
  sqlite().close_v2(database);
}

SqlDatabase::SqlDatabase(const std::string& path, Mode mode) : path_(path) {
  sqlite3* database = nullptr;
  const int code = sqlite().open_v2(name_of(path, mode).c_str(), &database,
                                    flags_of(mode) | SQLITE_OPEN_NOMUTEX, nullptr);
  database_.reset(database);
  if (code != SQLITE_OK) {
    fail_with(path_, code, sqlite().errstr(code));
  }
  if (mode == Mode::write && sqlite().db_readonly(database, "main") == 1) {
    fail_with(path_, SQLITE_READONLY, "");
  }
  sqlite().busy_timeout(database, patience_ms);
  distrust(database);
}

SqlStatement SqlDatabase::prepare(const char* sql) const {
  return SqlStatement(database_.get(), path_, sql);
}

void SqlDatabase::run(const char* sql) const {
  const int code = sqlite().exec(database_.get(), sql, nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) {
    fail_with(path_, code, sqlite().errmsg(database_.get()));
  }
}

std::int64_t SqlDatabase::number(const char* sql) const {
  SqlStatement statement = prepare(sql);
  return statement.row() ? statement.number(0) : 0;
}

bool SqlDatabase::is_in_transaction() const {
  return sqlite().get_autocommit(database_.get()) == 0;
}

SqlTransaction::SqlTransaction(const SqlDatabase& database) : database_(&database) {
  database.run("BEGIN IMMEDIATE");
}

SqlTransaction::~SqlTransaction() {
  if (!database_->is_in_transaction()) {
    return;  // committed, or SQLite itself took it back
  }
  try {
    database_->run("ROLLBACK");
  } catch (const Error&) {  // closing the file does the same
  }
}

void SqlTransaction::commit() {
  database_->run("COMMIT");
}

}  // namespace trialsheet
