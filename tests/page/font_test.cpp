// Where fonts are found.

#include "page/font.hpp"

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

using namespace trialsheet;
namespace fs = std::filesystem;

namespace {

/// A folder that is gone afterwards.
struct Folder {
  fs::path path = fs::temp_directory_path() / "trialsheet-fonts-test";

  Folder() { fs::create_directories(path); }
  ~Folder() { fs::remove_all(path); }

  void write(const std::string& name, std::string_view bytes) const {
    fs::create_directories((path / name).parent_path());
    std::ofstream(path / name, std::ios::binary) << bytes;
  }
};

Face face_named(const FontSet& fonts, const std::string& name) {
  for (int i = 0; i < fonts.size(); ++i)
    if (fonts.list()[static_cast<std::size_t>(i)].name == name)
      return fonts.face(i);
  return {};
}

}  // namespace

TEST_CASE("a folder of one's own is asked for a font before its fixed place") {
  const FontSet built_in;
  const auto base = face_named(built_in, "Noto Sans").data;
  const auto file =
      GENERATE("NotoSansHebrew-Regular.ttf", "truetype/noto/NotoSansHebrew-Regular.ttf");
  const Folder folder;
  folder.write(file, base);
  const FontSet fonts({folder.path.string()});
  CHECK(face_named(fonts, "Noto Sans Hebrew").data == base);
  // What is in the program is never replaced.
  folder.write("NotoSans-Regular.ttf", "no font");
  CHECK(face_named(FontSet({folder.path.string()}), "Noto Sans").data == base);
}

TEST_CASE("a file that is no font is as good as none") {
  const Folder folder;
  folder.write("NotoSansThai-Regular.ttf", "this is no font");
  const FontSet fonts({folder.path.string()});
  for (const auto& facts : fonts.list())
    if (facts.name == "Noto Sans Thai")
      CHECK_FALSE(facts.installed);
}
