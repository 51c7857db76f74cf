// Publishing: what has been made takes its place, and the manifest after it.

#pragma once

#include <string>
#include <vector>

#include "batch/batch.hpp"
#include "batch/manifest.hpp"
#include "batch/shelf.hpp"

namespace trialsheet {

/// Finishes the shelf, writes manifest and report, and removes the work folder. `head`
/// lacks only what is counted here. Throws FileError; a run after that goes on.
BatchResult publish(const OutputPaths& paths, const std::string& report, Shelf& shelf,
                    WorkFolder& work, ManifestHead head,
                    const std::vector<RecordProblem>& problems);

}  // namespace trialsheet
