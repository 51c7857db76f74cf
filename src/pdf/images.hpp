// Images of one document, each embedded once (ISO 32000-1, 8.9).

#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "pdf/document.hpp"

namespace trialsheet {

struct Pixels;

class DocumentImages {
 public:
  /// The name of an image in content streams, without its '/'.
  std::string name_of(const std::shared_ptr<const Pixels>& pixels);

  /// Writes every image used, and names them in the entries of the resources.
  void write(Document& document, Dictionary& resources) const;

 private:
  std::vector<std::shared_ptr<const Pixels>> used_;
};

}  // namespace trialsheet
