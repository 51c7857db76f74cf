// libzip, loaded when the first archive is opened (base/loaded_library.hpp).

#pragma once

#include <zip.h>

namespace trialsheet {

/// The functions of libzip that are used here, by their names without "zip_".
struct ZipLibrary {
  decltype(&zip_close) close;
  decltype(&zip_discard) discard;
  decltype(&zip_error_code_system) error_code_system;
  decltype(&zip_fclose) fclose;
  decltype(&zip_file_add) file_add;
  decltype(&zip_file_set_dostime) file_set_dostime;
  decltype(&zip_file_set_external_attributes) file_set_external_attributes;
  decltype(&zip_fopen_index) fopen_index;
  decltype(&zip_fread) fread;
  decltype(&zip_get_error) get_error;
  decltype(&zip_get_name) get_name;
  decltype(&zip_get_num_entries) get_num_entries;
  decltype(&zip_open) open;
  decltype(&zip_set_file_compression) set_file_compression;
  decltype(&zip_source_function) source_function;
  decltype(&zip_stat_init) stat_init;
};

/// Loaded once, and kept as long as the process; safe to call from any number of threads.
/// Throws Error{Fault::setup} if the library is not installed.
const ZipLibrary& libzip();

}  // namespace trialsheet
