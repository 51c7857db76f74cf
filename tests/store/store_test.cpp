// What the store promises: newer wins, nothing half-written, and clear words about files
// that are no stores.

#include "store/store.hpp"

#include <sys/stat.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <thread>

#include "base/file.hpp"
#include "files.hpp"
#include "store/invented.hpp"

using namespace trialsheet;
using Access = Store::Access;

namespace {

/// What opening the file says.
std::string complaint(const std::string& path, Access access) {
  try {
    Store(path, access).count();
    return "";
  } catch (const FileError& error) {
    return std::string(error.what()).substr(path.size());
  }
}

void write_text(const std::string& path, std::string_view text) {
  std::ofstream(path, std::ios::binary) << text;
}

mode_t mode_of(const std::string& path) {
  struct stat status {};
  REQUIRE(::stat(path.c_str(), &status) == 0);
  return status.st_mode & 07777;
}

}  // namespace

TEST_CASE("a record comes out of the store as it went in") {
  const Scratch scratch;
  const std::string json = invented_record("NCT90000001", "2026-07-14");
  {
    Store store(scratch / "records.db", Access::write);
    CHECK(store.count() == 0);
    const PutResult put = store.put(json, 1'784'000'000, "\"abc\"");
    CHECK(put.nct == "NCT90000001");
    CHECK(put.version == Date{2026, 7, 14});
    CHECK(put.change == StoreChange::added);
  }
  for (const Access access : {Access::read, Access::write}) {
    const Store store(scratch / "records.db", access);
    const auto found = store.find("NCT90000001");
    REQUIRE(found);
    CHECK(found->nct == "NCT90000001");
    CHECK(found->json == json);
    CHECK(found->version == Date{2026, 7, 14});
    CHECK(found->fetched == 1'784'000'000);
    CHECK(found->etag == "\"abc\"");
    CHECK(store.count() == 1);
    CHECK(store.numbers() == std::vector<std::string>{"NCT90000001"});
    CHECK_FALSE(store.find("NCT90000002"));
    CHECK_FALSE(store.find("NCT9000000"));
    CHECK_FALSE(store.find("' OR 1 = 1 --"));
  }
}

TEST_CASE("the newer record wins, whatever comes first") {
  const Scratch scratch;
  Store store(scratch / "records.db", Access::write);
  const std::string old = invented_record("NCT90000001", "2026-07-13", "Old");
  const std::string newer = invented_record("NCT90000001", "2026-07-14", "New");
  const std::string undated = invented_record("NCT90000001", "", "Undated");

  CHECK(store.put(undated, 10).change == StoreChange::added);
  CHECK(store.put(old, 20, "\"old\"").change == StoreChange::replaced);
  CHECK(store.put(newer, 30, "\"new\"").change == StoreChange::replaced);
  CHECK(store.put(old, 40, "\"old\"").change == StoreChange::outdated);
  CHECK(store.put(undated, 50).change == StoreChange::outdated);
  const auto found = store.find("NCT90000001");
  CHECK(found->json == newer);
  CHECK(found->fetched == 30);
  CHECK(found->etag == "\"new\"");
}

TEST_CASE("the same record again changes its time alone") {
  const Scratch scratch;
  Store store(scratch / "records.db", Access::write);
  const std::string json = invented_record("NCT90000001", "2026-07-14");
  store.put(json, 10, "\"abc\"");
  CHECK(store.put(json, 30).change == StoreChange::confirmed);
  CHECK(store.put(json, 20).change == StoreChange::confirmed);
  auto found = store.find("NCT90000001");
  CHECK(found->fetched == 30);
  CHECK(found->etag == "\"abc\"");
  store.confirm("NCT90000001", 40);
  store.confirm("NCT90000002", 40);
  CHECK(store.find("NCT90000001")->fetched == 40);

  const std::string corrected = invented_record("NCT90000001", "2026-07-14", "Corrected");
  CHECK(store.put(corrected, 50).change == StoreChange::replaced);
  found = store.find("NCT90000001");
  CHECK(found->json == corrected);
  CHECK(found->etag.empty());  // it belonged to the other bytes
}

TEST_CASE("a trial is found by a number that it had before") {
  const Scratch scratch;
  Store store(scratch / "records.db", Access::write);
  store.put(invented_record("NCT90000002", "2026-07-14", "T", {"NCT90000001", "x"}), 10);
  CHECK(store.find("NCT90000001")->nct == "NCT90000002");
  CHECK(store.count() == 1);
  // A record of its own comes before that.
  store.put(invented_record("NCT90000001", "2026-07-14"), 10);
  CHECK(store.find("NCT90000001")->nct == "NCT90000001");
}

TEST_CASE("what no sheet can be made of is not kept") {
  const Scratch scratch;
  Store store(scratch / "records.db", Access::write);
  for (const std::string& bad :
       {std::string(), std::string("{}"), std::string("<html>"),
        invented_record("NCT9000001", "2026-07-14"),
        invented_record("NCT90000001", "2026-07-14").substr(0, 100)}) {
    CHECK_THROWS_AS(store.put(bad, 10), Error);
  }
  CHECK(store.count() == 0);
}

TEST_CASE("of many records at once the good are kept and the bad named") {
  const Scratch scratch;
  Store store(scratch / "records.db", Access::write);
  std::vector<std::size_t> good;
  std::vector<std::size_t> bad;
  store.put_all(
      {{invented_record("NCT90000003", "2026-07-14"), 10},
       {"{", 10},
       {invented_record("NCT90000001", "2026-07-14"), 10},
       {invented_record("NCT90000003", "2026-07-13"), 10}},
      [&](std::size_t i, const PutResult& put) {
        good.push_back(i);
        CHECK((put.change == StoreChange::outdated) == (i == 3));
      },
      [&](std::size_t i, const Error&) { bad.push_back(i); });
  CHECK(good == std::vector<std::size_t>{0, 2, 3});
  CHECK(bad == std::vector<std::size_t>{1});
  CHECK(store.numbers() == std::vector<std::string>{"NCT90000001", "NCT90000003"});
}

TEST_CASE("only its owner may read a new store; an old one keeps its mode") {
  const Scratch scratch;
  const std::string path = scratch / "records.db";
  const mode_t before = ::umask(0);
  {
    Store store(path, Access::write);
    store.put(invented_record("NCT90000001", "2026-07-14"), 10);
    CHECK(mode_of(path) == 0600);
    CHECK(mode_of(path + "-wal") == 0600);
  }
  ::umask(before);
  ::chmod(path.c_str(), 0640);
  Store(path, Access::write).put(invented_record("NCT90000002", "2026-07-14"), 10);
  CHECK(mode_of(path) == 0640);
  CHECK_FALSE(std::filesystem::exists(path + "-wal"));
}

TEST_CASE("a file that is no store is said to be none, and stays as it is") {
  const Scratch scratch;
  const std::string path = scratch / "records.db";
  const std::string none = ": is no store of trialsheet; name another file";
  for (const Access access : {Access::read, Access::write}) {
    write_text(path,
               "Dear diary, this is longer than the header of a database ......"
               "................................................................");
    const std::string before = tests::read_file(path);
    CHECK(complaint(path, access) == none);
    CHECK(tests::read_file(path) == before);
  }
  std::filesystem::copy_file(tests::folder("tests/store/foreign.db"), path,
                             std::filesystem::copy_options::overwrite_existing);
  const std::string before = tests::read_file(path);
  for (const Access access : {Access::read, Access::write}) {
    CHECK(complaint(path, access) == none);
    CHECK(tests::read_file(path) == before);
  }
  CHECK(complaint(scratch / "nowhere.db", Access::read) ==
        ": cannot be read: No such file or directory; check the path");
  CHECK(complaint(scratch / "no/folder.db", Access::write) ==
        ": cannot be written: No such file or directory; check the path, no folder is "
        "made");
  CHECK(complaint(scratch / "", Access::read) ==
        ": cannot be read: Is a directory; name a file, not a folder");
}

TEST_CASE("a store of a newer version is left to that version") {
  const Scratch scratch;
  const std::string path = scratch / "records.db";
  { const Store store(path, Access::write); }
  std::string bytes = tests::read_file(path);
  bytes[63] = 2;  // user_version: big-endian at 60 (sqlite.org/fileformat2.html, 1.3)
  write_text(path, bytes);
  for (const Access access : {Access::read, Access::write}) {
    CHECK(complaint(path, access) ==
          ": was made by a newer version of trialsheet; use that one, or name another "
          "file");
  }
  CHECK(tests::read_file(path) == bytes);
}

TEST_CASE("damage is said to be damage") {
  const Scratch scratch;
  const std::string path = scratch / "records.db";
  {
    Store store(path, Access::write);
    for (int i = 100; i < 150; ++i) {
      store.put(invented_record("NCT90000" + std::to_string(i), "2026-07-14"), 10);
    }
  }
  const std::string good = tests::read_file(path);
  int complaints = 0;
  for (std::size_t at = 4096; at + 4096 <= good.size(); at += 4096) {
    std::string bad = good;
    bad.replace(at, 4096, 4096, '\x5A');
    write_text(path, bad);
    try {
      const Store store(path, Access::read);
      for (const auto& nct : store.numbers()) {
        const auto found = store.find(nct);
        CHECK((!found || found->json == invented_record(nct, "2026-07-14")));
      }
    } catch (const FileError& error) {
      CHECK(std::string(error.what()).substr(path.size()) ==
            ": is damaged; put it away and fetch its records again, or restore a copy");
      ++complaints;
    }
  }
  CHECK(complaints > 0);
}

TEST_CASE("threads share a store", "[threads]") {
  const Scratch scratch;
  Store store(scratch / "records.db", Access::write);
  std::vector<std::thread> threads;
  for (int t = 0; t < 4; ++t) {
    threads.emplace_back([&store, t] {
      for (int i = 0; i < 50; ++i) {
        const std::string nct = "NCT900" + std::to_string(10000 + i);
        store.put(invented_record(nct, "2026-07-1" + std::to_string(t)), 10);
        store.find(nct);
      }
    });
  }
  for (auto& thread : threads) {
    thread.join();
  }
  CHECK(store.count() == 50);
  CHECK(store.find("NCT90010049")->version == Date{2026, 7, 13});
}
