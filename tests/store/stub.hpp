// Stub: registry_stub.py as a child of the test, and a clock that does not wait.

#pragma once

#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "files.hpp"
#include "store/clock.hpp"

/// The registry on loopback; ends with its standard input.
class Stub {
 public:
  Stub() {
    std::array<int, 2> to{};
    std::array<int, 2> from{};
    if (::pipe(to.data()) != 0 || ::pipe(from.data()) != 0) {
      throw std::runtime_error("no pipe");
    }
    child_ = ::fork();
    if (child_ == 0) {
      ::dup2(to[0], STDIN_FILENO);
      ::dup2(from[1], STDOUT_FILENO);
      for (const int end : {to[0], to[1], from[0], from[1]}) {
        ::close(end);
      }
      const auto script = trialsheet::tests::folder("tests/store/registry_stub.py");
      ::execlp("python3", "python3", script.c_str(), nullptr);
      ::_exit(127);
    }
    ::close(to[0]);
    ::close(from[1]);
    input_ = to[1];
    for (char c = 0; ::read(from[0], &c, 1) == 1 && c != '\n';) {
      port_ += c;
    }
    ::close(from[0]);
    if (port_.empty()) {
      throw std::runtime_error("python3 did not start the stub");
    }
  }
  ~Stub() {
    ::close(input_);
    ::waitpid(child_, nullptr, 0);
  }
  Stub(const Stub&) = delete;
  Stub& operator=(const Stub&) = delete;

  std::string base() const { return "http://127.0.0.1:" + port_ + "/api/v2"; }

 private:
  pid_t child_ = 0;
  int input_ = -1;
  std::string port_;
};

/// Time passes only by sleeping, and at once; what was slept is written down.
class QuickClock final : public trialsheet::Clock {
 public:
  using milliseconds = std::chrono::milliseconds;

  trialsheet::UnixSeconds now() override {
    return 1'784'000'000 + running().count() / 1000;
  }
  milliseconds running() override {
    const std::lock_guard lock(mutex_);
    return running_;
  }
  void sleep(milliseconds time) override {
    const std::lock_guard lock(mutex_);
    slept_.push_back(time.count());
    running_ += time;
  }
  double chance() override { return 0.5; }

  void pass(std::chrono::seconds time) {
    const std::lock_guard lock(mutex_);
    running_ += time;
  }
  /// In milliseconds, since this was last asked.
  std::vector<long> slept() {
    const std::lock_guard lock(mutex_);
    return std::exchange(slept_, {});
  }

 private:
  std::mutex mutex_;
  milliseconds running_{1'000'000};
  std::vector<long> slept_;
};
