// The only source that loads libraries.

#include "base/loaded_library.hpp"

#include <dlfcn.h>

#include "base/error.hpp"

namespace trialsheet {

LoadedLibrary::LoadedLibrary(const char* file, const char* advice)
    : file_(file), advice_(advice), library_(dlopen(file, RTLD_NOW | RTLD_LOCAL)) {
  if (library_ == nullptr) {
    fail();
  }
}

void LoadedLibrary::fail() const {
  throw Error(Fault::setup, file_, advice_);
}

void* LoadedLibrary::symbol(const char* name) const {
  void* const found = dlsym(library_, name);
  if (found == nullptr) {
    fail();
  }
  return found;
}

}  // namespace trialsheet
