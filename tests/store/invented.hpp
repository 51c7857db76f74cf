// Invented records, and a folder for a test's files.

#pragma once

#include <cstdlib>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

/// A record of an invented trial; `version` "" leaves versionHolder out.
inline std::string invented_record(const std::string& nct, const std::string& version,
                                   const std::string& title = "An Invented Trial",
                                   const std::vector<std::string>& aliases = {}) {
  nlohmann::json record;
  auto& identification = record["protocolSection"]["identificationModule"];
  identification = {{"nctId", nct}, {"briefTitle", title}};
  if (!aliases.empty()) {
    identification["nctIdAliases"] = aliases;
  }
  if (!version.empty()) {
    record["derivedSection"]["miscInfoModule"]["versionHolder"] = version;
  }
  return record.dump();
}

/// A folder of its own for one test.
class Scratch {
 public:
  Scratch() {
    std::string pattern = (std::filesystem::temp_directory_path() / "trialsheet-XXXXXX");
    if (!mkdtemp(pattern.data())) {
      throw std::runtime_error("no folder for a test");
    }
    folder_ = pattern;
  }
  ~Scratch() { std::filesystem::remove_all(folder_); }
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;

  std::string operator/(const std::string& name) const {
    return (folder_ / name).string();
  }

 private:
  std::filesystem::path folder_;
};
