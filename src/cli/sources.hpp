// Sources: where the commands get records from that are named by their NCT number.

#pragma once

#include <memory>
#include <string>

#include "cli/arguments.hpp"
#include "cli/system_clock.hpp"
#include "store/records.hpp"

namespace trialsheet {

/// Whether RECORD means a file: it is "-", or has a folder or an ending in its name and
/// is no address, or has no NCT number in it.
bool names_file(const std::string& record);

/// What a user names as RECORD. Store and registry are opened when they are first needed.
class RecordSource {
 public:
  explicit RecordSource(SourceArguments arguments) : arguments_(std::move(arguments)) {}

  /// The JSON of a file, of standard input for "-", or of an NCT number. What the user
  /// ought to know about its age is said on standard error. Throws Error.
  std::string read(const std::string& record);

 private:
  void open();

  SourceArguments arguments_;
  SystemClock clock_;
  std::unique_ptr<Store> store_;
  std::unique_ptr<Registry> registry_;
  std::unique_ptr<Records> records_;
};

/// The store's file: the one named, or the one in the user's data folder (XDG Base
/// Directory Specification 0.8). Throws Error{Fault::request} if neither is known.
std::string store_path(const SourceArguments& arguments);

/// Opens the store for writing. The folder of the default place is made if need be.
Store open_own_store(const SourceArguments& arguments);

/// The client that the arguments and the environment's proxy and authorities ask for.
Registry open_registry(const SourceArguments& arguments, Clock& clock);

/// After the first failure to reach the registry it is not asked again by this program.
RecordsOptions one_failure_is_enough();

}  // namespace trialsheet
