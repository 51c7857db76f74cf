// Shard environment: which share of the work this process has, by what its scheduler
// says.

#pragma once

#include <cstdint>
#include <string>

#include "store/record_files.hpp"

namespace trialsheet {

/// The share that --shard names: "7/580", or "auto" for what Slurm, Kubernetes, AWS
/// Batch, Cloud Run, PBS, Grid Engine or GNU parallel have put into the environment.
/// `count` is --shards, 0 if it was not given. Throws Error{Fault::request}.
Share chosen_share(const std::string& shard, std::uint32_t count);

}  // namespace trialsheet
