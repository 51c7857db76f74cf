// Writes what fonts/fonts.json says, and what HarfBuzz makes of plain words in the faces
// that come with the program, into a folder, for the program to be built with:
// pack_faces FOLDER.

#include <cstdio>
#include <exception>
#include <fstream>
#include <stdexcept>
#include <string>

#include "base/embedded.hpp"
#include "page/font.hpp"
#include "page/packed_faces.hpp"
#include "page/shape.hpp"

namespace {

void write(const std::string& path, const std::string& bytes) {
  std::ofstream file(path, std::ios::binary);
  file << bytes;
  if (!file.flush())
    throw std::runtime_error(path + ": cannot be written");
}

}  // namespace

int main(int argc, char** argv) {
  using namespace trialsheet;
  try {
    const std::string folder = argc == 2 ? argv[1] : ".";
    const FontSet fonts;
    write(folder + "/face_entries",
          packed_face_entries(embedded_file("fonts/fonts.json")));
    write(folder + "/plain_faces", Shaper(fonts).asked_of_plain_words());
  } catch (const std::exception& error) {
    std::fprintf(stderr, "%s\n", error.what());
    return 1;
  }
  return 0;
}
