// Writes and reads the lines of manifests, journals and reports.

#include "batch/manifest.hpp"

#include <fstream>
#include <nlohmann/json.hpp>

#include "base/file.hpp"
#include "base/nct.hpp"

namespace trialsheet {

namespace {

using Json = nlohmann::ordered_json;

constexpr int format = 1;  ///< of the manifest; another one is not read

/// Whatever bytes a name has, the line is JSON.
std::string line_of(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

/// Throws what nlohmann::json throws for a line of another kind.
Sha256 hash_at(const Json& json, const char* key) {
  const auto hash = parse_sha256(json.at(key).get<std::string>());
  return hash ? *hash : throw std::out_of_range(key);
}

std::uint32_t day_at(const Json& json, const char* key) {
  return packed_day(parse_date(json.value(key, "")));
}

std::uint32_t number_at(const Json& json) {
  const auto nct = json.at("nct").get<std::string>();
  return is_nct_number(nct) ? number_of(nct) : throw std::out_of_range("nct");
}

Json json_of(const MadeSheet& sheet) {
  return {{"nct", nct_of(sheet.number)}, {"version", day_text(sheet.day)},
          {"record", hex(sheet.record)}, {"sha256", hex(sheet.pdf)},
          {"bytes", sheet.bytes},        {"pages", sheet.pages},
          {"warnings", sheet.warnings}};
}

MadeSheet sheet_of(const Json& json) {
  return {number_at(json),         day_at(json, "version"), hash_at(json, "record"),
          hash_at(json, "sha256"), json.at("bytes"),        json.at("pages"),
          json.at("warnings")};
}

Superseded superseded_of(const Json& json) {
  return {number_at(json), day_at(json, "version"), hash_at(json, "record"),
          day_at(json, "kept")};
}

RecordProblem problem_of(const Json& json) {
  return {0, json.at("where"), json.at("what"), json.at("right"),
          json.value("unread", false)};
}

ManifestHead head_of(const Json& json) {
  if (json.at("manifest") != format) {
    throw std::out_of_range("manifest");
  }
  ManifestHead head;
  head.version = json.at("trialsheet");
  head.settings = json.at("settings");
  head.share = {json.at("shard").at("index"), json.at("shard").at("count")};
  head.input_bytes = json.at("input_bytes");
  head.output = json.at("output");
  head.output_hash = hash_at(json, "sha256");
  head.output_bytes = json.at("bytes");
  head.sheets = json.at("sheets");
  head.superseded = json.at("superseded");
  head.failed = json.at("failed");
  head.unread = json.at("unread");
  return head;
}

void take_line(Manifest& manifest, const Json& json) {
  if (json.contains("sha256")) {
    manifest.sheets.push_back(sheet_of(json));
  } else if (json.contains("kept")) {
    manifest.superseded.push_back(superseded_of(json));
  } else {
    manifest.problems.push_back(problem_of(json));
  }
}

bool is_whole(const Manifest& manifest) {
  const auto& head = manifest.head;
  return manifest.sheets.size() == head.sheets &&
         manifest.superseded.size() == head.superseded &&
         manifest.problems.size() == head.failed && head.share.index < head.share.count;
}

}  // namespace

RecordProblem problem_of(const Error& error, const std::string& where) {
  std::string text = error.what();
  // what() begins with where(), which may be a place inside the record.
  if (text.starts_with(where + ": ")) {
    text.erase(0, where.size() + 2);
  }
  const auto middle = text.find("; ");
  const auto* file = dynamic_cast<const FileError*>(&error);
  const bool is_unread =
      error.fault() == Fault::upstream || (file != nullptr && file->code() != 0);
  return {0, where, text.substr(0, middle),
          middle == text.npos ? "" : text.substr(middle + 2), is_unread};
}

std::string to_line(const ManifestHead& head) {
  return line_of({{"trialsheet", head.version},
                  {"manifest", format},
                  {"settings", head.settings},
                  {"shard", {{"index", head.share.index}, {"count", head.share.count}}},
                  {"input_bytes", head.input_bytes},
                  {"output", head.output},
                  {"sha256", hex(head.output_hash)},
                  {"bytes", head.output_bytes},
                  {"sheets", head.sheets},
                  {"superseded", head.superseded},
                  {"failed", head.failed},
                  {"unread", head.unread}});
}

std::string to_line(const MadeSheet& sheet) {
  return line_of(json_of(sheet));
}

std::string to_line(const Superseded& record) {
  return line_of({{"nct", nct_of(record.number)},
                  {"version", day_text(record.day)},
                  {"record", hex(record.record)},
                  {"kept", day_text(record.kept_day)}});
}

std::string to_line(const RecordProblem& problem) {
  Json json = {
      {"where", problem.where}, {"what", problem.what}, {"right", problem.right}};
  if (problem.is_unread) {
    json["unread"] = true;
  }
  return line_of(json);
}

std::string to_line(const PlacedSheet& placed) {
  auto json = json_of(placed.sheet);
  json["at"] = placed.at;
  return line_of(json);
}

std::optional<PlacedSheet> parse_placed(std::string_view line) {
  try {
    const auto json = Json::parse(line);
    return PlacedSheet{sheet_of(json), json.at("at")};
  } catch (const std::exception&) {
    return std::nullopt;
  }
}

std::string to_line(const JournalHead& head) {
  return line_of({{"settings", head.settings}, {"day", head.day}});
}

std::optional<JournalHead> parse_journal_head(std::string_view line) {
  try {
    const auto json = Json::parse(line);
    return JournalHead{json.at("settings"), json.at("day")};
  } catch (const std::exception&) {
    return std::nullopt;
  }
}

std::optional<Manifest> read_manifest(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::string line;
  if (!std::getline(file, line)) {
    return std::nullopt;
  }
  try {
    Manifest manifest;
    manifest.head = head_of(Json::parse(line));
    while (std::getline(file, line)) {
      take_line(manifest, Json::parse(line));
    }
    return is_whole(manifest) ? std::optional(std::move(manifest)) : std::nullopt;
  } catch (const std::exception&) {
    return std::nullopt;
  }
}

std::string report_line(const RecordProblem& problem) {
  return line_of(
      {{"where", problem.where}, {"what", problem.what}, {"right", problem.right}});
}

std::string report_line(const Superseded& record) {
  const auto day = [](std::uint32_t value) {
    return value == 0 ? std::string("without a day") : "of " + day_text(value);
  };
  return line_of({{"where", nct_of(record.number) + ", the record " + day(record.day)},
                  {"what", "there is another record of this trial"},
                  {"right", "the sheet is that of the record " + day(record.kept_day)}});
}

}  // namespace trialsheet
