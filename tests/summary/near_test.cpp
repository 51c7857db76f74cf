// Sites for a reader who said where they are.

#include <catch2/catch.hpp>

#include "trials.hpp"

namespace trialsheet {
namespace {

Site site(const std::string& city, const std::string& country, double latitude,
          double longitude, const std::string& status = "") {
  Site made;
  made.facility = city + " Hospital";
  made.city = city;
  made.country = country;
  made.status = status;
  made.place = GeoPoint{latitude, longitude};
  return made;
}

Trial european_trial() {
  Trial trial = plain_trial();
  trial.sites = {site("Madrid", "Spain", 40.4, -3.7), site("Lille", "France", 50.6, 3.1),
                 site("Geneva", "Switzerland", 46.2, 6.1),
                 site("Nice", "France", 43.7, 7.3)};
  return trial;
}

std::vector<std::string> places_from(const Trial& trial, const Whereabouts& whereabouts) {
  return texts_of(
      summarize(trial, Criteria{}, english(), {{}, whereabouts}).value.places);
}

const GeoPoint lyon{45.76, 4.84};

TEST_CASE("From a point the nearest sites come first, behind the count of all") {
  const auto texts = places_from(european_trial(), {"Lyon", lyon, ""});
  CHECK(texts.front() ==
        "4 sites in 3 countries. Nearest to Lyon:\nGeneva, Switzerland: Geneva Hospital\n"
        "Nice, France: Nice Hospital\nLille, France: Lille Hospital");
  CHECK(texts.back() == "4 sites in 3 countries. Nearest to Lyon:\nGeneva, Switzerland");
  CHECK(places_from(european_trial(), {"", lyon, ""}).back() ==
        "4 sites in 3 countries. Nearest to you:\nGeneva, Switzerland");
}

TEST_CASE("A country that was asked for comes before a nearer one") {
  CHECK(places_from(european_trial(), {"Lyon", lyon, "France"}).back() ==
        "4 sites in 3 countries. Nearest to Lyon:\nNice, France");
}

TEST_CASE("Of a country alone the sites are named") {
  CHECK(places_from(european_trial(), {"", {}, "france"}).front() ==
        "2 of 4 sites are in France: Lille and Nice");
}

TEST_CASE("A country without a site is said") {
  CHECK(places_from(european_trial(), {"", {}, "Canada"}).back() ==
        "No site is in Canada.\n4 sites in 3 countries");
}

TEST_CASE("Open sites are told, and not nearer ones that are not") {
  Trial trial = european_trial();
  trial.sites.push_back(site("Oslo", "Norway", 59.9, 10.7, "RECRUITING"));
  CHECK(places_from(trial, {"Lyon", lyon, ""}).back() ==
        "1 of 5 sites is open to new people:\nOslo, Norway");
  CHECK(places_from(trial, {"", {}, "France"}).back() ==
        "1 of 5 sites is open to new people:\nNo open site is in France.\nOslo, Norway");
}

TEST_CASE("A site whose place is not in the record comes after those that are") {
  Trial trial = european_trial();
  trial.sites.front().place.reset();
  trial.sites.front().city = "Somewhere";
  trial.sites.resize(2);
  CHECK(places_from(trial, {"Lyon", lyon, ""}).front() ==
        "Lille, France: Lille Hospital\nSomewhere, Spain: Madrid Hospital");
}

}  // namespace
}  // namespace trialsheet
