// Places by name and by degrees.

#include "geo/gazetteer.hpp"

#include <catch2/catch.hpp>

#include "base/embedded.hpp"
#include "geo/fold.hpp"

using namespace trialsheet;

namespace {

bool without_table() {
  if (!embedded_file("geo/cities.tsv").empty())
    return false;
  WARN("skipped: built without libgeonames-dev, so there is no table of cities");
  return true;
}

std::string found(const std::string& text) {
  const auto place = find_place(text);
  return place ? place->name + ", " + place->country_code : "none";
}

}  // namespace

TEST_CASE("place names fold to what people type") {
  CHECK(fold_place("Saint-Étienne") == "saint etienne");
  CHECK(fold_place("  ŁÓDŹ ") == "lodz");
  CHECK(fold_place("Xi'an") == "xian");
  CHECK(fold_place("Москва") == "москва");
  CHECK(fold_place("\xFF") == "\xEF\xBF\xBD");
  CHECK(fold_place("") == "");
}

TEST_CASE("a city is found by name, and the country decides between namesakes") {
  if (without_table())
    return;
  CHECK(found("Paris") == "Paris, FR");
  CHECK(found("paris, texas, usa") == "Paris, US");
  CHECK(found("Montelimar, France") == "Montélimar, FR");
  CHECK(found("Springfield, United States") == "Springfield, US");
  CHECK(found("Paris, Germany") == "none");
  CHECK(found("Nowhereville") == "none");
  CHECK(found(", France") == "none");
  CHECK(found("") == "none");
}

TEST_CASE("degrees are read, and refused where the earth has none") {
  REQUIRE(parse_point("48.86, 2.35"));
  CHECK(parse_point("48.86,2.35")->longitude == 2.35);
  CHECK(parse_point("-33.9,-70")->latitude == -33.9);
  CHECK_FALSE(parse_point("91,0"));
  CHECK_FALSE(parse_point("0,181"));
  CHECK_FALSE(parse_point("nan,0"));
  CHECK_FALSE(parse_point("48.86"));
  CHECK_FALSE(parse_point("48.86,2.35,1"));
  CHECK_FALSE(parse_point("Paris, France"));
}

TEST_CASE("countries are the same under their several names, and no others are") {
  CHECK(is_same_country("US", "United States"));
  CHECK(is_same_country("United States of America", "usa"));
  CHECK(is_same_country("Korea, Republic of", "South Korea"));
  CHECK(is_same_country("Turkey (Türkiye)", "Türkiye"));
  CHECK_FALSE(is_same_country("Niger", "Nigeria"));
  CHECK_FALSE(is_same_country("Guinea", "Guinea-Bissau"));
  CHECK_FALSE(is_same_country("", ""));
}

TEST_CASE("distances are those of the sphere") {
  const GeoPoint paris{48.85341, 2.3488};
  const GeoPoint london{51.50853, -0.12574};
  CHECK(metres_between(paris, paris) == 0);
  CHECK(metres_between(paris, london) == Approx(343'800).epsilon(0.005));
  CHECK(metres_between({0, 179.9}, {0, -179.9}) == Approx(22'239).epsilon(0.005));
  CHECK(metres_between({90, 0}, {-90, 0}) == Approx(20'015'115).epsilon(0.001));
}
