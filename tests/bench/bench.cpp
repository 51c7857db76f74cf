// The benchmark: what a page costs over real records, whole and stage by stage.
//
// Numbers are CPU time of one core with a warm engine; one iteration is one record, and
// each benchmark goes over all records as often as told, so that a mean is a mean over
// them. The floor is measured in the same run: libdeflate's level 6 over the very streams
// of the page, and copying them (tests/bench/README.md says how to read the table).

#include <benchmark/benchmark.h>
#include <libdeflate.h>

#include <algorithm>
#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <map>
#include <new>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "criteria/criteria.hpp"
#include "page/fit.hpp"
#include "page/font.hpp"
#include "pdf/pdf.hpp"
#include "pdf/pdf_fonts.hpp"
#include "render.hpp"
#include "summary/summary.hpp"
#include "trial/trial.hpp"
#include "words/words.hpp"

namespace {

std::atomic<std::int64_t> allocations{0};

}  // namespace

// GCC takes the allocation that replaces the library's for another one.
#pragma GCC diagnostic ignored "-Wmismatched-new-delete"

void* operator new(std::size_t size) {
  allocations.fetch_add(1, std::memory_order_relaxed);
  if (void* memory = std::malloc(size))
    return memory;
  throw std::bad_alloc();
}

void operator delete(void* memory) noexcept {
  std::free(memory);
}

void operator delete(void* memory, std::size_t) noexcept {
  std::free(memory);
}

namespace trialsheet {
namespace {

std::string read_file(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

/// The records of the folder, in the order of their names.
std::vector<std::string> read_records(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> paths;
  for (const auto& entry : std::filesystem::directory_iterator(folder))
    if (entry.path().extension() == ".json")
      paths.push_back(entry.path());
  std::sort(paths.begin(), paths.end());
  std::vector<std::string> records;
  for (const auto& path : paths)
    records.push_back(read_file(path));
  return records;
}

std::vector<std::string> records;

const std::string& record_of(std::int64_t turn) {
  return records[static_cast<std::size_t>(turn) % records.size()];
}

const Engine& engine() {
  static const Engine one;
  return one;
}

RenderOptions options_of(bool attach) {
  RenderOptions options;
  options.attach = attach;
  return options;
}

using benchmark::Counter;

void page(benchmark::State& state) {
  const auto options = options_of(state.range(0) != 0);
  std::int64_t turn = 0;
  std::size_t bytes = 0;
  const auto before = allocations.load();
  for (auto _ : state)
    bytes += engine().render(record_of(turn++), options).pdf.size();
  const auto per_page = Counter::kAvgIterations;
  state.counters["bytes"] = Counter(static_cast<double>(bytes), per_page);
  state.counters["allocations"] =
      Counter(static_cast<double>(allocations.load() - before), per_page);
}

/// CPU time of this thread so far, in microseconds.
double cpu_time() {
  timespec time = {};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return 1e6 * static_cast<double>(time.tv_sec) +
         1e-3 * static_cast<double>(time.tv_nsec);
}

/// What the steps cost within whole pages, where each finds the caches as the one before
/// left them.
void steps_of_page(benchmark::State& state) {
  auto options = options_of(state.range(0) != 0);
  std::map<std::string, double, std::less<>> costs;
  double last = 0;
  options.observer = [&](std::string_view step) {
    const double now = cpu_time();
    auto cost = costs.find(step);
    if (cost == costs.end())
      cost = costs.emplace(step, 0).first;
    cost->second += now - std::exchange(last, now);
  };
  std::int64_t turn = 0;
  for (auto _ : state) {
    last = cpu_time();
    benchmark::DoNotOptimize(engine().render(record_of(turn++), options).pdf.data());
    options.observer("clean up");
  }
  for (const auto& [step, cost] : costs)
    state.counters[step] = Counter(cost, Counter::kAvgIterations);
}

/// How the costs of single pages spread: each is timed by itself, as the median of three.
void spread(benchmark::State& state) {
  const auto options = options_of(true);
  std::vector<double> costs;
  for (auto _ : state) {
    costs.clear();
    for (const auto& record : records) {
      double times[3];
      for (auto& time : times) {
        const auto start = std::clock();
        benchmark::DoNotOptimize(engine().render(record, options).pdf.data());
        time = 1e6 * static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
      }
      std::sort(std::begin(times), std::end(times));
      costs.push_back(times[1]);
    }
  }
  std::sort(costs.begin(), costs.end());
  const auto at = [&](double share) {
    return costs[static_cast<std::size_t>(share * static_cast<double>(costs.size() - 1))];
  };
  state.counters["median_us"] = at(0.5);
  state.counters["p99_us"] = at(0.99);
  state.counters["most_us"] = costs.back();
}

/// What lies before each stage, made once for all records.
struct Steps {
  Trial trial;
  Criteria criteria;
  Summary summary;
  Sheet sheet;
};

const FontSet& fonts() {
  static const FontSet set;
  return set;
}

const PdfFonts& pdf_fonts() {
  static const PdfFonts set(fonts());
  return set;
}

const Words& words() {
  static const Words english("en");
  return english;
}

const Layout& layout() {
  static const Layout standard = built_in_layout("standard");
  return standard;
}

Shaper& shaper() {
  static Shaper one(fonts());
  return one;
}

const std::vector<Steps>& steps() {
  static const auto all = [] {
    std::vector<Steps> made;
    for (const auto& record : records) {
      Steps& one = made.emplace_back();
      one.trial = read_trial(record).value;
      one.criteria = parse_criteria(one.trial.eligibility.criteria);
      one.summary = summarize(one.trial, one.criteria, words(), {}).value;
      one.sheet = fit(one.summary, layout(), "letter", words(), shaper()).value.sheet;
    }
    return made;
  }();
  return all;
}

template <typename Stage>
void stage(benchmark::State& state, Stage run) {
  const auto& all = steps();
  std::size_t turn = 0;
  const auto before = allocations.load();
  for (auto _ : state) {
    run(records[turn % all.size()], all[turn % all.size()]);
    ++turn;
  }
  state.counters["allocations"] =
      Counter(static_cast<double>(allocations.load() - before), Counter::kAvgIterations);
}

void read(benchmark::State& state) {
  stage(state, [](const std::string& record, const Steps&) {
    benchmark::DoNotOptimize(read_trial(record).value.nct.data());
  });
}

void criteria(benchmark::State& state) {
  stage(state, [](const std::string&, const Steps& made) {
    auto parsed = parse_criteria(made.trial.eligibility.criteria);
    benchmark::DoNotOptimize(&parsed);
  });
}

void summary(benchmark::State& state) {
  stage(state, [](const std::string&, const Steps& made) {
    auto said = summarize(made.trial, made.criteria, words(), {});
    benchmark::DoNotOptimize(&said);
  });
}

void fit(benchmark::State& state) {
  stage(state, [](const std::string&, const Steps& made) {
    auto fitted = trialsheet::fit(made.summary, layout(), "letter", words(), shaper());
    benchmark::DoNotOptimize(&fitted);
  });
}

void write(benchmark::State& state) {
  stage(state, [](const std::string&, const Steps& made) {
    auto bytes = write_pdf(made.sheet, pdf_fonts(), {});
    benchmark::DoNotOptimize(bytes.data());
  });
}

/// The streams of a PDF, each from "stream" to "endstream", inflated where they are
/// deflated.
std::vector<std::string> streams_of(const std::string& pdf) {
  std::vector<std::string> streams;
  auto* inflater = libdeflate_alloc_decompressor();
  std::string plain(std::size_t{1} << 22, '\0');
  for (std::size_t at = 0; (at = pdf.find("\nstream\r\n", at)) != std::string::npos;) {
    at += 9;
    const auto end = pdf.find("\nendstream", at);
    std::size_t size = 0;
    const bool inflated =
        libdeflate_zlib_decompress(inflater, pdf.data() + at, end - at, plain.data(),
                                   plain.size(), &size) == LIBDEFLATE_SUCCESS;
    streams.push_back(inflated ? plain.substr(0, size) : pdf.substr(at, end - at));
    at = end;
  }
  libdeflate_free_decompressor(inflater);
  return streams;
}

/// What no writer of these pages can go below.
void floor(benchmark::State& state) {
  std::vector<std::vector<std::string>> pages;
  for (const auto& record : records)
    pages.push_back(streams_of(engine().render(record, options_of(true)).pdf));
  auto* deflater = libdeflate_alloc_compressor(6);
  std::string out(std::size_t{1} << 22, '\0');
  std::size_t turn = 0;
  for (auto _ : state) {
    std::string file;
    for (const auto& stream : pages[turn++ % pages.size()]) {
      const auto size = libdeflate_zlib_compress(deflater, stream.data(), stream.size(),
                                                 out.data(), out.size());
      file.append(out.data(), size);
    }
    benchmark::DoNotOptimize(file.data());
  }
  libdeflate_free_compressor(deflater);
}

/// As many pages as there are threads, on one engine; wall-clock time.
void threads(benchmark::State& state) {
  const auto options = options_of(true);
  auto turn = static_cast<std::int64_t>(state.thread_index()) * 37;
  for (auto _ : state)
    benchmark::DoNotOptimize(engine().render(record_of(turn++), options).pdf.data());
  state.SetItemsProcessed(state.iterations());
}

void add_all(int rounds) {
  using benchmark::RegisterBenchmark;
  const auto turns = static_cast<std::int64_t>(records.size()) * rounds;
  const auto us = benchmark::kMicrosecond;
  RegisterBenchmark("page", page)->Arg(1)->Iterations(turns)->Unit(us);
  RegisterBenchmark("page_no_attach", page)->Arg(0)->Iterations(turns)->Unit(us);
  RegisterBenchmark("steps", steps_of_page)->Arg(1)->Iterations(turns)->Unit(us);
  RegisterBenchmark("steps_no_attach", steps_of_page)
      ->Arg(0)
      ->Iterations(turns)
      ->Unit(us);
  RegisterBenchmark("read", read)->Iterations(turns)->Unit(us);
  RegisterBenchmark("criteria", criteria)->Iterations(turns)->Unit(us);
  RegisterBenchmark("summarize", summary)->Iterations(turns)->Unit(us);
  RegisterBenchmark("fit", fit)->Iterations(turns)->Unit(us);
  RegisterBenchmark("write_no_attach", write)->Iterations(turns)->Unit(us);
  RegisterBenchmark("floor", floor)->Iterations(turns)->Unit(us);
  RegisterBenchmark("spread", spread)->Iterations(1)->Unit(us);
  for (const int count : {1, 2})
    RegisterBenchmark("threads", threads)
        ->Threads(count)
        ->Iterations(turns)
        ->UseRealTime()
        ->Unit(us);
}

}  // namespace
}  // namespace trialsheet

int main(int argc, char** argv) {
  benchmark::Initialize(&argc, argv);
  const char* folder = std::getenv("TRIALSHEET_RECORDS");
  const auto rounds = argc > 2 ? std::atoi(argv[2]) : 1;
  if (argc < 2 && folder == nullptr) {
    std::fprintf(stderr, "usage: trialsheet_bench FOLDER_OF_RECORDS [ROUNDS]\n");
    return 2;
  }
  trialsheet::records = trialsheet::read_records(argc > 1 ? argv[1] : folder);
  if (trialsheet::records.empty()) {
    std::fprintf(stderr, "trialsheet_bench: the folder holds no .json files\n");
    return 2;
  }
  trialsheet::add_all(std::max(1, rounds));
  benchmark::RunSpecifiedBenchmarks();
  return 0;
}
