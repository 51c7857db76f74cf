// Pictures that anybody may have made: every kind of them, and what is none.

#include "page/picture.hpp"

#include <catch2/catch.hpp>

#include "files.hpp"

namespace trialsheet {

namespace {

using Catch::Contains;

std::string picture_file(const std::string& name) {
  return tests::read_file(tests::folder("tests/pictures") / name);
}

/// Red, green and blue of a pixel.
std::array<int, 3> at(const Pixels& pixels, int x, int y) {
  const auto first = static_cast<std::size_t>(3 * (y * pixels.width + x));
  const auto part = [&](std::size_t i) {
    return int{static_cast<unsigned char>(pixels.rgb[first + i])};
  };
  return {part(0), part(1), part(2)};
}

bool is_near(const std::array<int, 3>& a, const std::array<int, 3>& b, int by) {
  for (std::size_t i = 0; i < a.size(); ++i)
    if (std::abs(a[i] - b[i]) > by)
      return false;
  return true;
}

/// A PNG's size (ISO/IEC 15948, 11.2.2), whatever its data; the checksum is wrong then,
/// which libpng looks at when the size has been refused.
std::string with_size(std::string png, unsigned char high, unsigned char low) {
  for (const std::size_t first : {16U, 20U}) {
    png[first + 2] = static_cast<char>(high);
    png[first + 3] = static_cast<char>(low);
  }
  return png;
}

}  // namespace

// All show the same: a square of the colour at the left, white at the right.
TEST_CASE("every kind of PNG and JPEG comes out on white") {
  for (const auto& path : tests::files_in(tests::folder("tests/pictures"), ".png")) {
    CAPTURE(path.filename());
    const auto name = path.filename().string();
    const auto pixels = read_picture(tests::read_file(path), 600, 180);
    CHECK(pixels.width == 40);
    CHECK(pixels.height == 20);
    const bool has_colour = !name.starts_with("gray") && !name.starts_with("bilevel");
    if (has_colour)
      CHECK(is_near(at(pixels, 5, 10), {0x0B, 0x4A, 0x55}, 1));
    else
      CHECK(at(pixels, 5, 10)[0] < 0x60);
    CHECK(at(pixels, 35, 10) == std::array{255, 255, 255});
  }
  for (const auto& path : tests::files_in(tests::folder("tests/pictures"), ".jpg")) {
    CAPTURE(path.filename());
    const auto pixels = read_picture(tests::read_file(path), 600, 180);
    CHECK(pixels.width == 40);
    if (!path.filename().string().starts_with("gray"))
      CHECK(is_near(at(pixels, 5, 10), {0x0B, 0x4A, 0x55}, 12));
    CHECK(is_near(at(pixels, 35, 10), {255, 255, 255}, 8));
  }
}

TEST_CASE("a large picture is averaged down and keeps its shape") {
  const auto pixels = read_picture(picture_file("alpha.png"), 10, 10);
  CHECK(pixels.width == 10);
  CHECK(pixels.height == 5);
  CHECK(pixels.rgb.size() == 150);
  CHECK(is_near(at(pixels, 2, 2), {0x0B, 0x4A, 0x55}, 1));
  CHECK(at(pixels, 8, 2) == std::array{255, 255, 255});
  CHECK(read_picture(picture_file("alpha.png"), 600, 1).width == 2);
}

TEST_CASE("what is no picture is refused with its reason") {
  const auto refused = [](const std::string& file, const std::string& why) {
    CHECK_THROWS_WITH(read_picture(file, 600, 180), Contains(why));
  };
  refused("", "is neither PNG nor JPEG");
  refused("<svg xmlns='http://www.w3.org/2000/svg'/>", "is neither PNG nor JPEG");
  refused("GIF89a", "is neither PNG nor JPEG");
  refused("\x89PNG\r\n\x1A\n", "is a damaged PNG");
  refused("\xFF\xD8\xFF", "is a damaged JPEG");
  refused(std::string(most_picture_bytes + 1, '\0'), "1048577 bytes");
}

TEST_CASE("a picture that is cut off anywhere is refused, never half shown") {
  for (const std::string name :
       {"alpha.png", "interlaced.png", "palette.png", "rgb.jpg", "progressive.jpg"}) {
    const auto whole = picture_file(name);
    // The last bytes of either format only say that it ends.
    for (std::size_t size = 0; size + 24 < whole.size(); size += 3) {
      CAPTURE(name, size);
      CHECK_THROWS_AS(read_picture(whole.substr(0, size), 600, 180), BadPicture);
    }
  }
}

TEST_CASE("a picture with any byte changed is refused or is one, and nothing else") {
  for (const std::string name :
       {"sixteen.png", "palette.png", "progressive.jpg", "cmyk.jpg", "interlaced.png"}) {
    const auto whole = picture_file(name);
    for (std::size_t i = 0; i < whole.size(); ++i) {
      CAPTURE(name, i);
      auto changed = whole;
      changed[i] = static_cast<char>(changed[i] ^ 0x55);
      try {
        const auto pixels = read_picture(changed, 600, 180);
        CHECK(pixels.rgb.size() ==
              static_cast<std::size_t>(3 * pixels.width * pixels.height));
      } catch (const BadPicture&) {
      }
    }
  }
}

TEST_CASE("a picture that claims to be huge takes no memory") {
  // 65281 x 65281 pixels in 312 bytes.
  CHECK_THROWS_AS(
      read_picture(with_size(picture_file("alpha.png"), 0xFF, 0x01), 600, 180),
      BadPicture);
  auto jpeg = picture_file("rgb.jpg");
  const auto frame = jpeg.find("\xFF\xC0");
  REQUIRE(frame != jpeg.npos);
  for (const std::size_t at : {frame + 5, frame + 7})
    jpeg[at] = static_cast<char>(0xFE);
  CHECK_THROWS_WITH(read_picture(jpeg, 600, 180), Contains("4000000 in all are allowed"));
}

}  // namespace trialsheet
