// Places: where the study is; the place before the facility, and where some sites are
// open only these.

#include <algorithm>

#include "summary/arms.hpp"
#include "summary/parts.hpp"
#include "summary/place_lines.hpp"

namespace trialsheet {
namespace {

constexpr std::size_t longest_countries = 45;
constexpr std::size_t few_sites = 3;
constexpr std::size_t most_named = 4;
constexpr std::size_t longest_facility = 90;  // a notice is longer
constexpr std::size_t most_cities = 8;
constexpr std::size_t most_countries = 6;
constexpr const char* source = "/protocolSection/contactsLocationsModule/locations";

bool is_open(const Site& site) {
  return site.status == "RECRUITING";
}

std::string joined(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) {
    text += (text.empty() ? "" : "\n") + line;
  }
  return text;
}

/// A country and its cities, open sites first.
struct Country {
  std::string name;
  std::size_t sites = 0;
  std::vector<std::string> cities;
};

/// The countries, those with most sites first, equals in the order of the record.
std::vector<Country> countries_of(const SiteList& sites) {
  std::vector<Country> countries;
  for (const Site* site : sites) {
    const auto found =
        std::find_if(countries.begin(), countries.end(),
                     [site](const Country& each) { return each.name == site->country; });
    Country& country = found == countries.end()
                           ? countries.emplace_back(Country{site->country, 0, {}})
                           : *found;
    ++country.sites;
    country.cities.push_back(site->city);
  }
  for (Country& country : countries) {
    country.cities = each_once(country.cities);
  }
  std::erase_if(countries, [](const Country& each) { return each.name.empty(); });
  std::stable_sort(countries.begin(), countries.end(),
                   [](const Country& a, const Country& b) { return a.sites > b.sites; });
  return countries;
}

std::vector<std::string> one_country(const Words& words, const Country& country,
                                     std::size_t sites) {
  const std::string lead =
      words.plural("places.sites_in", static_cast<std::int64_t>(sites),
                   {{"place", country_after_in(words, country.name)}});
  const auto cities = [&](std::size_t most) {
    return country.cities.empty()
               ? ""
               : words.text(
                     "places.cities",
                     {{"lead", lead},
                      {"cities",
                       list_some(words, from_record(words, country.cities), most)}});
  };
  return {cities(most_cities), cities(3), lead};
}

/// "19 sites in the United States and Australia", if there are no others and it is short.
std::string in_two_countries(const Words& words, const std::vector<Country>& countries,
                             std::size_t sites) {
  if (countries.size() != 2) {
    return "";
  }
  const std::string both = words.list({country_after_in(words, countries[0].name),
                                       country_after_in(words, countries[1].name)});
  const std::string text = words.plural(
      "places.sites_in", static_cast<std::int64_t>(sites), {{"place", both}});
  return length_of(text) <= longest_countries ? text : "";
}

std::vector<std::string> several_countries(const Words& words,
                                           const std::vector<Country>& countries,
                                           std::size_t sites) {
  const std::string lead = words.plural("places.sites_in_countries",
                                        static_cast<std::int64_t>(countries.size()),
                                        {{"sites", site_count(words, sites)}});
  std::vector<std::string> counts;
  for (const Country& country : countries) {
    counts.push_back(
        words.text("places.country_count",
                   {{"country", country_name(words, country.name)},
                    {"n", words.number(static_cast<std::int64_t>(country.sites))}}));
  }
  const auto counted = [&](std::size_t most) {
    return words.text("places.cities",
                      {{"lead", lead}, {"cities", list_some(words, counts, most)}});
  };
  const Country& largest = countries.front();
  const std::string cities = words.text(
      "places.lead_country",
      {{"lead", lead},
       {"country", country_name(words, largest.name)},
       {"cities", list_some(words, from_record(words, largest.cities), most_cities)}});
  const bool most_are_there = largest.sites * 2 >= sites && !largest.cities.empty();
  return {most_are_there ? cities : "", counted(most_countries), counted(3),
          in_two_countries(words, countries, sites), lead};
}

/// What can be said of the places, fullest first, and which of it is the last that says
/// enough.
struct Texts {
  std::vector<std::string> all;
  std::size_t enough = 0;
};

/// The one place there is, is what a reader needs; its name before its country.
Texts one_site(const Subject& subject, const Site& site) {
  const Words& words = subject.words;
  const std::string place = place_of(words, site);
  const std::string facility = facility_of(subject, site);
  const std::string near =
      has_state(site)
          ? words.text("places.in_land", {{"city", words.from_record(site.city)},
                                          {"country", words.from_record(site.state)}})
          : place;
  const std::string hospital =
      facility.empty() ? "" : words.from_record(hospital_in(site.facility));
  const bool is_notice = length_of(facility) > longest_facility;
  return {{site_line(words, place, facility), site_line(words, near, facility),
           site_line(words, near, hospital), place},
          facility.empty() || is_notice ? 3U : 2U};
}

bool are_in_one_city(const SiteList& sites) {
  return !sites.front()->city.empty() &&
         std::all_of(sites.begin(), sites.end(), [&](const Site* site) {
           return site->city == sites.front()->city &&
                  site->country == sites.front()->country &&
                  site->state == sites.front()->state;
         });
}

/// "2 sites in Boston, Massachusetts: Example Hospital; Other Clinic", if each has a name
/// of its own, and "4 sites in Boston, Massachusetts".
Texts one_city(const Subject& subject, const SiteList& sites) {
  const Words& words = subject.words;
  const std::string lead =
      words.plural("places.sites_in", static_cast<std::int64_t>(sites.size()),
                   {{"place", place_of(words, *sites.front())}});
  std::vector<std::string> names;
  for (const Site* site : sites) {
    names.push_back(facility_of(subject, *site));
  }
  std::string listed = names.front();
  for (std::size_t i = 1; i < names.size(); ++i) {
    listed = words.text("places.next_site", {{"sites", listed}, {"site", names[i]}});
  }
  const bool are_told = sites.size() <= most_named && each_once(names) == names &&
                        std::find(names.begin(), names.end(), "") == names.end();
  return {
      {are_told ? words.text("places.cities", {{"lead", lead}, {"cities", listed}}) : "",
       lead},
      sites.size() <= 2 ? 0U : 1U};
}

Texts place_texts(const Subject& subject, const SiteList& sites) {
  const Words& words = subject.words;
  if (sites.empty()) {
    return {{words.text("places.none")}};
  }
  if (sites.size() == 1 && !site_lines(subject, sites).empty()) {
    return one_site(subject, *sites.front());
  }
  if (are_in_one_city(sites)) {
    return one_city(subject, sites);
  }
  const std::vector<Country> countries = countries_of(sites);
  std::vector<std::string> texts;
  if (sites.size() <= few_sites) {
    texts = {site_lines(subject, sites), counted_places(words, sites)};
  }
  const std::vector<std::string> counted =
      countries.empty()       ? std::vector<std::string>{site_count(words, sites.size())}
      : countries.size() == 1 ? one_country(words, countries.front(), sites.size())
                              : several_countries(words, countries, sites.size());
  const bool few = !texts.empty() && !texts.front().empty();
  if (few && countries.size() == 1 && !countries.front().cities.empty()) {
    texts.push_back(counted[1]);  // the cities are few enough to be told always
    return {texts, 2};
  }
  const std::ptrdiff_t last = countries.size() == 2 ? 2 : 1;  // shorter than the lines
  texts.insert(texts.end(), few ? counted.end() - last : counted.begin(), counted.end());
  // Of many sites in one country three cities tell less than a question does.
  const bool by_cities = countries.size() == 1 && sites.size() <= most_cities;
  return {texts, few || by_cities ? 1U : 2U};
}

/// "12 of 16 sites are open to new people:", where the study is open and not all sites
/// are.
std::string open_sites(const Subject& subject) {
  const std::vector<Site>& sites = subject.trial.sites;
  const auto open = std::count_if(sites.begin(), sites.end(), is_open);
  const auto all = static_cast<std::int64_t>(sites.size());
  if (subject.stage != Stage::open || open == 0 || open == all) {
    return "";
  }
  return subject.words.plural("places.open_now", open,
                              {{"sites", subject.words.number(all)}});
}

/// The places of a few nearest sites behind the count of all of them.
Texts nearest_texts(const Subject& subject, const SiteList& sites,
                    const std::string& lead) {
  const std::string near = subject.words.from_record(subject.whereabouts.name);
  const auto nearest = [&](const std::string& lines) {
    return subject.words.text(near.empty() ? "places.nearest_you" : "places.nearest",
                              {{"lead", lead}, {"near", near}, {"sites", lines}});
  };
  const auto first = [&](std::size_t count) {
    return SiteList(sites.begin(), sites.begin() + static_cast<std::ptrdiff_t>(count));
  };
  const Words& words = subject.words;
  return {{nearest(site_lines(subject, first(few_sites))),
           nearest(joined(places_of(words, first(few_sites)))),
           nearest(joined(places_of(words, first(2)))),
           nearest(joined(places_of(words, first(1))))},
          1};
}

/// The cities of the reader's country, of which only the name is known, and how many of
/// `all` sites are there.
Texts country_texts(const Subject& subject, const SiteList& there, std::size_t all) {
  const Words& words = subject.words;
  std::vector<std::string> cities;
  for (const Site* site : there) {
    cities.push_back(site->city);
  }
  cities = each_once(cities);
  const auto text = [&](std::size_t most) {
    return words.plural("places.in_country", static_cast<std::int64_t>(there.size()),
                        {{"all", words.number(static_cast<std::int64_t>(all))},
                         {"country", country_after_in(words, there.front()->country)},
                         {"cities", list_some(words, from_record(words, cities), most)}});
  };
  return {{text(most_cities), text(3), text(1)}, 1};
}

/// Where the study is for a reader who said where they are.
Texts texts_from_there(const Subject& subject, const SiteList& sites) {
  const Whereabouts& whereabouts = subject.whereabouts;
  Texts texts = place_texts(subject, sites);
  const SiteList there = in_country(sites, whereabouts);
  const bool from_a_point = whereabouts.point.has_value();
  if (sites.size() > few_sites && from_a_point) {
    texts = nearest_texts(subject, sites, texts.all.back());
  } else if (sites.size() > few_sites && !there.empty()) {
    texts = country_texts(subject, there, sites.size());
  }
  if (!whereabouts.country.empty() && there.empty() && !sites.empty()) {
    const bool are_all = sites.size() == subject.trial.sites.size();
    for (std::string& text : texts.all) {
      text = text.empty()
                 ? ""
                 : subject.words.text(
                       are_all ? "places.none_in_country" : "places.none_open_in_country",
                       {{"country", country_after_in(subject.words, whereabouts.country)},
                        {"text", text}});
    }
  }
  return texts;
}

/// Those that take people now, where the study is open and says so of any: whoever calls
/// another has called for nothing. Those near the reader first.
SiteList sites_in_order(const Subject& subject) {
  SiteList sites = nearest_first(subject.trial.sites, subject.whereabouts);
  const bool any_open =
      std::any_of(subject.trial.sites.begin(), subject.trial.sites.end(), is_open);
  if (subject.stage == Stage::open && any_open) {
    std::erase_if(sites, [](const Site* site) { return !is_open(*site); });
  }
  return sites;
}

}  // namespace

std::string country_after_in(const Words& words, const std::string& country) {
  const std::string key = "places.in." + country;
  return words.has(key) ? words.text(key) : country_name(words, country);
}

std::string places_heading(const Subject& subject) {
  const std::string tense = tense_of(subject.stage);
  const bool future = subject.stage == Stage::not_yet;
  const bool planned = subject.stage == Stage::never;
  return subject.words.text(future               ? "places.heading.future"
                            : planned            ? "places.heading.planned"
                            : tense == "present" ? "places.heading.present"
                                                 : "places.heading.past");
}

std::string place_at_a_glance(const Subject& subject) {
  auto places = places_of(subject.words, sites_in_order(subject));
  std::erase(places, "");
  return places.empty() ? subject.words.text("bundle.no_place")
                        : list_some(subject.words, places, 1);
}

Places make_places(const Subject& subject) {
  Texts texts = texts_from_there(subject, sites_in_order(subject));
  const std::string open = open_sites(subject);
  if (!open.empty()) {
    for (std::string& text : texts.all) {
      text = text.empty() ? ""
                          : subject.words.text("places.open_first",
                                               {{"open", open}, {"text", text}});
    }
  }
  const std::size_t least = length_of(texts.all[texts.enough]);
  Places places{statement("places", source, std::move(texts.all), Tier::structured)};
  const std::vector<Wording>& wordings = places.statement.wordings;
  while (places.enough + 1 < wordings.size() &&
         length_of(wordings[places.enough + 1].text) >= least) {
    ++places.enough;
  }
  return places;
}

}  // namespace trialsheet
