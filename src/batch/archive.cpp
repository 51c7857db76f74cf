// Tars are read at places that follow from the sizes; zips by their list.

#include "batch/archive.hpp"

#include <optional>

#include "base/file.hpp"
#include "batch/disk.hpp"
#include "batch/tar.hpp"
#include "batch/zip_writer.hpp"
#include "store/zip_file.hpp"

namespace trialsheet {

namespace {

bool is_zip(const std::string& path) {
  return path.ends_with(".zip");
}

ArchiveFacts write_tar(const std::string& target, const std::string& passing,
                       const std::vector<MadeSheet>& sheets,
                       const std::function<std::string(std::size_t)>& pdf) {
  NewFile file(passing);
  Sha256Stream hash;
  const auto append = [&](const std::string& bytes) {
    hash.add(bytes);
    file.append(bytes);
  };
  for (std::size_t i = 0; i < sheets.size(); ++i) {
    const auto bytes = pdf(i);
    append(tar_header(path_of(sheets[i].number), bytes.size()));
    append(bytes);
    append(tar_padding(bytes.size()));
  }
  append(tar_end());
  file.put_at(target, true);
  return {hash.finish(), file.size()};
}

ArchiveFacts write_zip_at(const std::string& target, const std::string& passing,
                          const std::vector<MadeSheet>& sheets,
                          const std::function<std::string(std::size_t)>& pdf) {
  std::vector<std::string> names;
  for (const auto& sheet : sheets) {
    names.push_back(path_of(sheet.number));
  }
  write_zip(passing, names, pdf);
  const auto facts = facts_of(passing);
  put_at(passing, target);
  return facts;
}

}  // namespace

bool is_archive(const std::string& path) {
  return path.ends_with(".tar") || is_zip(path);
}

ArchiveFacts write_archive(const std::string& target, const std::string& passing,
                           const std::vector<MadeSheet>& sheets,
                           const std::function<std::string(std::size_t)>& pdf) {
  return is_zip(target) ? write_zip_at(target, passing, sheets, pdf)
                        : write_tar(target, passing, sheets, pdf);
}

ArchiveFacts facts_of(const std::string& path) {
  constexpr std::size_t block = std::size_t{1} << 20;
  const FileAt file(path);
  Sha256Stream hash;
  std::uint64_t size = 0;
  for (auto bytes = file.read(0, block); !bytes.empty(); bytes = file.read(size, block)) {
    hash.add(bytes);
    size += bytes.size();
  }
  return {hash.finish(), size};
}

struct SheetArchive::Impl {
  std::string path;
  std::vector<MadeSheet> sheets;
  std::vector<std::uint64_t> at;  ///< of the PDFs in a tar
  std::optional<FileAt> tar;
  std::optional<ZipFile> zip;
  std::mutex mutex;  ///< of the zip

  std::string bytes(std::size_t index) {
    const auto size = sheets[index].bytes;
    if (tar) {
      return tar->read(at[index], size);
    }
    const std::lock_guard lock(mutex);
    return index < zip->count() ? zip->bytes(index, size) : "";
  }
};

SheetArchive::SheetArchive(const std::string& path, const std::vector<MadeSheet>& sheets)
    : impl_(new Impl{path, sheets, {}, {}, {}, {}}) {
  if (is_zip(path)) {
    impl_->zip.emplace(path);
    return;
  }
  impl_->tar.emplace(path);
  std::uint64_t at = tar_block;
  for (const auto& sheet : sheets) {
    impl_->at.push_back(at);
    at += tar_size(sheet.bytes);
  }
}

SheetArchive::~SheetArchive() = default;

std::string SheetArchive::read(std::size_t index) const {
  auto bytes = impl_->bytes(index);
  if (sha256(bytes) != impl_->sheets[index].pdf) {
    throw FileError(FileError::Step::read, impl_->path,
                    "is damaged; remove it and run the command that made it again");
  }
  return bytes;
}

}  // namespace trialsheet
