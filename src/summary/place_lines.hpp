// Place lines: how a site and its place are called, and lists of them.

#pragma once

#include <string>
#include <vector>

#include "summary/near.hpp"
#include "summary/subject.hpp"

namespace trialsheet {

std::string country_name(const Words& words, const std::string& country);

/// Whether the state belongs to the name of its place.
bool has_state(const Site& site);

/// "Boston, Massachusetts, United States"
std::string place_of(const Words& words, const Site& site);

/// What the site is called, if that tells more than its place.
std::string facility_of(const Subject& subject, const Site& site);

/// The hospital in "Department of Examples, Example Hospital, Example University"; all of
/// it if it names none.
std::string hospital_in(const std::string& facility);

/// "Boston, United States: Example Hospital", or what there is of it.
std::string site_line(const Words& words, const std::string& place,
                      const std::string& facility);

/// One line for each site, with its facility or without.
std::string site_lines(const Subject& subject, const SiteList& sites);

/// Each place once.
std::vector<std::string> places_of(const Words& words, const SiteList& sites);

/// "3 sites"
std::string site_count(const Words& words, std::size_t sites);

/// The places, a line each, and of one with several sites how many these are.
std::string counted_places(const Words& words, const SiteList& sites);

}  // namespace trialsheet
