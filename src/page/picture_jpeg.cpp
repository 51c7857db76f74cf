// JPEG by libjpeg, which reports errors by a long jump: nothing that has to be cleaned up
// lives between setjmp() and the end of the function that calls it.

#include <array>
#include <csetjmp>
#include <cstdio>
// Its header needs the two above.
#include <jpeglib.h>

#include "page/picture_formats.hpp"

namespace trialsheet {

namespace {

/// A progressive picture has some ten scans; each costs as much as all pixels, and a file
/// of a few bytes can ask for thousands.
constexpr int most_scans = 64;

/// libjpeg's state, with what it calls when it cannot go on.
struct Reading {
  jpeg_decompress_struct jpeg{};
  jpeg_error_mgr errors{};
  jpeg_progress_mgr progress{};
  std::jmp_buf stop{};
  std::array<char, JMSG_LENGTH_MAX> message{};
  bool has_too_many_scans = false;
};

Reading& reading_of(j_common_ptr jpeg) {
  return *static_cast<Reading*>(jpeg->client_data);
}

[[noreturn]] void stop_reading(j_common_ptr jpeg) {
  auto& reading = reading_of(jpeg);
  jpeg->err->format_message(jpeg, reading.message.data());
  std::longjmp(reading.stop, 1);
}

/// Warnings are damage: libjpeg would fill in grey and go on.
void take_warning(j_common_ptr jpeg, int level) {
  if (level < 0)
    stop_reading(jpeg);
}

void count_scans(j_common_ptr jpeg) {
  auto& reading = reading_of(jpeg);
  if (reading.jpeg.input_scan_number > most_scans) {
    reading.has_too_many_scans = true;
    std::longjmp(reading.stop, 1);
  }
}

void prepare(Reading& reading, std::string_view file) {
  auto& jpeg = reading.jpeg;
  jpeg.err = jpeg_std_error(&reading.errors);
  reading.errors.error_exit = stop_reading;
  reading.errors.emit_message = take_warning;
  jpeg.client_data = &reading;
  jpeg_create_decompress(&jpeg);
  reading.progress.progress_monitor = count_scans;
  jpeg.progress = &reading.progress;
  jpeg_mem_src(&jpeg, reinterpret_cast<const unsigned char*>(file.data()),
               static_cast<unsigned long>(file.size()));
}

/// Reads the head, and says in which colours the pixels are to come. False if it failed.
bool read_head(Reading& reading, std::string_view file) {
  if (setjmp(reading.stop) != 0)
    return false;
  prepare(reading, file);
  auto& jpeg = reading.jpeg;
  jpeg_read_header(&jpeg, TRUE);
  jpeg.out_color_space = jpeg.num_components == 4 ? JCS_CMYK : JCS_RGB;
  jpeg.dct_method = JDCT_ISLOW;  // the same pixels with and without SIMD
  return true;
}

/// Reads all rows into `rows`, which has room for them. False if it failed.
bool read_rows(Reading& reading, char* rows) {
  auto& jpeg = reading.jpeg;
  if (setjmp(reading.stop) != 0)
    return false;
  jpeg_start_decompress(&jpeg);
  const auto step = static_cast<std::size_t>(jpeg.output_width) *
                    static_cast<std::size_t>(jpeg.output_components);
  while (jpeg.output_scanline < jpeg.output_height) {
    auto* row = reinterpret_cast<JSAMPROW>(rows + jpeg.output_scanline * step);
    jpeg_read_scanlines(&jpeg, &row, 1);
  }
  jpeg_finish_decompress(&jpeg);
  return true;
}

/// Light of ink: what one colour and black leave of white. Programs of Adobe write inks
/// turned around and say so in a marker.
char light_of(unsigned char ink, unsigned char black, bool is_turned) {
  const int a = is_turned ? ink : 255 - ink;
  const int b = is_turned ? black : 255 - black;
  return static_cast<char>((a * b + 127) / 255);
}

std::string rgb_of_inks(const std::string& inks, bool is_turned) {
  std::string rgb;
  rgb.reserve(inks.size() / 4 * 3);
  const auto at = [&](std::size_t i) { return static_cast<unsigned char>(inks[i]); };
  for (std::size_t i = 0; i + 3 < inks.size(); i += 4)
    for (std::size_t part = 0; part < 3; ++part)
      rgb += light_of(at(i + part), at(i + 3), is_turned);
  return rgb;
}

/// Frees what libjpeg holds; harmless before it holds anything.
struct Release {
  Reading* reading;
  ~Release() { jpeg_destroy_decompress(&reading->jpeg); }
};

[[noreturn]] void refuse(const Reading& reading) {
  throw BadPicture(reading.has_too_many_scans
                       ? "is a JPEG of more scans than any program makes; export it again"
                       : "is a damaged JPEG (" + std::string(reading.message.data()) +
                             "); export it again");
}

}  // namespace

Pixels read_jpeg(std::string_view file) {
  Reading reading;
  const Release release{&reading};
  if (!read_head(reading, file))
    refuse(reading);
  const auto& jpeg = reading.jpeg;
  require_size(jpeg.image_width, jpeg.image_height);
  const auto parts = jpeg.num_components == 4 ? 4U : 3U;
  std::string rows(std::size_t{jpeg.image_width} * jpeg.image_height * parts, '\0');
  if (!read_rows(reading, rows.data()))
    refuse(reading);
  return {static_cast<int>(jpeg.image_width), static_cast<int>(jpeg.image_height),
          parts == 4 ? rgb_of_inks(rows, jpeg.saw_Adobe_marker) : std::move(rows)};
}

}  // namespace trialsheet
