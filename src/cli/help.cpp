// Which help belongs to which command.

#include "cli/help.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "cli/batch_help.hpp"

namespace trialsheet {

std::string_view help_of_command(std::string_view command) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 11> helps = {
      {
          {"render", render_help},
          {"bundle", bundle_help},
          {"explain", explain_help},
          {"layouts", layouts_help},
          {"brands", brands_help},
          {"languages", languages_help},
          {"fetch", fetch_help},
          {"serve", serve_help},
          {"batch", batch_help},
          {"merge", merge_help},
          {"fonts", fonts_help},
      }};
  const auto* found = std::find_if(helps.begin(), helps.end(), [&](const auto& pair) {
    return pair.first == command;
  });
  return found == helps.end() ? help : found->second;
}

}  // namespace trialsheet
