// Writes what the files of words/ come to into a folder, for the program to be built
// with: pack_words FOLDER. Says on standard error what is wrong with them.

#include <cstdio>
#include <exception>
#include <fstream>
#include <string>

#include "words/languages.hpp"
#include "words/packed.hpp"

namespace {

void write(const std::string& folder, const std::string& name, const std::string& bytes) {
  std::ofstream file(folder + "/" + name, std::ios::binary);
  file << bytes;
  if (!file.flush())
    throw std::runtime_error(folder + "/" + name + ": cannot be written");
}

}  // namespace

int main(int argc, char** argv) {
  try {
    const std::string folder = argc == 2 ? argv[1] : ".";
    write(folder, "record", trialsheet::pack_record_words());
    for (const auto& tag : trialsheet::built_in_languages())
      write(folder, tag, trialsheet::pack_language(tag));
  } catch (const std::exception& error) {
    std::fprintf(stderr, "%s\n", error.what());
    return 1;
  }
  return 0;
}
