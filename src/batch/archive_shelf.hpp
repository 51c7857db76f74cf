// Archive shelf: the sheets wait in the work folder until all are there, and then go into
// the archive in their order.

#pragma once

#include "batch/shelf.hpp"

namespace trialsheet {

class ArchiveShelf final : public Shelf {
 public:
  ArchiveShelf(std::string path, WorkFolder& work, std::optional<Manifest> earlier);

  bool take(const Sha256& record) override;
  void add(const MadeSheet& sheet, std::string_view pdf) override;
  ArchiveFacts finish() override;

 private:
  std::optional<KeptSheet> find(const Sha256& record) const;
  std::string read(const KeptSheet& kept) const;
  bool is_as_earlier(const std::vector<KeptSheet>& sheets) const;

  std::string path_;
  WorkFolder* work_;
  std::optional<Manifest> earlier_;  ///< of what is there, if that is not damaged
  std::optional<SheetArchive> archive_;
  std::unordered_map<Sha256, std::size_t, Sha256Key> in_archive_;
};

}  // namespace trialsheet
