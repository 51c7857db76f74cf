// What an argument must be, for CLI11. Only arguments.cpp includes this.

#pragma once

#include <CLI/CLI.hpp>
#include <filesystem>
#include <optional>
#include <string>

#include "base/date.hpp"

namespace trialsheet {

inline std::optional<Date> parse_day(const std::string& text) {
  const auto date = parse_date(text);
  return date && date->day != 0 ? date : std::nullopt;
}

inline CLI::Validator day_or_none() {
  return {[](const std::string& text) {
            return text == "none" || parse_day(text)
                       ? std::string()
                       : "\"" + text +
                             "\" is no day; give one such as 2026-07-14, or none";
          },
          "DAY"};
}

inline CLI::Validator not_empty() {
  return {[](const std::string& text) {
            return text.empty() ? std::string("a name is missing") : std::string();
          },
          "FILE"};
}

inline CLI::Validator folder() {
  return {[](const std::string& text) {
            return std::filesystem::is_directory(text)
                       ? std::string()
                       : "\"" + text + "\" is no folder that there is";
          },
          "DIR"};
}

}  // namespace trialsheet
