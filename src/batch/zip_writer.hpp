// Zip writer: files that are asked for one at a time, while the zip is written.

#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

namespace trialsheet {

/// Writes a new zip at `path`: each of `names` with the bytes that `file` returns for its
/// index, stored. Throws FileError, and what `file` throws.
void write_zip(const std::string& path, const std::vector<std::string>& names,
               const std::function<std::string(std::size_t)>& file);

}  // namespace trialsheet
