// Arguments: what the user typed, checked and turned into a task.

#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "render.hpp"

namespace trialsheet {

enum class Format {
  pdf,
  fhir,  ///< an R4 DocumentReference with the PDF in it
};

enum class ShownNotes {
  none,
  important,  ///< those that somebody may have to act on: ignored, replaced
  all,
};

/// Where records come from that are named by their NCT number.
struct SourceArguments {
  std::string store;   ///< its file; empty: the one in the user's data folder
  bool fetch = false;  ///< the registry may be asked
  std::string registry = "https://clinicaltrials.gov/api/v2";
  std::string user_agent;  ///< empty: the program's own
  double pause = 1.2;      ///< seconds between two requests
  double timeout = 60;     ///< seconds that one request may take
  double patience = 180;   ///< seconds for all requests that one record needs
};

/// --brand, and which options were typed: they go before the brand's own.
struct BrandArguments {
  std::string file;  ///< empty: none
  bool paper = false;
  bool layout = false;
  bool language = false;
  bool whereabouts = false;  ///< --near or --country
};

/// trialsheet render
struct RenderCommand {
  std::vector<std::string> records;  ///< paths, NCT numbers, or "-" for standard input
  std::string output;  ///< a path, a folder, "-" for standard output; empty: <NCT>.pdf
  RenderOptions options;
  Format format = Format::pdf;
  BrandArguments brand;
  std::string words;                      ///< folder of own languages; empty: none
  std::vector<std::string> font_folders;  ///< looked in before the fixed places
  ShownNotes notes = ShownNotes::important;
  bool timings = false;  ///< say what took how long; of one record
  SourceArguments source;
};

/// trialsheet bundle
struct BundleCommand {
  std::vector<std::string> records;  ///< as of render
  std::string output;                ///< a path, or "-" for standard output
  RenderOptions options;
  BrandArguments brand;
  BundleOptions bundle;
  bool keep_going = false;  ///< leave out a record of which no sheet is made
  std::string words;        ///< as of render
  std::vector<std::string> font_folders;  ///< as of render
  ShownNotes notes = ShownNotes::important;
  SourceArguments source;
};

/// trialsheet explain
struct ExplainCommand {
  std::string record;
  RenderOptions options;
  BrandArguments brand;
  std::string words;                      ///< as above
  std::vector<std::string> font_folders;  ///< as above
  bool json = false;
  SourceArguments source;
};

/// trialsheet layouts [check FILE]
struct LayoutsCommand {
  std::string file;  ///< the layout file to check; empty: list those in the program
};

/// trialsheet brands check FILE
struct BrandsCommand {
  std::string file;
};

/// trialsheet fonts [RECORD]
struct FontsCommand {
  std::string record;  ///< empty: list all faces
  RenderOptions options;
  BrandArguments brand;
  std::string words;                      ///< as above
  std::vector<std::string> font_folders;  ///< as above
  SourceArguments source;
};

/// trialsheet languages [check DIR]
struct LanguagesCommand {
  std::string words;   ///< as above
  bool check = false;  ///< only the languages of `words`
};

/// trialsheet fetch
struct FetchCommand {
  std::vector<std::string> numbers;  ///< as typed
  std::string query;                 ///< empty: none
  std::size_t limit = 1000;          ///< of records of the query
  std::vector<std::string> from;     ///< files and folders, or "-"
  bool quiet = false;
  SourceArguments source;
};

/// trialsheet serve
struct ServeCommand {
  static constexpr const char* at_home = "127.0.0.1:8080";
  std::string listen;        ///< empty: the socket that systemd hands over, or `at_home`
  int workers = 0;           ///< pages made at the same time; 0: one a processor
  std::size_t max_body = 8;  ///< of a record that is sent, in MiB
  int max_connections = 1200;
  SourceArguments source;
  std::string words;                      ///< folder of own languages; empty: none
  std::vector<std::string> font_folders;  ///< as above
  std::string brand;                      ///< a file; empty: none
};

/// trialsheet batch
struct BatchCommand {
  std::string input;
  std::string output;     ///< a folder, *.tar or *.zip; of a share, the folder it is in
  std::string report;     ///< empty: beside the output
  RenderOptions options;  ///< without a date: it is chosen when the output is known
  BrandArguments brand;
  std::string date;            ///< as typed; empty: not given
  std::string shard;           ///< as typed; empty: none
  std::uint32_t shards = 0;    ///< 0: not given
  std::string format = "tar";  ///< of a share
  int jobs = 0;                ///< 0: one a processor
  bool strict = false;
  bool quiet = false;
  SourceArguments source;
  std::string words;                      ///< folder of own languages; empty: none
  std::vector<std::string> font_folders;  ///< as above
};

/// trialsheet merge
struct MergeCommand {
  std::string folder;
  std::string output;  ///< empty: only checked
  std::string report;
  bool quiet = false;
};

/// trialsheet --stdio
struct StdioCommand {
  std::size_t max_record = 16;            ///< MiB
  std::vector<std::string> brands;        ///< files
  std::string words;                      ///< as above
  std::vector<std::string> font_folders;  ///< as above
};

/// Text to print and the exit code to end with: help, the version, or a wrong argument.
struct Reply {
  std::string text;
  int exit_code;
};

using Task = std::variant<RenderCommand, BundleCommand, ExplainCommand, LayoutsCommand,
                          BrandsCommand, FontsCommand, LanguagesCommand, FetchCommand,
                          ServeCommand, BatchCommand, MergeCommand, StdioCommand, Reply>;

/// The day that is printed: as typed, or if that is empty SOURCE_DATE_EPOCH or today;
/// nothing of "none".
std::optional<Date> chosen_date(const std::string& typed);

/// Throws Error{Fault::request} if SOURCE_DATE_EPOCH is needed and broken.
Task parse_arguments(int argc, const char* const* argv);

}  // namespace trialsheet
