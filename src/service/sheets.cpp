// Finds records without letting those who wait for the registry keep others waiting.

#include "service/sheets.hpp"

#include <algorithm>

#include "service/problem.hpp"

namespace trialsheet {

namespace {

// The registry is asked at most once in 1.2 seconds (store/registry.hpp): more than eight
// in line would wait too long.
constexpr int most_lookups = 8;
constexpr int retry_seconds = 10;

[[noreturn]] void refuse_lookup() {
  Problem problem(503, "too many trials are being looked up at the registry; try again");
  throw problem.retry_after(retry_seconds);
}

bool is_whereabouts(const Parameter& parameter) {
  return parameter.name == "near" || parameter.name == "country";
}

/// `query` with what it does not name.
Parameters with_presets(Parameters query, const Parameters& presets) {
  const bool is_somewhere = std::any_of(query.begin(), query.end(), is_whereabouts);
  for (const auto& preset : presets) {
    if (is_whereabouts(preset) ? !is_somewhere : find(query, preset.name) == nullptr) {
      query.push_back(preset);
    }
  }
  return query;
}

std::string_view outcome_of(const FoundRecord& found) {
  if (!found.trouble.empty()) {
    return "unreachable";
  }
  return found.from_store ? "store" : "registry";
}

}  // namespace

Sheets::Sheets(const Engine& engine, Records* records, Clock& clock,
               const ServiceOptions& options, ServiceMetrics& metrics)
    : engine_(&engine),
      records_(records),
      clock_(&clock),
      options_(options),
      metrics_(&metrics),
      choices_(choices_of(engine)),
      workers_(options.workers),
      lookups_(most_lookups) {}

int Sheets::threads(int workers) {
  return workers + most_lookups;
}

RenderOptions Sheets::options(const Parameters& query) const {
  try {
    auto options =
        read_options(with_presets(query, options_.presets), choices_, options_.today());
    options.brand = options_.brand;
    return options;
  } catch (const Error& error) {
    Problem problem(400, error.what());
    throw problem.about_parameter(error.where());
  }
}

bool Sheets::is_fresh(const FoundRecord& record) const {
  const auto age = clock_->now() - record.fetched;
  return record.fetched != 0 && age >= 0 && age < RecordsOptions().fresh_for.count();
}

FoundRecord Sheets::find(std::string_view nct) {
  if (records_ == nullptr) {
    throw Error(Fault::absent, "nct", "this service has no store of records");
  }
  std::optional<FoundRecord> known;
  try {
    known = records_->find(nct, Ask::never);
  } catch (const Error& error) {
    if (error.fault() != Fault::absent || !options_.upstream) {
      metrics_->add_lookup(error.fault() == Fault::absent ? "absent" : "failed");
      throw;
    }
  }
  if (known && (!options_.upstream || is_fresh(*known))) {
    metrics_->add_lookup("store");
    return *std::move(known);
  }
  return ask_registry(nct, std::move(known));
}

FoundRecord Sheets::ask_registry(std::string_view nct, std::optional<FoundRecord> known) {
  if (!lookups_.try_take()) {
    return known ? *std::move(known) : (refuse_lookup(), FoundRecord());
  }
  const TakenSlot slot(lookups_);
  try {
    auto found = records_->find(nct, Ask::if_old);
    metrics_->add_lookup(outcome_of(found));
    return found;
  } catch (const Error& error) {
    metrics_->add_lookup(error.fault() == Fault::absent ? "absent" : "unreachable");
    throw;
  }
}

Rendered Sheets::render(std::string_view record, const RenderOptions& options) {
  workers_.take();
  const TakenSlot slot(workers_);
  return engine_->render(record, options);
}

std::string Sheets::bundle(const std::vector<std::string>& records,
                           const RenderOptions& options, BundleOptions own) {
  workers_.take();
  const TakenSlot slot(workers_);
  std::string pdf;
  Bundle bundle(*engine_, options, own, [&](std::string_view bytes) { pdf += bytes; });
  for (const auto& record : records) {
    bundle.add(record);
  }
  bundle.finish();
  return pdf;
}

Explanation Sheets::explain(std::string_view record, const RenderOptions& options) {
  workers_.take();
  const TakenSlot slot(workers_);
  return engine_->explain(record, options);
}

Preview Sheets::preview(std::string_view record, const RenderOptions& options) {
  workers_.take();
  const TakenSlot slot(workers_);
  return engine_->preview(record, options);
}

}  // namespace trialsheet
