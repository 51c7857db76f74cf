// Finds libzip's functions by name. What the library is called, the build tells.

#include "store/zip_library.hpp"

#include "base/loaded_library.hpp"

namespace trialsheet {

namespace {

ZipLibrary load() {
  const LoadedLibrary library(TRIALSHEET_LIBZIP,
                              "no zip file can be used without it; install libzip");
  ZipLibrary zip{};
  library.find("zip_close", zip.close);
  library.find("zip_discard", zip.discard);
  library.find("zip_error_code_system", zip.error_code_system);
  library.find("zip_fclose", zip.fclose);
  library.find("zip_file_add", zip.file_add);
  library.find("zip_file_set_dostime", zip.file_set_dostime);
  library.find("zip_file_set_external_attributes", zip.file_set_external_attributes);
  library.find("zip_fopen_index", zip.fopen_index);
  library.find("zip_fread", zip.fread);
  library.find("zip_get_error", zip.get_error);
  library.find("zip_get_name", zip.get_name);
  library.find("zip_get_num_entries", zip.get_num_entries);
  library.find("zip_open", zip.open);
  library.find("zip_set_file_compression", zip.set_file_compression);
  library.find("zip_source_function", zip.source_function);
  library.find("zip_stat_init", zip.stat_init);
  return zip;
}

}  // namespace

const ZipLibrary& libzip() {
  static const ZipLibrary library = load();
  return library;
}

}  // namespace trialsheet
