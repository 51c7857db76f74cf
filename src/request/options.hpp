// Options: what a request wants of a sheet, by the names of the command line's options.
// The query of the service, the C interface and the worker all mean the same by them.

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "render.hpp"
#include "request/parameter.hpp"

namespace trialsheet {

struct PaperChoice {
  std::string name;
  double width = 0;   ///< points
  double height = 0;  ///< points
};

struct LayoutChoice {
  std::string name;
  std::string description;
  std::vector<PaperChoice> papers;
};

/// What there is to choose from: asked of the engine, never listed here.
struct Choices {
  std::vector<LayoutChoice> layouts;
  std::vector<LanguageFacts> languages;

  const LayoutChoice* layout(std::string_view name) const;
  bool has_language(std::string_view tag) const;
};

/// What the engine has. Throws as the engine does.
Choices choices_of(const Engine& engine);

/// The options that parameters ask for. Throws Error{Fault::request} that names the
/// parameter and says what would be right. `date` is printed where they name none.
RenderOptions read_options(const Parameters& parameters, const Choices& choices,
                           const std::optional<Date>& date);

/// "a, b, c"
std::string listed(const std::vector<std::string>& names);

}  // namespace trialsheet
