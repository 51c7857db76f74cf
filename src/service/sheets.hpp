// Sheets: records found and pages made for the service, no more at once than it may.

#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "render.hpp"
#include "request/options.hpp"
#include "service/metrics.hpp"
#include "service/slots.hpp"
#include "store/records.hpp"

namespace trialsheet {

struct ServiceOptions {
  std::function<Date()> today;  ///< the day printed on a sheet that names none
  bool upstream = false;        ///< the registry may be asked
  int workers = 1;              ///< pages made at the same time
  /// Bytes of a record that is sent. The largest known have 10 MB, few have one; half of
  /// that is results, which no sheet shows.
  std::size_t most_body = std::size_t{8} << 20;
  /// The clinic's own, on every sheet; null: none.
  std::shared_ptr<const Brand> brand = {};
  /// What a request means by the parameters that it does not name; near and country only
  /// if it names neither.
  Parameters presets = {};
};

/// Any number of threads may use it. It keeps references to what it is made of.
class Sheets {
 public:
  Sheets(const Engine& engine, Records* records, Clock& clock,
         const ServiceOptions& options, ServiceMetrics& metrics);

  const Choices& choices() const { return choices_; }

  /// The options that a query asks for; of today, where it names no date. Throws Problem
  /// 400 that names the parameter.
  RenderOptions options(const Parameters& query) const;

  /// The record of a number. May wait for the registry; if too many do, throws Problem
  /// 503 at once. Throws Error as Records::find.
  FoundRecord find(std::string_view nct);

  /// As the engine's functions of these names, when a worker is free.
  Rendered render(std::string_view record, const RenderOptions& options);
  std::string bundle(const std::vector<std::string>& records,
                     const RenderOptions& options, BundleOptions own);
  Explanation explain(std::string_view record, const RenderOptions& options);
  Preview preview(std::string_view record, const RenderOptions& options);

  /// How many threads can be busy with requests: making pages, or waiting.
  static int threads(int workers);

 private:
  FoundRecord ask_registry(std::string_view nct, std::optional<FoundRecord> known);
  bool is_fresh(const FoundRecord& record) const;

  const Engine* engine_;
  Records* records_;
  Clock* clock_;
  ServiceOptions options_;
  ServiceMetrics* metrics_;
  Choices choices_;
  Slots workers_;
  Slots lookups_;
};

}  // namespace trialsheet
