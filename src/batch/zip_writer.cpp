// Sees libzip, which asks for the files through callbacks when it closes the zip.

#include "batch/zip_writer.hpp"

#include <algorithm>
#include <cstring>
#include <deque>
#include <exception>
#include <memory>
#include <new>

#include "base/file.hpp"
#include "store/zip_library.hpp"

namespace trialsheet {

namespace {

using Step = FileError::Step;

struct DiscardZip {
  void operator()(zip_t* zip) const { libzip().discard(zip); }
};
using Zip = std::unique_ptr<zip_t, DiscardZip>;

// The first day that a zip can name (APPNOTE.TXT 4.4.6): 1980-01-01.
constexpr zip_uint16_t first_day = 1 << 5 | 1;
constexpr zip_uint32_t regular_file = 0100644U << 16;

/// All files of the zip.
struct Files {
  const std::function<std::string(std::size_t)>* file;
  std::exception_ptr thrown;
};

/// One of them; its bytes only while libzip reads it.
struct Entry {
  Files* files;
  std::size_t index;
  std::string bytes;
  std::size_t at = 0;

  /// Whether it went well. No exception may pass through libzip.
  bool open() {
    try {
      bytes = (*files->file)(index);
      at = 0;
      return true;
    } catch (...) {
      files->thrown = std::current_exception();
      return false;
    }
  }

  zip_int64_t read(void* data, zip_uint64_t length) {
    const auto count = std::min(static_cast<std::size_t>(length), bytes.size() - at);
    std::memcpy(data, bytes.data() + at, count);
    at += count;
    return static_cast<zip_int64_t>(count);
  }
};

zip_int64_t tell_stat(void* data) {
  auto* stat = static_cast<zip_stat_t*>(data);
  libzip().stat_init(stat);
  return sizeof *stat;
}

zip_int64_t tell_error(void* data) {
  auto* codes = static_cast<int*>(data);
  codes[0] = ZIP_ER_READ;
  codes[1] = 0;
  return 2 * sizeof(int);
}

zip_int64_t answer(void* user, void* data, zip_uint64_t length,
                   zip_source_cmd_t command) {
  auto* entry = static_cast<Entry*>(user);
  switch (command) {
    case ZIP_SOURCE_SUPPORTS:
      return ZIP_SOURCE_SUPPORTS_READABLE;
    case ZIP_SOURCE_OPEN:
      return entry->open() ? 0 : -1;
    case ZIP_SOURCE_READ:
      return entry->read(data, length);
    case ZIP_SOURCE_CLOSE:
      std::string().swap(entry->bytes);  // "= {}" would keep its memory
      return 0;
    case ZIP_SOURCE_STAT:
      return tell_stat(data);
    case ZIP_SOURCE_ERROR:
      return tell_error(data);
    case ZIP_SOURCE_FREE:
      return 0;
    default:
      return -1;
  }
}

void require(bool is_good) {
  if (!is_good) {
    throw std::bad_alloc();  // nothing else can fail before the zip is closed
  }
}

void add(zip_t* zip, const std::string& name, Entry& entry) {
  zip_source_t* source = libzip().source_function(zip, answer, &entry);
  require(source != nullptr);
  const auto added = libzip().file_add(zip, name.c_str(), source, ZIP_FL_ENC_UTF_8);
  require(added >= 0);
  const auto at = static_cast<zip_uint64_t>(added);
  require(libzip().set_file_compression(zip, at, ZIP_CM_STORE, 0) == 0);
  require(libzip().file_set_dostime(zip, at, 0, first_day, 0) == 0);
  require(libzip().file_set_external_attributes(zip, at, 0, ZIP_OPSYS_UNIX,
                                                regular_file) == 0);
}

void close(Zip zip, const std::string& path, const Files& files) {
  if (libzip().close(zip.get()) == 0) {
    (void)zip.release();
    return;
  }
  if (files.thrown) {
    std::rethrow_exception(files.thrown);
  }
  const zip_error_t* error = libzip().get_error(zip.get());
  throw system_error(Step::write, path, libzip().error_code_system(error));
}

}  // namespace

void write_zip(const std::string& path, const std::vector<std::string>& names,
               const std::function<std::string(std::size_t)>& file) {
  if (names.empty()) {  // libzip would leave no file at all
    write_file_whole(path, std::string("PK\x05\x06") + std::string(18, '\0'));
    return;
  }
  int code = 0;
  Zip zip(libzip().open(path.c_str(), ZIP_CREATE | ZIP_EXCL, &code));
  if (!zip) {
    throw FileError(Step::create, path, "cannot be written; choose another place");
  }
  Files files{&file, nullptr};
  std::deque<Entry> entries;
  for (std::size_t i = 0; i < names.size(); ++i) {
    entries.push_back({&files, i, {}});
    add(zip.get(), names[i], entries.back());
  }
  close(std::move(zip), path, files);
}

}  // namespace trialsheet
