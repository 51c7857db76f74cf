// The door: store and registry together, for one caller and for many at once.

#include "store/records.hpp"

#include <catch2/catch.hpp>
#include <thread>

#include "store/invented.hpp"
#include "store/stub.hpp"

using namespace trialsheet;
using namespace std::chrono_literals;

namespace {

/// A store, the stub as registry, and the door to both.
struct Setting {
  Setting()
      : store(scratch / "records.db", Store::Access::write), registry(options(), clock) {}

  RegistryOptions options() const {
    RegistryOptions made;
    made.base = stub.base();
    made.request_time = 20s;
    return made;
  }

  Fault fault_of(const std::string& nct, Ask ask) {
    try {
      records.find(nct, ask);
    } catch (const Error& error) {
      return error.fault();
    }
    FAIL(nct << " was found");
    return {};
  }

  Scratch scratch;
  Stub stub;
  QuickClock clock;
  Store store;
  Registry registry;
  Records records{&store, &registry, clock};
};

}  // namespace

TEST_CASE("the registry is asked only when it may be") {
  Setting at;
  const std::string nct = "NCT00000001";
  CHECK(at.fault_of(nct, Ask::never) == Fault::absent);
  CHECK(at.registry.requests() == 0);

  auto found = at.records.find(nct, Ask::if_missing);
  CHECK(found.nct == nct);
  CHECK(found.version == Date{2026, 7, 14});
  CHECK(found.change == StoreChange::added);
  CHECK_FALSE(found.from_store);
  CHECK(found.trouble.empty());
  CHECK(at.registry.requests() == 1);

  for (const Ask ask : {Ask::never, Ask::if_missing, Ask::if_old}) {
    found = at.records.find(nct, ask);
    CHECK(found.from_store);
    CHECK_FALSE(found.change);
  }
  CHECK(at.registry.requests() == 1);

  at.clock.pass(25h);
  const auto asked_again = at.records.find(nct, Ask::if_old);
  CHECK(at.registry.requests() == 2);
  CHECK(asked_again.from_store);  // 304: its bytes are those of the store
  CHECK(asked_again.change == StoreChange::confirmed);
  CHECK(asked_again.fetched >= found.fetched + 25 * 60 * 60);
  at.records.find(nct, Ask::if_old);
  CHECK(at.registry.requests() == 2);
}

TEST_CASE("many who ask for one unknown number make one request", "[threads]") {
  Setting at;
  std::vector<std::thread> threads;
  std::vector<std::string> found(8);
  for (auto& nct : found) {
    threads.emplace_back(
        [&] { nct = at.records.find("NCT00000022", Ask::if_missing).nct; });
  }
  for (auto& thread : threads) {
    thread.join();
  }
  CHECK(found == std::vector<std::string>(8, "NCT00000022"));
  CHECK(at.registry.requests() == 1);
}

TEST_CASE("many who ask for what is not there share that answer, for a while",
          "[threads]") {
  Setting at;
  std::vector<std::thread> threads;
  std::vector<Fault> faults(4);
  for (auto& fault : faults) {
    threads.emplace_back([&] {
      try {
        at.records.find("NCT00000098", Ask::if_missing);
      } catch (const Error& error) {
        fault = error.fault();
      }
    });
  }
  for (auto& thread : threads) {
    thread.join();
  }
  CHECK(faults == std::vector<Fault>(4, Fault::absent));
  CHECK(at.registry.requests() == 1);
  CHECK(at.fault_of("NCT00000098", Ask::always) == Fault::absent);
  CHECK(at.registry.requests() == 1);
  at.clock.pass(11min);
  CHECK(at.fault_of("NCT00000098", Ask::always) == Fault::absent);
  CHECK(at.registry.requests() == 2);
}

TEST_CASE("when the registry fails the store serves, and says so") {
  Setting at;
  at.store.put(invented_record("NCT00000010", "2026-07-01"), 10);
  const auto found = at.records.find("NCT00000010", Ask::always);
  CHECK(found.from_store);
  CHECK(found.version == Date{2026, 7, 1});
  CHECK(found.fetched == 10);
  CHECK(found.trouble ==
        "the registry at 127.0.0.1 has an error of its own (503); try later");
  // What it answers wrongly changes nothing either.
  at.store.put(invented_record("NCT00000017", "2026-07-01", "Kept"), 10);
  CHECK(at.records.find("NCT00000017", Ask::always).trouble ==
        "the registry at 127.0.0.1 answered with another record, of NCT00000001");
  CHECK(at.store.find("NCT00000017")->json ==
        invented_record("NCT00000017", "2026-07-01", "Kept"));
  CHECK_FALSE(at.store.find("NCT00000001"));
}

TEST_CASE("a registry that keeps failing is left alone for a while") {
  Setting at;
  for (int i = 0; i < 5; ++i) {
    CHECK(at.fault_of("NCT00000010", Ask::if_missing) == Fault::upstream);
  }
  const auto requests = at.registry.requests();
  CHECK(at.fault_of("NCT00000001", Ask::if_missing) == Fault::upstream);
  CHECK(at.registry.requests() == requests);
  at.clock.pass(31s);
  CHECK(at.records.find("NCT00000001", Ask::if_missing).nct == "NCT00000001");
}

TEST_CASE("a number that a trial had before leads to its record") {
  Setting at;
  CHECK(at.records.find("NCT00000003", Ask::if_missing).nct == "NCT00000099");
  CHECK(at.records.find("NCT00000003", Ask::never).nct == "NCT00000099");
}

TEST_CASE("a store that is newer than the registry's answer stays so") {
  Setting at;
  const std::string newer = invented_record("NCT00000001", "2027-01-01");
  at.store.put(newer, 10);
  const auto found = at.records.find("NCT00000001", Ask::always);
  CHECK(found.json == newer);
  CHECK(found.change == StoreChange::outdated);
}

TEST_CASE("without a store, or with one that is only read, the registry serves") {
  Setting at;
  Records storeless(nullptr, &at.registry, at.clock);
  CHECK(storeless.find("NCT00000001", Ask::if_missing).nct == "NCT00000001");
  Store read_only(at.scratch / "records.db", Store::Access::read);
  Records reading(&read_only, &at.registry, at.clock);
  const auto found = reading.find("NCT00000001", Ask::if_missing);
  CHECK(found.trouble.empty());
  CHECK_FALSE(found.change);
  CHECK(at.store.count() == 0);
  Records offline(&at.store, nullptr, at.clock);
  CHECK_THROWS_AS(offline.find("NCT00000001", Ask::always), Error);
}
