// The bundle writer: many sheets in one tagged, archivable PDF, each written as it comes.
//
// Of a sheet that was added only places and names are kept; fonts are shared and written
// at the end with the glyphs that all sheets show. The cover is added last and stands
// first.

#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/date.hpp"
#include "pdf/pdf.hpp"

namespace trialsheet {

/// One document, for one thread. As of write_pdf(), it claims and meets PDF/UA-1, and
/// PDF/A-3a or, if no sheet has attachments, PDF/A-2a. Same calls, same bytes.
class BundleWriter {
 public:
  /// Takes bytes of the file, one piece after the other; what it throws goes through.
  using Sink = std::function<void(std::string_view)>;

  /// Refers to `fonts`.
  BundleWriter(const PdfFonts& fonts, Sink sink);
  ~BundleWriter();
  BundleWriter(const BundleWriter&) = delete;
  BundleWriter& operator=(const BundleWriter&) = delete;

  /// Adds a sheet, its pages behind those before, with a bookmark to its first. Names of
  /// attachments are told apart by the caller.
  void add(const Sheet& sheet, std::string bookmark,
           std::span<const Attachment> attachments);

  /// Adds the cover, whose links lead to the sheets, and ends the file. Pages are
  /// labelled i, ii, ... on the cover and 1, 2, ... from the first sheet on.
  void finish(const Sheet& cover, const std::string& bookmark,
              const std::optional<Date>& created);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace trialsheet
