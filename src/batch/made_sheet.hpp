// Made sheet: what is known of a sheet when its PDF is on disk.

#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "base/date.hpp"
#include "base/sha256.hpp"

namespace trialsheet {

/// Small, for there may be 600,000.
struct MadeSheet {
  std::uint32_t number = 0;  ///< the digits of the NCT number
  std::uint32_t day = 0;     ///< versionHolder, 20260714; 0: the record has none
  Sha256 record;             ///< of the record's bytes
  Sha256 pdf;
  std::uint32_t bytes = 0;  ///< of the PDF
  std::uint16_t pages = 0;
  std::uint16_t warnings = 0;  ///< notes that somebody may have to act on

  friend bool operator==(const MadeSheet&, const MadeSheet&) = default;
};

/// Which of two records of one trial is kept: the newer by the registry's own day; one
/// without a day is the oldest; of one day always the same one, whichever came first.
bool is_newer(const MadeSheet& a, const MadeSheet& b);

std::uint32_t number_of(const std::string& nct);
std::string nct_of(std::uint32_t number);

std::uint32_t packed_day(const std::optional<Date>& date);
std::string day_text(std::uint32_t day);  ///< "2026-07-14", or empty

/// "NCT0515xxxx": ten thousand numbers, of which the registry has given a few thousand.
std::string folder_of(std::uint32_t number);
/// "NCT0515xxxx/NCT05153070.pdf"
std::string path_of(std::uint32_t number);

}  // namespace trialsheet
