// One engine, many threads: the same sheets, in whatever order they are asked for.

#include <algorithm>
#include <catch2/catch.hpp>
#include <thread>

#include "files.hpp"
#include "render.hpp"

using namespace trialsheet;
using namespace trialsheet::tests;

namespace {

struct Job {
  std::string record;
  RenderOptions options;
};

std::vector<Job> jobs() {
  std::vector<Job> made;
  for (const auto& path : files_in(folder("samples"), ".json")) {
    for (const char* language : {"en", "es", "ar"}) {
      for (const char* layout : {"standard", "large-print"}) {
        RenderOptions options;
        options.language = language;
        options.layout = layout;
        made.push_back({read_file(path), options});
      }
    }
  }
  return made;
}

std::vector<std::string> sheets(const Engine& engine, const std::vector<Job>& jobs,
                                std::size_t first) {
  std::vector<std::string> made(jobs.size());
  for (std::size_t i = 0; i < jobs.size(); ++i) {
    const auto at = (first + i) % jobs.size();
    made[at] = engine.render(jobs[at].record, jobs[at].options).pdf;
  }
  return made;
}

}  // namespace

TEST_CASE("an engine makes the same sheets on one thread and on many", "[threads]") {
  const auto asked = jobs();
  const Engine shared;
  std::vector<std::vector<std::string>> made(4);
  std::vector<std::thread> threads;
  for (std::size_t i = 0; i < made.size(); ++i) {
    // Each begins elsewhere, so what one has to make another finds made, and the reverse.
    threads.emplace_back(
        [&, i] { made[i] = sheets(shared, asked, i * asked.size() / made.size()); });
  }
  std::for_each(threads.begin(), threads.end(), [](auto& thread) { thread.join(); });
  const auto alone = sheets(Engine(), asked, 0);
  for (const auto& sheets : made) {
    // Not compared by ==, whose message would be megabytes.
    REQUIRE(std::equal(sheets.begin(), sheets.end(), alone.begin(), alone.end()));
  }
}
