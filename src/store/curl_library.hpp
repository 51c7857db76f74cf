// libcurl, loaded when the first address is looked at or asked.
//
// With what it needs itself it is thirty libraries, and loading them took a sixth of the
// time in which the program makes a sheet of a file; which asks nobody.

#pragma once

#include <curl/curl.h>

namespace trialsheet {

/// The functions of libcurl that are used here, by their names without "curl_".
struct CurlLibrary {
  decltype(&curl_easy_cleanup) easy_cleanup;
  decltype(&curl_easy_getinfo) easy_getinfo;
  decltype(&curl_easy_init) easy_init;
  decltype(&curl_easy_perform) easy_perform;
  decltype(&curl_easy_setopt) easy_setopt;
  decltype(&curl_easy_strerror) easy_strerror;
  decltype(&curl_free) free;
  decltype(&curl_getdate) getdate;
  decltype(&curl_global_init) global_init;
  decltype(&curl_slist_append) slist_append;
  decltype(&curl_slist_free_all) slist_free_all;
  decltype(&curl_url) url;
  decltype(&curl_url_cleanup) url_cleanup;
  decltype(&curl_url_get) url_get;
  decltype(&curl_url_set) url_set;
};

/// Loaded and set up once, and kept as long as the process; safe to call from any number
/// of threads. Throws Error{Fault::setup} if the library is not installed.
const CurlLibrary& curl();

}  // namespace trialsheet
