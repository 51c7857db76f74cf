// Keeps records in two tables: by number, and what numbers they had before.

#include "store/store.hpp"

#include <charconv>
#include <filesystem>
#include <mutex>
#include <utility>

#include "base/file.hpp"
#include "base/nct.hpp"
#include "store/identity.hpp"
#include "store/packing.hpp"
#include "store/schema.hpp"
#include "store/sqlite.hpp"

namespace trialsheet {

namespace {

std::int64_t digits_of(std::string_view nct) {
  std::int64_t number = 0;
  std::from_chars(nct.data() + 3, nct.data() + nct.size(), number);
  return number;
}

std::string nct_of(std::int64_t number) {
  const std::string digits = std::to_string(number);
  return "NCT" + std::string(8 - std::min<std::size_t>(digits.size(), 8), '0') + digits;
}

std::string text_of(const std::optional<Date>& version) {
  return version ? iso(*version) : std::string();
}

/// A record made ready outside of the lock.
struct Prepared {
  Identity identity;
  std::size_t size;
  std::string packed_json;
  UnixSeconds fetched;
  std::string etag;
};

Prepared prepare(std::string_view json, UnixSeconds fetched, std::string_view etag) {
  return {identify(json), json.size(), packed(json), fetched, std::string(etag)};
}

}  // namespace

struct Store::Impl {
  Impl(const std::string& file, Access access)
      : path(file),
        is_writable(access == Access::write),
        database(open_store(file, is_writable)) {}

  StoreChange change_by(const Prepared& record);
  StoreChange put(const Prepared& record);
  void write(const Prepared& record);
  void write_aliases(const Identity& identity);
  std::int64_t current_number(std::int64_t number);

  std::string path;
  bool is_writable;
  SqlDatabase database;
  std::mutex mutex;  ///< of the connection and its statements

  SqlStatement select = database.prepare(
      "SELECT version, fetched, etag, size, packed FROM record WHERE number = ?1");
  SqlStatement select_alias =
      database.prepare("SELECT current FROM alias WHERE number = ?1");
  SqlStatement insert =
      database.prepare("INSERT OR REPLACE INTO record VALUES (?1, ?2, ?3, ?4, ?5, ?6)");
  SqlStatement insert_alias =
      database.prepare("INSERT OR REPLACE INTO alias VALUES (?1, ?2)");
  SqlStatement refresh = database.prepare(
      "UPDATE record SET fetched = max(fetched, ?2), "
      "etag = CASE WHEN ?3 = '' THEN etag ELSE ?3 END WHERE number = ?1");
};

/// What putting the record is going to change.
StoreChange Store::Impl::change_by(const Prepared& record) {
  select.with(digits_of(record.identity.nct));
  if (!select.row()) {
    select.reset();
    return StoreChange::added;
  }
  const std::string version = select.bytes(0);
  const bool is_same = select.bytes(4) == record.packed_json;
  select.reset();
  const std::string new_version = text_of(record.identity.version);
  if (new_version < version) {  // ISO dates, and "" before all of them
    return StoreChange::outdated;
  }
  return is_same ? StoreChange::confirmed : StoreChange::replaced;
}

void Store::Impl::write(const Prepared& record) {
  const std::string version = text_of(record.identity.version);
  insert.with(digits_of(record.identity.nct))
      .with_text(version)
      .with(record.fetched)
      .with_text(record.etag)
      .with(static_cast<std::int64_t>(record.size))
      .with_blob(record.packed_json)
      .run();
  write_aliases(record.identity);
}

void Store::Impl::write_aliases(const Identity& identity) {
  for (const auto& alias : identity.aliases) {
    insert_alias.with(digits_of(alias)).with(digits_of(identity.nct)).run();
  }
}

StoreChange Store::Impl::put(const Prepared& record) {
  const StoreChange change = change_by(record);
  if (change == StoreChange::confirmed) {
    refresh.with(digits_of(record.identity.nct))
        .with(record.fetched)
        .with_text(record.etag)
        .run();
  } else if (change != StoreChange::outdated) {
    write(record);
  }
  return change;
}

/// The number that a trial has now, if `number` is one that it had before.
std::int64_t Store::Impl::current_number(std::int64_t number) {
  select_alias.with(number);
  const std::int64_t current = select_alias.row() ? select_alias.number(0) : number;
  select_alias.reset();
  return current;
}

Store::Store(const std::string& path, Access access)
    : impl_(std::make_unique<Impl>(path, access)) {}
Store::~Store() = default;
Store::Store(Store&&) noexcept = default;
Store& Store::operator=(Store&&) noexcept = default;

PutResult Store::put(std::string_view json, UnixSeconds fetched, std::string_view etag) {
  const Prepared record = prepare(json, fetched, etag);
  const std::lock_guard lock(impl_->mutex);
  SqlTransaction transaction(impl_->database);
  const StoreChange change = impl_->put(record);
  transaction.commit();
  return {record.identity.nct, record.identity.version, change};
}

void Store::put_all(const std::vector<Incoming>& records,
                    const std::function<void(std::size_t, const PutResult&)>& good,
                    const std::function<void(std::size_t, const Error&)>& bad) {
  std::vector<std::pair<std::size_t, Prepared>> prepared;
  for (std::size_t i = 0; i < records.size(); ++i) {
    try {
      prepared.emplace_back(
          i, prepare(records[i].json, records[i].fetched, records[i].etag));
    } catch (const Error& error) {
      bad(i, error);
    }
  }
  std::vector<std::pair<std::size_t, PutResult>> results;
  {
    const std::lock_guard lock(impl_->mutex);
    SqlTransaction transaction(impl_->database);
    for (const auto& [i, record] : prepared) {
      results.emplace_back(
          i, PutResult{record.identity.nct, record.identity.version, impl_->put(record)});
    }
    transaction.commit();
  }
  for (const auto& [i, result] : results) {
    good(i, result);
  }
}

void Store::confirm(std::string_view nct, UnixSeconds fetched) {
  if (!is_nct_number(nct)) {
    return;
  }
  const std::lock_guard lock(impl_->mutex);
  impl_->refresh.with(digits_of(nct)).with(fetched).with_text("").run();
}

std::optional<StoredRecord> Store::find(std::string_view nct) const {
  if (!is_nct_number(nct)) {
    return std::nullopt;
  }
  StoredRecord record;
  std::string data;
  std::int64_t size = 0;
  {
    const std::lock_guard lock(impl_->mutex);
    SqlStatement& select = impl_->select;
    std::int64_t number = digits_of(nct);
    bool is_there = select.with(number).row();
    if (!is_there) {
      select.reset();
      number = impl_->current_number(number);
      is_there = select.with(number).row();
    }
    if (is_there) {
      record = {nct_of(number),
                {},
                parse_date(select.bytes(0)),
                select.number(1),
                select.bytes(2)};
      size = select.number(3);
      data = select.bytes(4);
    }
    select.reset();
    if (!is_there) {
      return std::nullopt;
    }
  }
  auto json = size >= 0 && size <= static_cast<std::int64_t>(largest_file)
                  ? unpacked(data, static_cast<std::size_t>(size))
                  : std::nullopt;
  if (!json) {
    throw damaged_store(impl_->path);
  }
  record.json = std::move(*json);
  return record;
}

std::size_t Store::count() const {
  const std::lock_guard lock(impl_->mutex);
  return static_cast<std::size_t>(impl_->database.number("SELECT count(*) FROM record"));
}

bool Store::is_writable() const noexcept {
  return impl_->is_writable;
}

std::vector<std::string> Store::numbers() const {
  const std::lock_guard lock(impl_->mutex);
  std::vector<std::string> numbers;
  SqlStatement all = impl_->database.prepare("SELECT number FROM record ORDER BY number");
  while (all.row()) {
    numbers.push_back(nct_of(all.number(0)));
  }
  return numbers;
}

}  // namespace trialsheet
