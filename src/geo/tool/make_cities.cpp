// make_cities: writes the gazetteer's table from Debian's libgeonames, at build time.
//
// Only this tool is linked with that library (GPL-3); what it writes is GeoNames' data
// (CC-BY 4.0), which is what goes into the program.

#include <geonames/geonames.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <iostream>
#include <string>
#include <vector>

#include "geo/fold.hpp"

namespace {

struct City {
  std::string line;
  guint people = 0;
};

std::string text_or_nothing(const char* text) {
  return text == nullptr ? "" : text;
}

City read_city(int index) {
  GeonamesCity* city = geonames_get_city(index);
  const auto hundred_thousandths = [](double degrees) {
    return std::to_string(std::llround(degrees * 100'000));
  };
  const auto name = text_or_nothing(geonames_city_get_name(city));
  City result;
  result.people = geonames_city_get_population(city);
  result.line = trialsheet::fold_place(name) + "\t" + name + "\t" +
                text_or_nothing(geonames_city_get_state(city)) + "\t" +
                text_or_nothing(geonames_city_get_country(city)) + "\t" +
                text_or_nothing(geonames_city_get_country_code(city)) + "\t" +
                hundred_thousandths(geonames_city_get_latitude(city)) + "\t" +
                hundred_thousandths(geonames_city_get_longitude(city)) + "\t" +
                std::to_string(result.people) + "\n";
  geonames_city_free(city);
  return result;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "make_cities: give the file to write\n";
    return 64;
  }
  std::vector<City> cities;
  for (int i = 0; i < geonames_get_n_cities(); ++i)
    cities.push_back(read_city(i));
  std::stable_sort(cities.begin(), cities.end(),
                   [](const City& a, const City& b) { return a.people > b.people; });
  std::ofstream table(argv[1], std::ios::binary);
  for (const auto& city : cities)
    table << city.line;
  table.close();
  return table ? 0 : 74;
}
