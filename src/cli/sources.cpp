// Opens stores and the registry as the user and the environment have it.

#include "cli/sources.hpp"

#include <cmath>
#include <cstdlib>
#include <filesystem>

#include "base/file.hpp"
#include "base/nct.hpp"
#include "cli/terminal.hpp"

namespace trialsheet {

namespace {

namespace fs = std::filesystem;

std::string environment(const char* name) {
  const char* value = std::getenv(name);
  return value ? value : "";
}

/// The first of these variables that is set to something.
std::string first_set(std::initializer_list<const char*> names) {
  for (const char* name : names) {
    if (std::string value = environment(name); !value.empty()) {
      return value;
    }
  }
  return "";
}

/// HTTP_PROXY in capitals is not looked at, as in curl: a web server sets it from what a
/// client sends.
std::string proxy_for(const std::string& base) {
  return base.starts_with("https:")
             ? first_set({"https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"})
             : first_set({"http_proxy", "all_proxy", "ALL_PROXY"});
}

/// Empty if the user has no home.
fs::path data_folder() {
  const fs::path named = environment("XDG_DATA_HOME");
  if (named.is_absolute()) {  // the specification: a relative one is ignored
    return named;
  }
  const fs::path home = environment("HOME");
  return home.empty() ? fs::path() : home / ".local/share";
}

/// With mode 0700, as the specification has it.
void make_folder(const fs::path& folder) {
  std::error_code error;
  if (fs::is_directory(folder, error)) {
    return;
  }
  if (folder.has_relative_path()) {
    make_folder(folder.parent_path());
  }
  if (fs::create_directory(folder, error)) {
    fs::permissions(folder, fs::perms::owner_all, error);
  }
}

std::chrono::milliseconds from_seconds(double seconds) {
  return std::chrono::milliseconds(std::llround(seconds * 1000));
}

bool is_address(const std::string& record) {
  return record.find("://") != record.npos || record.starts_with("clinicaltrials.gov/") ||
         record.starts_with("www.clinicaltrials.gov/");
}

bool has_ending(const std::string& record) {
  const auto dot = record.rfind('.');
  const bool is_ending = dot != record.npos && dot + 1 < record.size();
  return is_ending && std::isalpha(static_cast<unsigned char>(record[dot + 1])) != 0;
}

Error not_in_store(const std::string& nct, const std::string& typed) {
  std::error_code error;
  return Error(
      Fault::absent, nct,
      std::string("is not in the store; --fetch gets it from the registry") +
          (fs::exists(typed, error) ? ", and the file of this name is ./" + typed : ""));
}

std::string day_of(const std::optional<Date>& version) {
  return version ? "of " + iso(*version) : "of an unknown day";
}

}  // namespace

bool names_file(const std::string& record) {
  const bool is_path = record.find('/') != record.npos || has_ending(record);
  return record == "-" || (is_path && !is_address(record)) || !find_nct_number(record);
}

std::string store_path(const SourceArguments& arguments) {
  if (!arguments.store.empty()) {
    return arguments.store;
  }
  const auto folder = data_folder();
  if (folder.empty()) {
    throw Error(Fault::request, "--store",
                "is needed: neither XDG_DATA_HOME nor HOME says where records are kept");
  }
  return (folder / "trialsheet" / "records.db").string();
}

Store open_own_store(const SourceArguments& arguments) {
  const auto path = store_path(arguments);
  if (arguments.store.empty()) {
    make_folder(fs::path(path).parent_path());
  }
  return Store(path, Store::Access::write);
}

Registry open_registry(const SourceArguments& arguments, Clock& clock) {
  RegistryOptions options;
  options.base = arguments.registry;
  options.user_agent = arguments.user_agent;
  options.proxy = proxy_for(arguments.registry);
  options.no_proxy = first_set({"no_proxy", "NO_PROXY"});
  options.ca_file = first_set({"CURL_CA_BUNDLE", "SSL_CERT_FILE"});
  options.pause = from_seconds(arguments.pause);
  options.request_time = from_seconds(arguments.timeout);
  options.patience = from_seconds(arguments.patience);
  return Registry(std::move(options), clock);
}

RecordsOptions one_failure_is_enough() {
  RecordsOptions options;
  options.failures = 1;
  options.rest = std::chrono::hours(24);
  return options;
}

void RecordSource::open() {
  const auto path = store_path(arguments_);
  std::error_code error;
  if (arguments_.fetch) {
    store_ = std::make_unique<Store>(open_own_store(arguments_));
    registry_ = std::make_unique<Registry>(open_registry(arguments_, clock_));
  } else if (!arguments_.store.empty() || fs::exists(path, error)) {
    store_ = std::make_unique<Store>(path, Store::Access::read);
  }
  records_ = std::make_unique<Records>(store_.get(), registry_.get(), clock_,
                                       one_failure_is_enough());
}

std::string RecordSource::read(const std::string& record) {
  if (names_file(record)) {
    return read_record(record);
  }
  if (!records_) {
    open();
  }
  const std::string nct = *find_nct_number(record);
  try {
    auto found = records_->find(nct, arguments_.fetch ? Ask::always : Ask::never);
    if (!found.trouble.empty()) {
      say("trialsheet: " + nct + ": " + found.trouble + "; the sheet has the data " +
          day_of(found.version));
    }
    return std::move(found.json);
  } catch (const Error& error) {
    if (error.fault() != Fault::absent || arguments_.fetch) {
      throw;
    }
    throw not_in_store(nct, record);
  }
}

}  // namespace trialsheet
