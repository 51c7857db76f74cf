// Manifest: what a run has made of its input, written when all else is on disk.
//
// JSON Lines: first the head, then a line for each sheet by its number, for each record
// of which a newer one is kept, and for each of which there is no sheet. It holds no
// time, machine or folder: the same input and settings give the same bytes.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.hpp"
#include "batch/made_sheet.hpp"
#include "store/record_files.hpp"

namespace trialsheet {

/// Something in the input of which there is no sheet.
struct RecordProblem {
  std::uint64_t sequence = 0;  ///< in the order of the input
  std::string where;           ///< "all.ndjson, line 17"
  std::string what;
  std::string right;       ///< what would be right; may be empty
  bool is_unread = false;  ///< it may be good: it could not be read, or had no answer
};

RecordProblem problem_of(const Error& error, const std::string& where);

/// A record that gave way to a newer one of its trial, or to the same one.
struct Superseded {
  std::uint32_t number = 0;
  std::uint32_t day = 0;  ///< as of MadeSheet
  Sha256 record;
  std::uint32_t kept_day = 0;

  friend auto operator<=>(const Superseded&, const Superseded&) = default;
};

struct ManifestHead {
  std::string version;   ///< of the program
  std::string settings;  ///< settings_of()
  Share share;
  std::uint64_t input_bytes = 0;  ///< size of the input, if it is one file
  std::string output;             ///< name of the archive; empty: a folder
  Sha256 output_hash;             ///< of the archive
  std::uint64_t output_bytes = 0;
  std::uint64_t sheets = 0, superseded = 0, failed = 0, unread = 0;
};

struct Manifest {
  ManifestHead head;
  std::vector<MadeSheet> sheets;  ///< by number
  std::vector<Superseded> superseded;
  std::vector<RecordProblem> problems;
};

/// Each with its end of line.
std::string to_line(const ManifestHead& head);
std::string to_line(const MadeSheet& sheet);
std::string to_line(const Superseded& record);
std::string to_line(const RecordProblem& problem);

/// A sheet and where in a file its PDF is: a line of a journal.
struct PlacedSheet {
  MadeSheet sheet;
  std::uint64_t at = 0;
};
std::string to_line(const PlacedSheet& placed);
std::optional<PlacedSheet> parse_placed(std::string_view line);

/// The first line of a journal.
struct JournalHead {
  std::string settings;
  std::string day;  ///< printed on the sheets; empty: none
};
std::string to_line(const JournalHead& head);
std::optional<JournalHead> parse_journal_head(std::string_view line);

/// Nothing if there is none, or it is not whole.
std::optional<Manifest> read_manifest(const std::string& path);

/// What the user is told of a record without a sheet: {"where", "what", "right"}.
std::string report_line(const RecordProblem& problem);
std::string report_line(const Superseded& record);

}  // namespace trialsheet
