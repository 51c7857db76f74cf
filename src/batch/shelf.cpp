// Chooses the shelf by the name of the output.

#include "batch/shelf.hpp"

#include "batch/archive_shelf.hpp"
#include "batch/folder_shelf.hpp"

namespace trialsheet {

OutputPaths output_paths(const std::string& output) {
  if (is_archive(output)) {
    return {output, output + ".manifest.jsonl", output + ".report.jsonl",
            output + ".work"};
  }
  return {output, output + "/manifest.jsonl", output + "/report.jsonl",
          output + "/.work"};
}

std::unique_ptr<Shelf> open_shelf(const OutputPaths& paths, WorkFolder& work,
                                  std::optional<Manifest> earlier) {
  if (is_archive(paths.output)) {
    return std::make_unique<ArchiveShelf>(paths.output, work, std::move(earlier));
  }
  return std::make_unique<FolderShelf>(paths, work, earlier);
}

}  // namespace trialsheet
