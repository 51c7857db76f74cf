// Finds out what a file is, and takes it apart into records.

#include "store/record_files.hpp"

#include <algorithm>
#include <array>
#include <exception>
#include <filesystem>
#include <fstream>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

#include "base/hash.hpp"
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

std::string too_large(std::size_t most) {
  return "is larger than " + std::to_string(most >> 20) + " MiB";
}

/// What a callback threw, on its way past those who wait for errors of files.
struct Stopped {
  std::exception_ptr thrown;
};

class Reading {
 public:
  Reading(const std::function<void(RecordInFile)>& record,
          const std::function<void(const Error&)>& problem, const ReadingOptions& options)
      : record_(&record), problem_(&problem), options_(&options), share_(options.share) {}

  void read(const std::string& path) {
    std::error_code error;
    if (path == "-" && !share_.is_all()) {
      throw Error(Fault::request, "standard input",
                  "cannot be read in shares; name a file or a folder");
    }
    if (path != "-" && fs::is_directory(path, error)) {
      read_folder(path, "");
    } else if (path != "-" && is_zip(path)) {
      read_zip(path);
    } else {
      read_text(path);
    }
  }

 private:
  /// `inside`: its name in the folder that was asked for.
  void read_folder(const fs::path& folder, const std::string& inside) {
    const auto entries = entries_of(folder);
    const auto [begin, length] = std::pair(begin_, length_);
    for (std::size_t i = 0; i < entries.size(); ++i) {
      const auto part = length / static_cast<double>(entries.size());
      begin_ = begin + part * static_cast<double>(i);
      length_ = part;
      share_ = options_->share;
      try {
        read_entry(entries[i], inside + entries[i].path().filename().string());
      } catch (const FileError& problem) {
        (*problem_)(problem);
      }
    }
  }

  void read_entry(const fs::directory_entry& entry, const std::string& inside) {
    std::error_code error;
    if (entry.is_directory(error) && !entry.is_symlink(error)) {
      read_folder(entry.path(), inside + "/");
    } else if (is_of_lines(inside)) {
      read_text(entry.path().string());
    } else if (is_of_records(inside) && is_in(share_, inside)) {
      share_ = {};
      read_text(entry.path().string());
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
                      "cannot be read: " + error.message(), error.value());
    }
    std::sort(entries.begin(), entries.end());
    return entries;
  }

  void read_zip(const std::string& path) {
    const ZipFile zip(path);
    const auto [first, end] = part_of(zip.count());
    bool has_records = !share_.is_all();  // others may have them all
    share_ = {};
    for (std::uint64_t i = first; i < end; ++i) {
      tell(static_cast<double>(i - first) / static_cast<double>(end - first));
      const std::string name = zip.name(i);
      if (!ends_in_any(name, {".json"}) || name.starts_with("__MACOSX/")) {
        continue;
      }
      has_records = true;
      try {
        give_pieces(path + ", " + name, zip.bytes(i, options_->most));
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
    auto got = reader.next(line, options_->most);
    if (!is_of_lines(path) && !(got == LineReader::Got::line && pieces_of(line))) {
      give_pieces(name, whole_text(reader, name, got, line));
    } else if (share_.is_all() || !reader.is_plain()) {
      read_lines(reader, name, got, line);
    } else {
      read_range(reader, name);
    }
  }

  void read_lines(LineReader& reader, const std::string& name, LineReader::Got got,
                  std::string& line) {
    for (std::size_t number = 1; got != LineReader::Got::end; ++number) {
      if (share_.is_all() || number % share_.count == share_.index) {
        give_line(name + ", line " + std::to_string(number), got, line);
        tell(reader.fraction());
      }
      got = reader.next(line, options_->most);
    }
  }

  void read_range(LineReader& reader, const std::string& name) {
    const auto [first, end] = part_of(reader.size());
    reader.seek_line(first);
    std::string line;
    for (auto at = reader.offset(); at < end; at = reader.offset()) {
      const auto got = reader.next(line, options_->most);
      if (got == LineReader::Got::end) {
        return;
      }
      give_line(name + ", byte " + std::to_string(at), got, line);
      tell(static_cast<double>(at - first) / static_cast<double>(end - first));
    }
  }

  /// The share of `whole` things in a row: the first, and after the last.
  std::pair<std::uint64_t, std::uint64_t> part_of(std::uint64_t whole) const {
    return {whole * share_.index / share_.count,
            whole * (share_.index + 1) / share_.count};
  }

  void give_line(const std::string& where, LineReader::Got got, const std::string& line) {
    if (got == LineReader::Got::too_long) {
      (*problem_)(
          FileError(FileError::Step::read, where,
                    too_large(options_->most) + "; the record of one trial is not"));
    } else if (!is_blank(line)) {
      const auto share = std::exchange(share_, {});
      give_pieces(where, line);
      share_ = share;
    }
  }

  std::string whole_text(LineReader& reader, const std::string& name, LineReader::Got got,
                         std::string& line) {
    std::string text;
    while (got == LineReader::Got::line && text.size() <= options_->most) {
      text += line;
      text.append(reader.was_ended() ? 1 : 0, '\n');
      got = reader.next(line, options_->most);
    }
    if (got != LineReader::Got::end) {
      throw FileError(FileError::Step::read, name,
                      too_large(options_->most) +
                          "; a file of more than one page of records is one of lines, "
                          ".ndjson");
    }
    return text;
  }

  void give_pieces(const std::string& where, const std::string& text) {
    const auto pieces = pieces_of(text);
    const bool is_one = !pieces || (pieces->studies.size() == 1 && !pieces->is_page);
    if (is_one && share_.index == 0) {
      give({where, text});
    }
    for (std::size_t i = 0; !is_one && i < pieces->studies.size(); ++i) {
      if (i % share_.count == share_.index) {
        give({where + ", study " + std::to_string(i + 1),
              std::string(pieces->studies[i])});
      }
    }
  }

  void give(RecordInFile record) {
    try {
      (*record_)(std::move(record));
    } catch (...) {
      throw Stopped{std::current_exception()};
    }
  }

  /// `fraction`: of what is being read.
  void tell(double fraction) const {
    if (options_->progress) {
      options_->progress(begin_ + length_ * fraction);
    }
  }

  const std::function<void(RecordInFile)>* record_;
  const std::function<void(const Error&)>* problem_;
  const ReadingOptions* options_;
  Share share_;        ///< of what is being read; all of a file that is in the share
  double begin_ = 0;   ///< what is being read begins here, of everything
  double length_ = 1;  ///< and is so much of it
};

}  // namespace

bool is_in(const Share& share, std::string_view name) {
  return hash(name).low % share.count == share.index;
}

void read_record_files(const std::string& path,
                       const std::function<void(RecordInFile)>& record,
                       const std::function<void(const Error&)>& problem,
                       const ReadingOptions& options) {
  try {
    Reading(record, problem, options).read(path);
  } catch (const Stopped& stopped) {
    std::rethrow_exception(stopped.thrown);
  }
}

}  // namespace trialsheet
