// Sheet options: what a request wants, by the names of the command line's options.

#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "render.hpp"
#include "service/parameters.hpp"

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

/// The options that a query asks for. Throws Problem 400 that names the parameter and
/// says what would be right. `today` is printed where the query names no date.
RenderOptions read_options(const Parameters& query, const Choices& choices,
                           const Date& today);

/// "a, b, c"
std::string listed(const std::vector<std::string>& names);

}  // namespace trialsheet
