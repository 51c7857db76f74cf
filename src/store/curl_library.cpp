// Finds libcurl's functions by name. The number in its name is that of an interface that
// has only grown since 2006.

#include "store/curl_library.hpp"

#include "base/loaded_library.hpp"

namespace trialsheet {

namespace {

CurlLibrary load() {
  const LoadedLibrary library(
      "libcurl.so.4",
      "the registry cannot be asked without it; install the package libcurl4");
  CurlLibrary curl{};
  library.find("curl_easy_cleanup", curl.easy_cleanup);
  library.find("curl_easy_getinfo", curl.easy_getinfo);
  library.find("curl_easy_init", curl.easy_init);
  library.find("curl_easy_perform", curl.easy_perform);
  library.find("curl_easy_setopt", curl.easy_setopt);
  library.find("curl_easy_strerror", curl.easy_strerror);
  library.find("curl_free", curl.free);
  library.find("curl_getdate", curl.getdate);
  library.find("curl_global_init", curl.global_init);
  library.find("curl_slist_append", curl.slist_append);
  library.find("curl_slist_free_all", curl.slist_free_all);
  library.find("curl_url", curl.url);
  library.find("curl_url_cleanup", curl.url_cleanup);
  library.find("curl_url_get", curl.url_get);
  library.find("curl_url_set", curl.url_set);
  if (curl.global_init(CURL_GLOBAL_DEFAULT) != CURLE_OK)
    library.fail();
  return curl;
}

}  // namespace

const CurlLibrary& curl() {
  // Once for the process, by the language's own rules for such a variable.
  static const CurlLibrary library = load();
  return library;
}

}  // namespace trialsheet
