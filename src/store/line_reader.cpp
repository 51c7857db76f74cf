// The only source that sees zlib: libdeflate, which is faster, cannot read a stream.

#include "store/line_reader.hpp"

#include <zlib.h>

#include <array>
#include <cstdio>
#include <new>
#include <string_view>

#include "base/file.hpp"

namespace trialsheet {

namespace {

struct CloseGz {
  void operator()(gzFile_s* file) const { gzclose(file); }
};

// Times the longest line that is wanted: after so much no end is expected.
constexpr std::size_t most_skipped = 16;

std::string name_of(const std::string& path) {
  return path == "-" ? "standard input" : path;
}

}  // namespace

struct LineReader::Impl {
  std::string name;
  std::unique_ptr<gzFile_s, CloseGz> file;
  std::array<char, 65536> block;
  std::string_view rest;  ///< of the block, not given out yet

  /// Reads on if `rest` is used up; false at the end of the file.
  bool fill() {
    if (!rest.empty()) {
      return true;
    }
    const int got = gzread(file.get(), block.data(), static_cast<unsigned>(block.size()));
    int code = Z_OK;
    const std::string said = gzerror(file.get(), &code);
    // At a cut it gives what it has first, and the error with the next call.
    if (got < 0 || (got == 0 && code != Z_OK)) {
      throw FileError(FileError::Step::read, name,
                      code == Z_ERRNO ? "cannot be read: " + said
                                      : "is damaged or cut off: its gzip data end too "
                                        "early or are none; fetch it again");
    }
    rest = {block.data(), static_cast<std::size_t>(got)};
    return got > 0;
  }
};

LineReader::LineReader(const std::string& path) : impl_(new Impl) {
  impl_->name = name_of(path);
  impl_->file.reset(gzdopen(open_to_read(path), "rb"));
  if (!impl_->file) {
    throw std::bad_alloc();
  }
  gzbuffer(impl_->file.get(), 1 << 17);
}

LineReader::~LineReader() = default;

LineReader::Got LineReader::next(std::string& line, std::size_t most) {
  line.clear();
  bool is_too_long = false;
  bool is_any = false;
  std::size_t length = 0;
  while (impl_->fill()) {
    is_any = true;
    std::string_view& rest = impl_->rest;
    const auto end = rest.find('\n');
    const std::string_view part = rest.substr(0, end);
    length += part.size();
    is_too_long = length > most;
    if (length / most > most_skipped) {
      throw FileError(FileError::Step::read, impl_->name,
                      "has a line without end; expected records");
    }
    if (is_too_long) {
      line.clear();
    } else {
      line += part;
    }
    rest.remove_prefix(end == rest.npos ? rest.size() : end + 1);
    if (end != std::string_view::npos) {
      break;
    }
  }
  if (!is_any) {
    return Got::end;
  }
  return is_too_long ? Got::too_long : Got::line;
}

}  // namespace trialsheet
