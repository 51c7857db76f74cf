// Looks places up in the embedded table: one pass over its lines, when somebody asks.
//
// A line: folded name, name, state, country, code, degrees north and east in 1/100,000,
// people; parted by tabs, the places with most people first.

#include "geo/gazetteer.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <vector>

#include "base/embedded.hpp"
#include "geo/fold.hpp"

namespace trialsheet {

namespace {

constexpr std::string_view table_path = "geo/cities.tsv";

using Row = std::array<std::string_view, 8>;

std::optional<double> parse_number(std::string_view text) {
  double number = 0;
  while (text.starts_with(' '))
    text.remove_prefix(1);
  while (text.ends_with(' '))
    text.remove_suffix(1);
  const auto [end, problem] =
      std::from_chars(text.data(), text.data() + text.size(), number);
  if (problem != std::errc() || end != text.data() + text.size() || text.empty())
    return std::nullopt;
  return number;
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (std::size_t begin = 0;;) {
    const auto end = text.find(separator, begin);
    parts.push_back(text.substr(begin, end - begin));
    if (end == text.npos)
      return parts;
    begin = end + 1;
  }
}

std::optional<Row> row_of(std::string_view line) {
  const auto parts = split(line, '\t');
  Row row;
  if (parts.size() != row.size())
    return std::nullopt;
  std::copy(parts.begin(), parts.end(), row.begin());
  return row;
}

Place place_of(const Row& row) {
  const auto degrees = [](std::string_view text) {
    return parse_number(text).value_or(0) / 100'000;
  };
  return {std::string(row[1]),
          std::string(row[2]),
          std::string(row[3]),
          std::string(row[4]),
          {degrees(row[5]), degrees(row[6])}};
}

/// Whether a place lies in all that was named after it: state, country, its code.
bool lies_in(const Row& row, const std::vector<std::string>& folded_parts) {
  const auto state = fold_place(row[2]);
  return std::all_of(folded_parts.begin() + 1, folded_parts.end(), [&](const auto& part) {
    return part == state || is_same_country(part, row[3]) ||
           is_same_country(part, row[4]);
  });
}

/// Names in daily use beside those of the registry and of GeoNames, folded.
constexpr std::array<std::pair<std::string_view, std::string_view>, 16> usual_names = {{
    {"us", "united states"},
    {"usa", "united states"},
    {"united states of america", "united states"},
    {"america", "united states"},
    {"uk", "united kingdom"},
    {"gb", "united kingdom"},
    {"great britain", "united kingdom"},
    {"england", "united kingdom"},
    {"korea republic of", "south korea"},
    {"russian federation", "russia"},
    {"viet nam", "vietnam"},
    {"iran islamic republic of", "iran"},
    {"turkey turkiye", "turkey"},
    {"turkiye", "turkey"},
    {"czech republic", "czechia"},
    {"holland", "netherlands"},
}};

std::string usual_country(std::string_view name) {
  auto folded = fold_place(name);
  for (const auto& [other, usual] : usual_names)
    if (folded == other)
      return std::string(usual);
  if (folded.starts_with("the "))
    folded.erase(0, 4);
  return folded;
}

}  // namespace

std::optional<GeoPoint> parse_point(std::string_view text) {
  const auto comma = text.find(',');
  if (comma == text.npos)
    return std::nullopt;
  const auto latitude = parse_number(text.substr(0, comma));
  const auto longitude = parse_number(text.substr(comma + 1));
  if (!latitude || !longitude || !(*latitude >= -90 && *latitude <= 90) ||
      !(*longitude >= -180 && *longitude <= 180))
    return std::nullopt;
  return GeoPoint{*latitude, *longitude};
}

std::optional<Place> find_place(std::string_view text) {
  std::vector<std::string> parts;
  for (const auto part : split(text, ','))
    parts.push_back(fold_place(part));
  if (parts.front().empty())
    return std::nullopt;
  const auto wanted = parts.front() + "\t";
  for (const auto line : split(embedded_file(table_path), '\n'))
    if (line.starts_with(wanted))
      if (const auto row = row_of(line); row && lies_in(*row, parts))
        return place_of(*row);
  return std::nullopt;
}

bool is_same_country(std::string_view a, std::string_view b) {
  const auto first = usual_country(a);
  return !first.empty() && first == usual_country(b);
}

}  // namespace trialsheet
