// Sqlite: connections and statements that close themselves; its errors as FileError.

#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/file.hpp"

struct sqlite3;
struct sqlite3_stmt;

namespace trialsheet {

/// One statement, prepared once and used again and again. Not thread-safe.
class SqlStatement {
 public:
  SqlStatement(sqlite3* database, const std::string& path, const char* sql);

  /// Binds the values to ?1, ?2, ... A text or blob must live until done() or reset().
  SqlStatement& with(std::int64_t value);
  SqlStatement& with_text(std::string_view value);
  SqlStatement& with_blob(std::string_view value);

  bool row();    ///< steps; whether there is a row to be read
  void run();    ///< steps to the end, rows not looked at, and is ready to be used again
  void reset();  ///< forgets rows and values

  std::int64_t number(int column) const;
  std::string bytes(int column) const;

 private:
  struct Finalizer {
    void operator()(sqlite3_stmt* statement) const;
  };
  [[noreturn]] void fail() const;

  sqlite3* database_;
  std::string path_;
  std::unique_ptr<sqlite3_stmt, Finalizer> statement_;
  int next_ = 1;
};

/// An open database. Not thread-safe.
class SqlDatabase {
 public:
  enum class Mode {
    read,
    write,
    frozen,  ///< read a file that nobody can write to, so that nothing need be beside it
  };

  /// Opens the file at `path`, which is there. Throws FileError.
  SqlDatabase(const std::string& path, Mode mode);

  SqlStatement prepare(const char* sql) const;
  void run(const char* sql) const;             ///< one or more statements without values
  std::int64_t number(const char* sql) const;  ///< the first column of the first row
  bool is_in_transaction() const;

 private:
  struct Closer {
    void operator()(sqlite3* database) const;
  };

  std::string path_;
  std::unique_ptr<sqlite3, Closer> database_;
};

/// BEGIN IMMEDIATE at the start of a scope, so that what is read is still so when it is
/// written; taken back at its end unless commit() was there before.
class SqlTransaction {
 public:
  explicit SqlTransaction(const SqlDatabase& database);
  ~SqlTransaction();
  SqlTransaction(const SqlTransaction&) = delete;
  SqlTransaction& operator=(const SqlTransaction&) = delete;
  void commit();

 private:
  const SqlDatabase* database_;
};

}  // namespace trialsheet
