// Reads zip files with libzip.

#include "store/zip_file.hpp"

#include <array>

#include "base/file.hpp"
#include "store/zip_library.hpp"

namespace trialsheet {

namespace {

using Step = FileError::Step;

struct DiscardZip {
  void operator()(zip_t* zip) const { libzip().discard(zip); }
};
struct CloseEntry {
  void operator()(zip_file_t* entry) const { libzip().fclose(entry); }
};

}  // namespace

struct ZipFile::Impl {
  std::string path;
  std::unique_ptr<zip_t, DiscardZip> zip;

  [[noreturn]] void fail(std::uint64_t index, const std::string& problem) const {
    const char* name = libzip().get_name(zip.get(), index, ZIP_FL_ENC_GUESS);
    throw FileError(Step::read, path + ", " + (name ? name : "a file without name"),
                    problem);
  }
};

ZipFile::ZipFile(const std::string& path) : impl_(new Impl{path, nullptr}) {
  require_readable(path);
  int code = 0;
  impl_->zip.reset(libzip().open(path.c_str(), ZIP_RDONLY, &code));
  if (!impl_->zip) {
    throw FileError(Step::read, path,
                    "is damaged or cut off: it has no end of a zip; fetch it again");
  }
}

ZipFile::~ZipFile() = default;

std::uint64_t ZipFile::count() const {
  return static_cast<std::uint64_t>(libzip().get_num_entries(impl_->zip.get(), 0));
}

std::string ZipFile::name(std::uint64_t index) const {
  const char* name = libzip().get_name(impl_->zip.get(), index, ZIP_FL_ENC_GUESS);
  return name ? name : "";
}

std::string ZipFile::bytes(std::uint64_t index, std::size_t most) const {
  const std::unique_ptr<zip_file_t, CloseEntry> entry(
      libzip().fopen_index(impl_->zip.get(), index, 0));
  if (!entry) {
    impl_->fail(index, "cannot be unpacked: damaged, encrypted, or packed in a rare way");
  }
  std::string bytes;
  std::array<char, 65536> block;
  for (;;) {
    const auto got = libzip().fread(entry.get(), block.data(), block.size());
    if (got < 0) {
      impl_->fail(index, "is damaged; fetch the zip again");
    }
    if (got == 0) {
      return bytes;
    }
    // What the zip says about the size is not believed.
    if (static_cast<std::size_t>(got) > most - bytes.size()) {
      impl_->fail(index, "is larger than " + std::to_string(most >> 20) +
                             " MiB; the record of one trial is not");
    }
    bytes.append(block.data(), static_cast<std::size_t>(got));
  }
}

}  // namespace trialsheet
