// Finds out what the input is, and reads what record_files does not.

#include "batch/input.hpp"

#include <array>
#include <cerrno>
#include <exception>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string_view>

#include "base/file.hpp"
#include "base/nct.hpp"
#include "store/store.hpp"

namespace trialsheet {

namespace {

namespace fs = std::filesystem;

// "Magic Header String", sqlite.org/fileformat.html.
constexpr std::string_view store_magic("SQLite format 3\0", 16);

bool is_file(const std::string& path) {
  std::error_code error;
  return path != "-" && fs::is_regular_file(path, error);
}

std::string beginning_of(const std::string& path) {
  std::array<char, 4096> bytes{};
  std::ifstream file(path, std::ios::binary);
  file.read(bytes.data(), bytes.size());
  return {bytes.data(), static_cast<std::size_t>(file.gcount())};
}

/// Whether it is text whose first line that says something has an NCT number, and is no
/// JSON.
bool is_list(const std::string& beginning) {
  if (beginning.find('\0') != beginning.npos) {
    return false;
  }
  std::istringstream lines(beginning);
  for (std::string line; std::getline(lines, line);) {
    const auto first = line.find_first_not_of(" \t\r");
    if (first == line.npos || line[first] == '#') {
      continue;
    }
    return line[first] != '{' && line[first] != '[' && find_nct_number(line);
  }
  return false;
}

/// Records out of a store, told like those of files.
class FromStore {
 public:
  FromStore(const std::string& path, const ReadingOptions& options,
            const std::function<void(RecordInFile)>& record,
            const std::function<void(const Error&)>& problem)
      : store_(path, Store::Access::read),
        options_(&options),
        record_(&record),
        problem_(&problem) {}

  void read_all(const std::string& path) {
    const auto numbers = store_.numbers();
    for (std::size_t i = 0; i < numbers.size(); ++i) {
      read(path + ", " + numbers[i], numbers[i]);
      tell(i, numbers.size());
    }
  }

  void read_list(const std::string& path) {
    const auto text = read_file(path);
    std::istringstream lines(text);
    std::size_t number = 1;
    for (std::string line; std::getline(lines, line); ++number) {
      if (line.find_first_not_of(" \t\r") != line.npos && !line.starts_with('#')) {
        read(path + ", line " + std::to_string(number), line);
      }
      tell(static_cast<std::size_t>(lines.tellg()), text.size());
    }
  }

 private:
  /// `typed`: as a person writes it.
  void read(const std::string& where, const std::string& typed) {
    const auto nct = find_nct_number(typed);
    if (!is_in(options_->share, nct ? *nct : typed)) {
      return;
    }
    const auto found = nct ? store_.find(*nct) : std::nullopt;
    if (found) {
      (*record_)({where, found->json});
    } else if (nct) {
      (*problem_)(
          Error(Fault::absent, where,
                "is not in the store; trialsheet fetch gets it from the registry"));
    } else {
      (*problem_)(Error(Fault::record, where,
                        "is no NCT number; expected \"NCT\" and eight digits"));
    }
  }

  void tell(std::size_t done, std::size_t of) const {
    if (options_->progress) {
      options_->progress(static_cast<double>(done) / static_cast<double>(of));
    }
  }

  Store store_;
  const ReadingOptions* options_;
  const std::function<void(RecordInFile)>* record_;
  const std::function<void(const Error&)>* problem_;
};

/// What is left of a file that is damaged at some place: what stood before it is good.
void read_files(const std::string& path, const ReadingOptions& options,
                const std::function<void(RecordInFile)>& record,
                const std::function<void(const Error&)>& problem) {
  bool has_any = false;
  std::exception_ptr thrown;
  const auto take = [&](RecordInFile each) {
    has_any = true;
    try {
      record(std::move(each));
    } catch (...) {
      thrown = std::current_exception();
      throw;
    }
  };
  try {
    read_record_files(path, take, problem, options);
  } catch (const FileError& error) {
    if (thrown || !has_any || error.code() != 0) {
      throw;
    }
    problem(error);
  }
}

void require_still_there(const std::string& path) {
  std::error_code error;
  if (path != "-" && !fs::exists(path, error)) {
    throw system_error(FileError::Step::read, path, ENOENT);
  }
}

}  // namespace

void read_batch_input(const BatchInput& input, const ReadingOptions& options,
                      const std::function<void(RecordInFile)>& record,
                      const std::function<void(const Error&)>& problem) {
  const auto beginning = is_file(input.path) ? beginning_of(input.path) : "";
  if (beginning.starts_with(store_magic)) {
    FromStore(input.path, options, record, problem).read_all(input.path);
  } else if (is_list(beginning)) {
    FromStore(input.store_path(), options, record, problem).read_list(input.path);
  } else {
    read_files(input.path, options, record, problem);
  }
  require_still_there(input.path);
}

std::uint64_t size_of_input(const BatchInput& input) {
  std::error_code error;
  return is_file(input.path) ? fs::file_size(input.path, error) : 0;
}

}  // namespace trialsheet
