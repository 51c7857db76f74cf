// Believes nothing that a hash does not say.

#include "batch/merge.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <tuple>

#include "base/file.hpp"
#include "batch/disk.hpp"
#include "batch/publish.hpp"
#include "batch/shelf.hpp"

namespace trialsheet {

namespace {

/// A shard as its file name says it.
struct ShardName {
  Share share;
  std::string file;  ///< of the archive
};

const std::string manifest_ending = ".manifest.jsonl";

/// Of an archive or its manifest; nothing of other files.
std::optional<ShardName> parse_shard_name(std::string name) {
  if (name.ends_with(manifest_ending)) {
    name.resize(name.size() - manifest_ending.size());
  }
  ShardName found;
  std::array<char, 4> ending{};
  // "shard-00007-of-00580.tar"
  if (std::sscanf(name.c_str(), "shard-%9u-of-%9u.%3s", &found.share.index,
                  &found.share.count, ending.data()) != 3) {
    return std::nullopt;
  }
  found.file = share_name(found.share, ending.data());
  const bool is_one = is_archive(name) && name == found.file;
  return is_one ? std::optional(found) : std::nullopt;
}

/// What must be the same in all shards.
using Kind = std::tuple<std::string, std::string, std::uint64_t>;

Kind kind_of(const ManifestHead& head) {
  return {head.version, head.settings, head.input_bytes};
}

/// The sheets of all shards on their way into one output.
class MergingShelf final : public Shelf {
 public:
  MergingShelf(std::string output, WorkFolder& work)
      : output_(std::move(output)), work_(&work) {}

  bool take(const Sha256& /*record*/) override { return false; }
  void add(const MadeSheet& /*sheet*/, std::string_view /*pdf*/) override {}

  void add_archive(const std::string& path, const std::vector<MadeSheet>& sheets) {
    const auto origin = static_cast<std::uint32_t>(archives_.size());
    archives_.push_back(std::make_unique<SheetArchive>(path, sheets));
    for (std::size_t i = 0; i < sheets.size(); ++i) {
      index().offer({sheets[i], origin, i});
    }
  }

  ArchiveFacts finish() override {
    const auto kept = index().sheets();
    if (!is_archive(output_)) {
      return fill_folder(kept);
    }
    std::vector<MadeSheet> sheets;
    for (const auto& each : kept) {
      sheets.push_back(each.sheet);
    }
    return write_archive(output_, work_->passing_path(), sheets,
                         [&](std::size_t i) { return read(kept[i]); });
  }

 private:
  std::string read(const KeptSheet& kept) const {
    return archives_[kept.origin]->read(kept.at);
  }

  ArchiveFacts fill_folder(const std::vector<KeptSheet>& sheets) {
    for (const auto& kept : sheets) {
      NewFile file(work_->passing_path());
      file.append(read(kept));
      make_folder(output_ + "/" + folder_of(kept.sheet.number));
      file.put_at(output_ + "/" + path_of(kept.sheet.number), false);
    }
    force_all(output_);
    return {};
  }

  std::string output_;
  WorkFolder* work_;
  std::vector<std::unique_ptr<SheetArchive>> archives_;
};

class Merge {
 public:
  explicit Merge(const MergeOptions& options) : options_(&options) {}

  MergeResult run() {
    find_shards();
    for (std::uint32_t index = 0; index < result_.shards; ++index) {
      check(index);
    }
    find_strangers();
    if (result_.missing.empty()) {
      put_together();
    }
    return std::move(result_);
  }

 private:
  void find_shards() {
    std::set<std::uint32_t> counts;
    for (const auto& name : names_in(options_->folder)) {
      if (const auto shard = parse_shard_name(name)) {
        counts.insert(shard->share.count);
        files_[shard->share.index] = shard->file;
      }
    }
    if (counts.empty()) {
      throw FileError(
          FileError::Step::read, options_->folder,
          "has no shards in it; expected what trialsheet batch --shard makes");
    }
    if (counts.size() > 1) {
      throw Error(Fault::record, options_->folder,
                  fmt::format("has shards of {} and of {} in it; remove those of one",
                              *counts.begin(), *counts.rbegin()));
    }
    result_.shards = *counts.begin();
  }

  std::string path(std::uint32_t index) const {
    return options_->folder + "/" + files_.at(index);
  }

  void check(std::uint32_t index) {
    if (!files_.contains(index)) {
      miss(index, "is not there");
      return;
    }
    auto manifest = read_manifest(path(index) + manifest_ending);
    if (!manifest || manifest->head.share != Share{index, result_.shards}) {
      miss(index, "has no manifest: it has not ended");
    } else if (is_damaged(index, manifest->head)) {
      miss(index, "is missing or damaged: it has not the hash that its manifest says");
    } else if (manifest->head.unread > 0) {
      miss(index, fmt::format("could not read {} of its records", manifest->head.unread));
    } else {
      good_.emplace(index, *std::move(manifest));
    }
  }

  bool is_damaged(std::uint32_t index, const ManifestHead& head) const {
    std::error_code error;
    const auto size = std::filesystem::file_size(path(index), error);
    return error || size != head.output_bytes ||
           facts_of(path(index)).hash != head.output_hash;
  }

  void miss(std::uint32_t index, const std::string& reason) {
    result_.missing.push_back({index, reason});
  }

  /// Those that were made otherwise than most.
  void find_strangers() {
    std::map<Kind, std::size_t> counts;  // not read if there are none
    for (const auto& [index, manifest] : good_) {
      ++counts[kind_of(manifest.head)];
    }
    const auto most = std::max_element(
        counts.begin(), counts.end(),
        [](const auto& a, const auto& b) { return a.second < b.second; });
    for (const auto& [index, manifest] : good_) {
      if (kind_of(manifest.head) != most->first) {
        miss(index, "was made of another input, or with other settings, than most");
      }
    }
    std::sort(result_.missing.begin(), result_.missing.end(),
              [](const auto& a, const auto& b) { return a.index < b.index; });
  }

  void put_together() {
    if (options_->output.empty()) {
      count_only();
      return;
    }
    const auto paths = output_paths(options_->output);
    if (!is_archive(options_->output)) {
      make_folder(options_->output);
    }
    auto head = good_.begin()->second.head;
    head.share = {};
    const auto lock = lock_work_folder(paths.work, [] { return false; });
    WorkFolder work(paths.work, {head.settings, ""});
    MergingShelf shelf(options_->output, work);
    std::vector<RecordProblem> problems;
    for (auto& [index, manifest] : good_) {
      shelf.add_archive(path(index), manifest.sheets);
      add_rest(shelf.index(), manifest, problems);
      manifest.sheets = {};
    }
    take_counts(publish(paths, options_->report, shelf, work, head, problems));
  }

  static void add_rest(SheetIndex& index, const Manifest& manifest,
                       std::vector<RecordProblem>& problems) {
    for (const auto& record : manifest.superseded) {
      index.add_superseded(record);
    }
    problems.insert(problems.end(), manifest.problems.begin(), manifest.problems.end());
  }

  void count_only() {
    SheetIndex index;
    std::vector<RecordProblem> problems;
    for (const auto& [number, manifest] : good_) {
      for (const auto& sheet : manifest.sheets) {
        index.offer({sheet});
      }
      add_rest(index, manifest, problems);
    }
    result_.sheets = index.size();
    result_.superseded = index.superseded().size();
    result_.failed = problems.size();
  }

  void take_counts(const BatchResult& result) {
    result_.sheets = result.sheets;
    result_.superseded = result.superseded;
    result_.failed = result.failed;
    result_.unread = result.unread;
    result_.report = result.report;
  }

  const MergeOptions* options_;
  std::map<std::uint32_t, std::string> files_;  ///< names of archives, by index
  std::map<std::uint32_t, Manifest> good_;
  MergeResult result_;
};

}  // namespace

MergeResult merge_shards(const MergeOptions& options) {
  if (!is_folder(options.folder)) {
    throw FileError(FileError::Step::read, options.folder,
                    "is no folder; name the one that the shards are in");
  }
  return Merge(options).run();
}

std::string array_expression(const std::vector<MissingShard>& missing) {
  std::string text;
  for (std::size_t i = 0; i < missing.size();) {
    std::size_t end = i + 1;
    while (end < missing.size() && missing[end].index == missing[end - 1].index + 1) {
      ++end;
    }
    text += (text.empty() ? "" : ",") + std::to_string(missing[i].index);
    if (end - i > 1) {
      text += "-" + std::to_string(missing[end - 1].index);
    }
    i = end;
  }
  return text;
}

}  // namespace trialsheet
