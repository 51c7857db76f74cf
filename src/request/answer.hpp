// Deliveries: what callers of other languages get for a record and options, errors
// included.
//
// The C interface and the worker hand the same on. Nothing is thrown to a caller
// who could not catch it but std::bad_alloc.

#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/error.hpp"
#include "render.hpp"
#include "request/options.hpp"
#include "request/own_brands.hpp"

namespace trialsheet {

struct Delivery {
  int code = 0;      ///< of exit_code; 0: `body` is what was asked for
  std::string body;  ///< empty if the code is not 0
  /// One JSON object. Of a sheet what is to be known beside its bytes: `code`, `type`,
  /// `nct`, `layout`, `paper`, `lang`, `date`, `pages`, `file_name`, `notes`. Of an
  /// error: `code`, `where`, `what` is wrong, and what would be `right` ("" if that is
  /// said by what is wrong).
  std::string facts;
};

/// An error as a delivery.
Delivery delivery_of(const Error& error);

/// What is no Error: a bug of ours.
Delivery delivery_of_bug(const std::string& what);

/// An engine, and what there is to choose from. Any number of threads may ask.
class Answerer {
 public:
  /// `options` are JSON: `words`, a folder of languages, `font-dir`, one or more folders,
  /// and `brand`, one or more files, as of the command line. Throws Error.
  explicit Answerer(std::string_view options);
  /// Throws as the engine does.
  explicit Answerer(EngineOptions options, OwnBrands brands = {});

  /// The sheet of `record`, or what is wrong. `options` are JSON (options_json.hpp), by
  /// the names of the service's query, `as`: "pdf", "fhir" or "explain", and `brand`, one
  /// of those there are. `date` is printed where they name none.
  Delivery answer(std::string_view record, std::string_view options,
                  const std::optional<Date>& date) const;

 private:
  explicit Answerer(const Parameters& parameters);

  Engine engine_;
  Choices choices_;
  OwnBrands brands_;
};

}  // namespace trialsheet
