// What a backend catches and asks for: every door once, errors across the library's edge.

#include <trialsheet.h>

#include <iostream>
#include <string>
#include <trialsheet/base/version.hpp>
#include <trialsheet/brand_file.hpp>
#include <trialsheet/changes.hpp>
#include <trialsheet/fhir.hpp>
#include <trialsheet/render.hpp>

namespace {

bool is_told(const std::string& missing) {
  try {
    return trialsheet::read_brand_file(missing) == nullptr;
  } catch (const trialsheet::Error& error) {
    return error.where() == missing;
  }
}

}  // namespace

int main(int argc, char** argv) {
  const trialsheet::Engine engine;
  const std::string record((std::istreambuf_iterator<char>(std::cin)), {});
  trialsheet::RenderOptions options;
  options.date = trialsheet::parse_date("2026-07-14");

  if (argc > 1)
    options.brand = trialsheet::read_brand_file(argv[1]);

  const auto sheet = engine.render(record, options);
  const auto explanation = engine.explain(record, options);
  const bool is_whole =
      sheet.pdf.starts_with("%PDF-") && !engine.languages().empty() &&
      is_told("no-such.json") &&
      (argc < 2 || to_text(explanation).find("River Valley") != std::string::npos) &&
      to_fhir(sheet, options.date).find(sheet.nct) != std::string::npos &&
      to_json(explanation).find(sheet.nct) != std::string::npos &&
      !to_text(explanation).empty() && trialsheet::version() == trialsheet_version();
  try {
    engine.render("{}");
  } catch (const trialsheet::Error& error) {
    std::cout << error.where() << '|' << error.problem() << '|'
              << (error.fault() == trialsheet::Fault::record) << '\n';
    return is_whole ? 0 : 1;
  }
  return 2;
}
