// The only source that sees zlib: libdeflate, which is faster, cannot read a stream.

#include "store/line_reader.hpp"

#include <zlib.h>

#include <array>
#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <new>
#include <string_view>
#include <system_error>
#include <utility>

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

/// 0 of what is no file.
std::uint64_t size_of(const std::string& path) {
  std::error_code error;
  const bool is_file = path != "-" && std::filesystem::is_regular_file(path, error);
  return is_file ? std::filesystem::file_size(path, error) : 0;
}

}  // namespace

struct LineReader::Impl {
  std::string name;
  std::unique_ptr<gzFile_s, CloseGz> file;
  std::array<char, 65536> block;
  std::string_view rest;  ///< of the block, not given out yet
  std::uint64_t size = 0;
  bool was_ended = false;
  std::uint64_t offset = 0;  ///< of the first byte of `rest` in the text

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
                                        "early or are none; fetch it again",
                      code == Z_ERRNO ? errno : 0);
    }
    rest = {block.data(), static_cast<std::size_t>(got)};
    return got > 0;
  }

  /// What there is of the line in the block, and whether the line ends there.
  std::pair<std::string_view, bool> take_part() {
    const auto end = rest.find('\n');
    const auto part = rest.substr(0, end);
    const auto used = end == rest.npos ? rest.size() : end + 1;
    rest.remove_prefix(used);
    offset += used;
    was_ended = end != rest.npos;
    return {part, was_ended};
  }
};

LineReader::LineReader(const std::string& path) : impl_(new Impl) {
  impl_->name = name_of(path);
  impl_->size = size_of(path);
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
    const auto [part, is_end] = impl_->take_part();
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
    if (is_end) {
      break;
    }
  }
  if (!is_any) {
    return Got::end;
  }
  return is_too_long ? Got::too_long : Got::line;
}

bool LineReader::was_ended() const {
  return impl_->was_ended;
}

bool LineReader::is_plain() {
  return impl_->size > 0 && gzdirect(impl_->file.get()) == 1;
}

std::uint64_t LineReader::size() const {
  return impl_->size;
}

std::uint64_t LineReader::offset() const {
  return impl_->offset;
}

double LineReader::fraction() const {
  const auto read = gzoffset(impl_->file.get());
  return impl_->size == 0 || read < 0
             ? 0
             : static_cast<double>(read) / static_cast<double>(impl_->size);
}

void LineReader::seek_line(std::uint64_t offset) {
  // One byte before: if that ends a line, the next one begins right here.
  const auto from = offset == 0 ? 0 : offset - 1;
  if (gzseek(impl_->file.get(), static_cast<z_off_t>(from), SEEK_SET) < 0) {
    throw system_error(FileError::Step::read, impl_->name, errno);
  }
  impl_->rest = {};
  impl_->offset = from;
  while (offset > 0 && impl_->fill() && !impl_->take_part().second) {
  }
}

}  // namespace trialsheet
