// Libraries that are loaded when somebody first needs them, and not when the program
// starts: with what they need themselves they are forty, and to load them took as long as
// to make a sheet of a file, which needs none of them.
//
// Each has a struct with the functions that are used of it, by their own names and types:
// store/curl_library.hpp, sqlite_library.hpp, zip_library.hpp, base/sha256.cpp. It is
// loaded and kept as long as the process by the language's own rules for a static
// variable of a function, so that any number of threads may be the first.

#pragma once

namespace trialsheet {

class LoadedLibrary {
 public:
  /// `file`: the name with the number of its interface. Throws Error{Fault::setup} with
  /// `advice` if it is not installed.
  LoadedLibrary(const char* file, const char* advice);

  /// Sets `function` to the one called `name`; throws as above if there is none.
  template <typename Function>
  void find(const char* name, Function*& function) const {
    function = reinterpret_cast<Function*>(symbol(name));
  }

  /// As if it were not installed.
  [[noreturn]] void fail() const;

 private:
  void* symbol(const char* name) const;

  const char* file_;
  const char* advice_;
  void* library_;
};

}  // namespace trialsheet
