// One table of schedulers; a new one is a line in it.

#include "cli/shard_environment.hpp"

#include <array>
#include <charconv>
#include <cstdlib>
#include <optional>
#include <string_view>

#include "base/error.hpp"

namespace trialsheet {

namespace {

// Slurm allows four million and one tasks at most (slurm.conf(5), MaxArraySize).
constexpr std::uint32_t most_shards = 4'000'001;

/// The variables of a scheduler: man pages sbatch(1), qsub(1) of both kinds, parallel(1);
/// kubernetes.io "Indexed Job"; AWS "array jobs"; Cloud Run "container contract".
struct Scheduler {
  const char* name;
  const char* index;
  const char* count;    ///< nullptr: it does not say
  std::uint32_t first;  ///< what it calls the first task
};

// GNU parallel may run inside a task of another: it is the nearest.
constexpr std::array<Scheduler, 8> schedulers{{
    {"GNU parallel", "PARALLEL_SEQ", nullptr, 1},
    {"Slurm", "SLURM_ARRAY_TASK_ID", "SLURM_ARRAY_TASK_COUNT", 0},
    {"Kubernetes", "JOB_COMPLETION_INDEX", nullptr, 0},
    {"AWS Batch", "AWS_BATCH_JOB_ARRAY_INDEX", "AWS_BATCH_JOB_ARRAY_SIZE", 0},
    {"Cloud Run", "CLOUD_RUN_TASK_INDEX", "CLOUD_RUN_TASK_COUNT", 0},
    {"PBS", "PBS_ARRAY_INDEX", nullptr, 0},
    {"Torque", "PBS_ARRAYID", nullptr, 0},
    {"Grid Engine", "SGE_TASK_ID", nullptr, 1},
}};

std::optional<std::uint32_t> parse_number(std::string_view text) {
  std::uint32_t number = 0;
  const auto* end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, number);
  return error == std::errc() && stop == end && !text.empty() ? std::optional(number)
                                                              : std::nullopt;
}

std::optional<std::uint32_t> variable(const char* name) {
  const char* value = name == nullptr ? nullptr : std::getenv(name);
  return value == nullptr ? std::nullopt : parse_number(value);
}

[[noreturn]] void refuse(const std::string& problem) {
  throw Error(Fault::request, "--shard", problem);
}

Share checked(std::uint32_t index, std::uint32_t count, const std::string& from) {
  if (count == 0 || count > most_shards || index >= count) {
    refuse(from + " is no share; expected one such as 0/64, up to 63/64");
  }
  return {index, count};
}

/// Slurm counts the tasks that were asked for: of an array that does not begin with 0
/// that may be fewer than there are shards.
bool is_whole_array() {
  const auto first = variable("SLURM_ARRAY_TASK_MIN");
  const auto last = variable("SLURM_ARRAY_TASK_MAX");
  const auto count = variable("SLURM_ARRAY_TASK_COUNT");
  return !first || !last || !count || (*first == 0 && *last + 1 == *count);
}

Share share_of(const Scheduler& scheduler, std::uint32_t task, std::uint32_t count) {
  const auto known = variable(scheduler.count);
  if (count == 0 && (!known || !is_whole_array())) {
    refuse(std::string(scheduler.name) +
           " does not say of how many shards this is one; give --shards");
  }
  if (task < scheduler.first) {
    refuse("auto: the tasks of " + std::string(scheduler.name) + " begin with 1");
  }
  return checked(
      task - scheduler.first, count != 0 ? count : *known,
      std::string("auto: task ") + std::to_string(task) + " of " + scheduler.name);
}

}  // namespace

Share chosen_share(const std::string& shard, std::uint32_t count) {
  if (shard == "auto") {
    for (const auto& scheduler : schedulers) {
      if (const auto task = variable(scheduler.index)) {
        return share_of(scheduler, *task, count);
      }
    }
    refuse(
        "auto finds no scheduler; run it in an array of tasks, or give one such as 0/64");
  }
  const auto slash = shard.find('/');
  const auto index = parse_number(shard.substr(0, slash));
  const auto of =
      slash == shard.npos ? std::optional(count) : parse_number(shard.substr(slash + 1));
  if (!index || !of) {
    refuse("\"" + shard + "\" is no share; expected one such as 0/64, or auto");
  }
  return checked(*index, *of, "\"" + shard + "\"");
}

}  // namespace trialsheet
