// Asks HarfBuzz what it makes of plain words in the faces that come with the program, and
// writes it to a file, for the program to be built with: pack_faces FILE.

#include <cstdio>
#include <exception>
#include <fstream>
#include <stdexcept>
#include <string>

#include "page/font.hpp"
#include "page/shape.hpp"

int main(int argc, char** argv) {
  try {
    const std::string path = argc == 2 ? argv[1] : "faces";
    const trialsheet::FontSet fonts;
    const auto tables = trialsheet::Shaper(fonts).asked_of_plain_words();
    std::ofstream file(path, std::ios::binary);
    file << tables;
    if (!file.flush())
      throw std::runtime_error(path + ": cannot be written");
  } catch (const std::exception& error) {
    std::fprintf(stderr, "%s\n", error.what());
    return 1;
  }
  return 0;
}
