// Input of a batch: whatever records are in.

#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "store/record_files.hpp"

namespace trialsheet {

struct BatchInput {
  /// What read_record_files() reads; a store; or a text with an NCT number a line, of
  /// records in a store.
  std::string path;
  /// The store that a list is of; asked for only then.
  std::function<std::string()> store_path;
};

/// Calls `record` for each record of the share and `problem` for each thing that is none,
/// in the order of the input. Stores and lists are shared out by NCT number, the others
/// as read_record_files() does. Throws Error if the input cannot be read, has gone away
/// meanwhile, or has nothing in it, and what `record` throws, which ends the reading.
void read_batch_input(const BatchInput& input, const ReadingOptions& options,
                      const std::function<void(RecordInFile)>& record,
                      const std::function<void(const Error&)>& problem);

/// The size of the input if it is one file, else 0: another size is another input.
std::uint64_t size_of_input(const BatchInput& input);

}  // namespace trialsheet
