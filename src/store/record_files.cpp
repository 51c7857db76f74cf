// Finds out what a file is, and takes it apart into records.

#include "store/record_files.hpp"

#include <algorithm>
#include <array>
#include <exception>
#include <filesystem>
#include <fstream>
#include <string_view>
#include <system_error>
#include <vector>

#include "base/file.hpp"
#include "base/text.hpp"
#include "store/line_reader.hpp"
#include "store/pieces.hpp"
#include "store/zip_file.hpp"

namespace trialsheet {

namespace {

namespace fs = std::filesystem;

bool ends_in_any(const std::string& name, std::initializer_list<std::string_view> ends) {
  const std::string small = lower_ascii(name);
  return std::any_of(ends.begin(), ends.end(),
                     [&](std::string_view end) { return small.ends_with(end); });
}

bool is_of_lines(const std::string& name) {
  return ends_in_any(name, {".ndjson", ".jsonl", ".ndjson.gz", ".jsonl.gz"});
}

bool is_of_records(const std::string& name) {
  return is_of_lines(name) || ends_in_any(name, {".json", ".json.gz"});
}

bool is_blank(std::string_view line) {
  return line.find_first_not_of(" \t\r") == line.npos;
}

bool is_zip(const std::string& path) {
  std::error_code error;
  if (!fs::is_regular_file(path, error)) {
    return false;  // what is read from a pipe is gone
  }
  std::ifstream file(path, std::ios::binary);
  std::array<char, 4> first{};
  file.read(first.data(), first.size());
  const std::string_view magic(first.data(), static_cast<std::size_t>(file.gcount()));
  // The second is a zip without files (APPNOTE.TXT, 4.3.7 and 4.3.16).
  return magic == "PK\x03\x04" || magic == "PK\x05\x06";
}

/// What a callback threw, on its way past those who wait for errors of files.
struct Stopped {
  std::exception_ptr thrown;
};

class Reading {
 public:
  Reading(const std::function<void(RecordInFile)>& record,
          const std::function<void(const Error&)>& problem)
      : record_(&record), problem_(&problem) {}

  void read(const std::string& path) {
    std::error_code error;
    if (path != "-" && fs::is_directory(path, error)) {
      read_folder(path);
    } else if (path != "-" && is_zip(path)) {
      read_zip(path);
    } else {
      read_text(path);
    }
  }

 private:
  void read_folder(const fs::path& folder) {
    for (const auto& entry : entries_of(folder)) {
      try {
        std::error_code error;
        if (entry.is_directory(error) && !entry.is_symlink(error)) {
          read_folder(entry.path());
        } else if (is_of_records(entry.path().string())) {
          read_text(entry.path().string());
        }
      } catch (const FileError& problem) {
        (*problem_)(problem);
      }
    }
  }

  static std::vector<fs::directory_entry> entries_of(const fs::path& folder) {
    std::vector<fs::directory_entry> entries;
    std::error_code error;
    for (fs::directory_iterator at(folder, error), end; !error && at != end;
         at.increment(error)) {
      if (!at->path().filename().string().starts_with('.')) {
        entries.push_back(*at);
      }
    }
    if (error) {
      throw FileError(FileError::Step::read, folder.string(),
                      "cannot be read: " + error.message());
    }
    std::sort(entries.begin(), entries.end());
    return entries;
  }

  void read_zip(const std::string& path) {
    const ZipFile zip(path);
    bool has_records = false;
    for (std::uint64_t i = 0; i < zip.count(); ++i) {
      const std::string name = zip.name(i);
      if (!ends_in_any(name, {".json"}) || name.starts_with("__MACOSX/")) {
        continue;
      }
      has_records = true;
      try {
        give_pieces(path + ", " + name, zip.bytes(i, largest_file));
      } catch (const FileError& problem) {
        (*problem_)(problem);
      }
    }
    if (!has_records) {
      throw FileError(FileError::Step::read, path,
                      "has no records in it; expected files that end in .json");
    }
  }

  void read_text(const std::string& path) {
    LineReader reader(path);
    const std::string name = path == "-" ? "standard input" : path;
    std::string line;
    auto got = reader.next(line, largest_file);
    if (is_of_lines(path) || (got == LineReader::Got::line && pieces_of(line))) {
      read_lines(reader, name, got, line);
    } else {
      give_pieces(name, whole_text(reader, name, got, line));
    }
  }

  void read_lines(LineReader& reader, const std::string& name, LineReader::Got got,
                  std::string& line) {
    for (std::size_t number = 1; got != LineReader::Got::end; ++number) {
      const std::string where = name + ", line " + std::to_string(number);
      if (got == LineReader::Got::too_long) {
        tell_too_large(where);
      } else if (!is_blank(line)) {
        give_pieces(where, line);
      }
      got = reader.next(line, largest_file);
    }
  }

  std::string whole_text(LineReader& reader, const std::string& name, LineReader::Got got,
                         const std::string& first) {
    std::string text = first + "\n";
    std::string line;
    while (got == LineReader::Got::line && text.size() <= largest_file) {
      got = reader.next(line, largest_file);
      text += line + "\n";
    }
    if (got != LineReader::Got::end) {
      throw FileError(FileError::Step::read, name,
                      "is larger than 64 MiB; a file of more than one page of records is "
                      "one of lines, .ndjson");
    }
    return text;
  }

  void tell_too_large(const std::string& where) {
    (*problem_)(FileError(FileError::Step::read, where,
                          "is larger than 64 MiB; the record of one trial is not"));
  }

  void give_pieces(const std::string& where, const std::string& text) {
    const auto pieces = pieces_of(text);
    if (!pieces || (pieces->studies.size() == 1 && !pieces->is_page)) {
      give({where, text});
      return;
    }
    for (std::size_t i = 0; i < pieces->studies.size(); ++i) {
      give({where + ", study " + std::to_string(i + 1), std::string(pieces->studies[i])});
    }
  }

  void give(RecordInFile record) {
    try {
      (*record_)(std::move(record));
    } catch (...) {
      throw Stopped{std::current_exception()};
    }
  }

  const std::function<void(RecordInFile)>* record_;
  const std::function<void(const Error&)>* problem_;
};

}  // namespace

void read_record_files(const std::string& path,
                       const std::function<void(RecordInFile)>& record,
                       const std::function<void(const Error&)>& problem) {
  try {
    Reading(record, problem).read(path);
  } catch (const Stopped& stopped) {
    std::rethrow_exception(stopped.thrown);
  }
}

}  // namespace trialsheet
