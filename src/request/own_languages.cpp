// Reads languages from files.

#include "request/own_languages.hpp"

#include <algorithm>
#include <filesystem>

#include "base/file.hpp"

namespace trialsheet {

namespace {

namespace fs = std::filesystem;

constexpr const char* sheet = "sheet.json";

OwnLanguage::File read_part(const fs::path& folder, const char* name) {
  const auto path = (folder / name).string();
  return {path, read_file(path)};
}

OwnLanguage read_language(const fs::path& folder) {
  return {folder.filename().string(), read_part(folder, sheet),
          read_part(folder, "question_texts.json"), read_part(folder, "glosses.json")};
}

/// The folders in `folder`, by name.
std::vector<fs::path> folders_in(const std::string& folder) {
  std::error_code error;
  std::vector<fs::path> found;
  for (fs::directory_iterator each(folder, error), end; !error && each != end;
       each.increment(error)) {
    if (each->is_directory() && !each->path().filename().string().starts_with('.')) {
      found.push_back(each->path());
    }
  }
  if (error) {
    throw FileError(FileError::Step::read, folder,
                    "is no folder that can be read: " + error.message());
  }
  std::sort(found.begin(), found.end());
  return found;
}

}  // namespace

std::vector<OwnLanguage> read_own_languages(const std::string& folder) {
  if (folder.empty()) {
    return {};
  }
  const auto folders = folders_in(folder);
  if (folders.empty() || fs::exists(fs::path(folder) / sheet)) {
    throw Error(Fault::layout, folder,
                "must hold a folder for each language, called by its tag, such as "
                "es/sheet.json; see src/words/README.md");
  }
  std::vector<OwnLanguage> languages;
  for (const auto& each : folders) {
    languages.push_back(read_language(each));
  }
  return languages;
}

EngineOptions engine_options(const std::string& words_folder,
                             const std::vector<std::string>& font_folders) {
  return {read_own_languages(words_folder), font_folders};
}

}  // namespace trialsheet
