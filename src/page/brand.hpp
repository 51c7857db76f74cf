// Brand: what a clinic puts on its handouts, read from a file (samples/brands/README.md
// is the language).
//
// All of it is the clinic's own words. It stands beside what every sheet says and takes
// nothing of it away.

#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "page/page.hpp"

namespace trialsheet {

/// A logo as it is printed, and what it is to somebody who cannot see it.
struct Logo {
  std::shared_ptr<const Pixels> pixels;
  std::string alt_text;  ///< never empty
};

/// A text in a language of its own (BCP 47).
struct TextIn {
  std::string language;
  std::string text;
};

/// A part of the extra page: a heading, and paragraphs below it.
struct AssistanceSection {
  std::string language;
  std::string heading;
  std::vector<std::string> paragraphs;
};

/// Options that a clinic need not type; empty where it says nothing.
struct BrandDefaults {
  std::string paper;
  std::string layout;
  std::string language;
  std::string near;
  std::string country;
};

struct Brand {
  std::string language;  ///< of its texts, BCP 47
  std::string name;      ///< of the clinic; all others may be empty
  std::string department;
  std::string address;
  std::string phone;
  std::string hours;
  std::optional<Color> accent;  ///< 7:1 on white or darker
  std::optional<Logo> logo;
  std::string footer;
  std::vector<TextIn> assistance;  ///< the notice, a line for each language
  std::vector<AssistanceSection> assistance_page;  ///< of a page of its own
  BrandDefaults defaults;
};

/// Reads the file that a brand names ("logo.png"); whoever reads the brand knows where.
/// Throws Error.
using ReadNamedFile = std::function<std::string(const std::string& name)>;

/// Reads a brand file. `file` names it in errors: where() of an Error{Fault::layout} is
/// file, line, column and JSON pointer, "clinic.json:12:8 /accent"; its message says what
/// would be right. Nothing of the result refers to the arguments.
Brand read_brand(std::string_view json, const std::string& file,
                 const ReadNamedFile& read_file);

/// A text of the clinic that a sheet has, and where its file has it.
struct BrandText {
  std::string source;  ///< JSON pointer into the brand file
  std::string text;
};

/// All texts of `brand` that are printed where there is room.
std::vector<BrandText> texts_of(const Brand& brand);

/// How much of a brand is printed on the sheet: all; where a sheet has no room for that,
/// what says whose it is and where help with the language is; or nothing, and all of it
/// on a page of its own after the sheet.
enum class BrandExtent { all, least, apart };

/// Whether the text of the brand that has this source (BrandText) is printed.
bool is_printed(BrandExtent extent, const std::string& source);

}  // namespace trialsheet
