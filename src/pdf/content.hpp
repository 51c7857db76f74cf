// Content streams: what a page shows, as PDF operators (ISO 32000-1, 8 and 9), with every
// mark either part of the structure or marked as an artifact (14.8.2.2).

#pragma once

#include <string>
#include <vector>

namespace trialsheet {

struct Page;
struct Sheet;
class DocumentFonts;
class DocumentImages;

struct Content {
  std::string operators;
  std::vector<int> nodes;  ///< by marked-content identifier: the node that it belongs to
};

/// The content of one page of `sheet`; what it shows is registered with `fonts` and
/// `images`.
Content page_content(const Sheet& sheet, const Page& page, DocumentFonts& fonts,
                     DocumentImages& images);

}  // namespace trialsheet
