// Folder shelf: a file for each sheet, in folders of up to ten thousand.

#pragma once

#include <array>
#include <mutex>

#include "batch/shelf.hpp"

namespace trialsheet {

class FolderShelf final : public Shelf {
 public:
  FolderShelf(const OutputPaths& paths, WorkFolder& work,
              const std::optional<Manifest>& earlier);

  bool take(const Sha256& record) override;
  void add(const MadeSheet& sheet, std::string_view pdf) override;
  ArchiveFacts finish() override;

 private:
  const MadeSheet* find(const Sha256& record) const;
  bool is_in_place(const MadeSheet& sheet) const;
  std::string path(const MadeSheet& sheet) const;
  std::mutex& place_of(const MadeSheet& sheet);

  std::string folder_;
  WorkFolder* work_;
  std::unordered_map<Sha256, MadeSheet, Sha256Key> earlier_;
  std::array<std::mutex, 64> places_;  ///< two sheets of one trial wait for each other
};

}  // namespace trialsheet
