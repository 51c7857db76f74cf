// Schema: what a store's tables are, and how one is told from any other file.

#pragma once

#include <string>

#include "base/file.hpp"
#include "store/sqlite.hpp"

namespace trialsheet {

/// Opens the store at `path`; for writing, makes it first if it is not there. Throws
/// FileError if it is no store of trialsheet, or one of a newer version.
SqlDatabase open_store(const std::string& path, bool for_writing);

/// What to throw when what is read from a store cannot be what was written.
FileError damaged_store(const std::string& path);

}  // namespace trialsheet
