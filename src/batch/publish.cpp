// The order of the steps is what a killed run is mended by: sheets, report, manifest.

#include "batch/publish.hpp"

#include <algorithm>
#include <filesystem>

#include "base/file.hpp"
#include "batch/disk.hpp"

namespace trialsheet {

namespace {

void write_manifest(const std::string& target, WorkFolder& work, const ManifestHead& head,
                    const std::vector<KeptSheet>& sheets,
                    const std::vector<Superseded>& superseded,
                    const std::vector<RecordProblem>& problems) {
  NewFile file(work.passing_path());
  file.append(to_line(head));
  for (const auto& kept : sheets) {
    file.append(to_line(kept.sheet));
  }
  for (const auto& record : superseded) {
    file.append(to_line(record));
  }
  for (const auto& problem : problems) {
    file.append(to_line(problem));
  }
  file.put_at(target, true);
}

std::string report_of(const std::vector<Superseded>& superseded,
                      const std::vector<RecordProblem>& problems) {
  std::string report;
  for (const auto& problem : problems) {
    report += report_line(problem);
  }
  for (const auto& record : superseded) {
    report += report_line(record);
  }
  return report;
}

/// Where the report is; one that says nothing is not written. Beside the sheets it is
/// made in the work folder, where the next run takes away what a killed one left.
std::string write_report(const std::string& target, const std::string& report,
                         WorkFolder* work) {
  if (report.empty()) {
    remove_file(target);
    return "";
  }
  if (work == nullptr) {
    write_file_whole(target, report);
    return target;
  }
  NewFile file(work->passing_path());
  file.append(report);
  file.put_at(target, true);
  return target;
}

}  // namespace

BatchResult publish(const OutputPaths& paths, const std::string& report, Shelf& shelf,
                    WorkFolder& work, ManifestHead head,
                    const std::vector<RecordProblem>& problems) {
  const auto sheets = shelf.index().sheets();
  const auto superseded = shelf.index().superseded();
  const auto facts = shelf.finish();
  if (is_archive(paths.output)) {
    head.output = std::filesystem::path(paths.output).filename().string();
  }
  head.output_hash = facts.hash;
  head.output_bytes = facts.bytes;
  head.sheets = sheets.size();
  head.superseded = superseded.size();
  head.failed = problems.size();
  head.unread = static_cast<std::uint64_t>(
      std::count_if(problems.begin(), problems.end(),
                    [](const RecordProblem& each) { return each.is_unread; }));

  BatchResult result;
  const auto target = !report.empty() ? report : head.share.is_all() ? paths.report : "";
  if (!target.empty()) {
    result.report = write_report(target, report_of(superseded, problems),
                                 report.empty() ? &work : nullptr);
  }
  write_manifest(paths.manifest, work, head, sheets, superseded, problems);
  work.remove();
  result.sheets = head.sheets;
  result.superseded = head.superseded;
  result.failed = head.failed;
  result.unread = head.unread;
  return result;
}

}  // namespace trialsheet
