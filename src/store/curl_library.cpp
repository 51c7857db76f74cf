// Finds libcurl's functions by name. The number in its name is that of an interface that
// has only grown since 2006.

#include "store/curl_library.hpp"

#include <dlfcn.h>

#include "base/error.hpp"

namespace trialsheet {

namespace {

constexpr const char* file = "libcurl.so.4";

[[noreturn]] void fail() {
  throw Error(Fault::setup, file,
              "the registry cannot be asked without it; install the package libcurl4");
}

template <typename Function>
void find(void* library, const char* name, Function& function) {
  function = reinterpret_cast<Function>(dlsym(library, name));
  if (function == nullptr)
    fail();
}

CurlLibrary load() {
  void* library = dlopen(file, RTLD_NOW | RTLD_LOCAL);
  if (library == nullptr)
    fail();
  CurlLibrary curl{};
  find(library, "curl_easy_cleanup", curl.easy_cleanup);
  find(library, "curl_easy_getinfo", curl.easy_getinfo);
  find(library, "curl_easy_init", curl.easy_init);
  find(library, "curl_easy_perform", curl.easy_perform);
  find(library, "curl_easy_setopt", curl.easy_setopt);
  find(library, "curl_easy_strerror", curl.easy_strerror);
  find(library, "curl_free", curl.free);
  find(library, "curl_getdate", curl.getdate);
  find(library, "curl_global_init", curl.global_init);
  find(library, "curl_slist_append", curl.slist_append);
  find(library, "curl_slist_free_all", curl.slist_free_all);
  find(library, "curl_url", curl.url);
  find(library, "curl_url_cleanup", curl.url_cleanup);
  find(library, "curl_url_get", curl.url_get);
  find(library, "curl_url_set", curl.url_set);
  if (curl.global_init(CURL_GLOBAL_DEFAULT) != CURLE_OK)
    fail();
  return curl;
}

}  // namespace

const CurlLibrary& curl() {
  // Once for the process, by the language's own rules for such a variable.
  static const CurlLibrary library = load();
  return library;
}

}  // namespace trialsheet
