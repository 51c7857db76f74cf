// What the C interface costs: the same sheets by the C++ engine and through it, in turns,
// in one run: ratio ROUNDS RECORD... Says the processor time of both, median of the
// rounds.

#include <trialsheet.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <iterator>
#include <string>
#include <trialsheet/render.hpp>
#include <vector>

namespace {

double processor_seconds() {
  timespec now{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) / 1e9;
}

std::string read_file(const char* path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

template <typename Make>
double seconds_of(const std::vector<std::string>& records, Make make) {
  const auto start = processor_seconds();
  std::size_t bytes = 0;
  for (const auto& record : records)
    bytes += make(record);
  return bytes == 0 ? 0 : processor_seconds() - start;
}

double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values[values.size() / 2];
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3)
    return 64;
  std::vector<std::string> records;
  for (int i = 2; i < argc; ++i)
    records.push_back(read_file(argv[i]));
  const trialsheet::Engine engine;
  auto* c_engine = trialsheet_engine_new(nullptr, nullptr);
  const auto by_cpp = [&](const std::string& record) {
    return engine.render(record).pdf.size();
  };
  const auto by_c = [&](const std::string& record) {
    auto* result = trialsheet_render(c_engine, record.data(), record.size(),
                                     "{\"paper\": \"letter\"}");
    std::size_t size = 0;
    trialsheet_result_bytes(result, &size);
    trialsheet_result_free(result);
    return size;
  };
  std::vector<double> cpp, c;
  for (int round = -1; round < std::atoi(argv[1]); ++round) {
    const auto one = seconds_of(records, by_cpp);
    const auto other = seconds_of(records, by_c);
    if (round < 0)
      continue;  // which warms both up
    cpp.push_back(one);
    c.push_back(other);
  }
  trialsheet_engine_free(c_engine);
  std::printf("C++ %.4f s, C %.4f s, throughput of C %.1f %%\n", median(cpp), median(c),
              100 * median(cpp) / median(c));
}
