// Places, contacts and footer.

#include <catch2/catch.hpp>

#include "trials.hpp"

namespace trialsheet {
namespace {

Site site(const std::string& city, const std::string& country,
          const std::string& status) {
  Site made;
  made.facility = city + " Hospital";
  made.city = city;
  made.country = country;
  made.status = status;
  return made;
}

using Texts = std::vector<std::string>;

TEST_CASE("Few sites are listed, place before facility") {
  Trial trial = plain_trial();
  CHECK(texts_of(summary_of(trial).places) == Texts{"The record lists no place."});
  trial.sites = {site("Paris", "France", "")};
  CHECK(texts_of(summary_of(trial).places) ==
        Texts{"Paris, France: Paris Hospital", "Paris, France"});
  trial.sites.push_back(site("Lyon", "France", ""));
  CHECK(texts_of(summary_of(trial).places) ==
        Texts{"Paris, France: Paris Hospital\nLyon, France: Lyon Hospital",
              "Paris, France\nLyon, France"});
}

/// The shortest wording that questions about any study give way to.
std::string enough_of(const Trial& trial) {
  const Summary summary = summary_of(trial);
  return texts_of(summary.places).at(summary.places_enough);
}

TEST_CASE("The hospital of the one site is told before questions beyond the sixth") {
  Trial trial = plain_trial();
  trial.sites = {site("Paris", "France", "")};
  CHECK(enough_of(trial) == "Paris, France: Paris Hospital");
  trial.sites[0].facility = "Ward of Examples, Example Hospital, Example University";
  CHECK(texts_of(summary_of(trial).places) ==
        Texts{"Paris, France: Ward of Examples, Example Hospital, Example University",
              "Paris, France: Example Hospital", "Paris, France"});
  CHECK(enough_of(trial) == "Paris, France: Example Hospital");
  trial.sites[0].facility = "Example Hospital Affiliated to Example University";
  CHECK(enough_of(trial) == "Paris, France: Example Hospital");
  trial.sites[0].facility = "First Affiliated Hospital of Example University";
  CHECK(enough_of(trial) ==
        "Paris, France: First Affiliated Hospital of Example University");
  trial.sites = {site("Boston", "United States", "")};
  trial.sites[0].state = "Massachusetts";
  CHECK(enough_of(trial) == "Boston, Massachusetts: Boston Hospital");
  trial.sites[0].facility = "Call us between nine and five " + std::string(90, 'x');
  CHECK(enough_of(trial) == "Boston, Massachusetts, United States");
}

TEST_CASE("Several sites of one city are counted, and named if they are few") {
  Trial trial = plain_trial();
  trial.sites = {site("Seoul", "Korea, Republic of", ""),
                 site("Seoul", "Korea, Republic of", "")};
  CHECK(texts_of(summary_of(trial).places) == Texts{"2 sites in Seoul, South Korea"});
  trial.sites[1].facility = "Other Hospital";
  CHECK(texts_of(summary_of(trial).places) ==
        Texts{"2 sites in Seoul, South Korea: Seoul Hospital; Other Hospital",
              "2 sites in Seoul, South Korea"});
  trial.sites.push_back(site("Busan", "Korea, Republic of", ""));
  CHECK(texts_of(summary_of(trial).places)[1] ==
        "Seoul, South Korea: 2 sites\nBusan, South Korea");
  CHECK(enough_of(trial) == "3 sites in South Korea: Seoul and Busan");
  for (const char* name : {"A Clinic", "B Clinic", "C Clinic"}) {
    trial.sites.back().city = "Seoul";
    trial.sites.back().facility = name;
    trial.sites.push_back(trial.sites.back());
  }
  CHECK(texts_of(summary_of(trial).places) == Texts{"6 sites in Seoul, South Korea"});
}

TEST_CASE(
    "A person or a stand-in is no place, and an institute is though it bears a name") {
  Trial trial = plain_trial();
  trial.sites = {site("Paris", "France", "")};
  trial.officials = {{"Ada B Example, MD", "Example University", ""}};
  const auto place = [&trial](const std::string& facility) {
    trial.sites[0].facility = facility;
    return texts_of(summary_of(trial).places).front();
  };
  CHECK(place("Example Ada") == "Paris, France");
  CHECK(place("Dr. Bob Other") == "Paris, France");
  CHECK(place("Bob Other, M.D.") == "Paris, France");
  CHECK(place("Company Investigational Site") == "Paris, France");
  CHECK(place("Ada Example Institute") == "Paris, France: Ada Example Institute");
  CHECK(place("Praxis Dr. Other") == "Paris, France: Praxis Dr. Other");
  CHECK(place("Villa Maria") == "Paris, France: Villa Maria");
}

TEST_CASE("Few cities of one country are told in every wording") {
  Trial trial = plain_trial();
  for (const char* city : {"Houston", "Cleveland", "Boston"}) {
    trial.sites.push_back(site(city, "United States", ""));
    trial.sites.back().state = "Some State";
  }
  for (const std::string& text : texts_of(summary_of(trial).places)) {
    CAPTURE(text);
    CHECK(text.find("Boston") != std::string::npos);
  }
}

TEST_CASE("Where some sites are open, only these are told, and how many they are") {
  Trial trial = plain_trial();
  for (const char* city : {"Atlanta", "Boston", "Houston"}) {
    trial.sites.push_back(site(city, "United States", "COMPLETED"));
  }
  trial.sites.push_back(site("Portland", "United States", "RECRUITING"));
  trial.sites.push_back(site("Paris", "France", "RECRUITING"));
  const Texts texts = texts_of(summary_of(trial).places);
  CHECK(texts.front() ==
        "2 of 5 sites are open to new people:\nPortland, United States: Portland "
        "Hospital\nParis, France: Paris Hospital");
  for (const std::string& text : texts) {
    CHECK(text.find("Boston") == std::string::npos);
  }
  trial.status = "COMPLETED";
  CHECK(texts_of(summary_of(trial).places).front() ==
        "5 sites in 2 countries. United States: Atlanta, Boston, Houston and Portland");
  CHECK(texts_of(summary_of(trial).places).back() == "5 sites in 2 countries");
}

TEST_CASE("Central contacts come before those of sites, with their extension") {
  Trial trial = plain_trial();
  CHECK(summary_of(trial).contacts.empty());
  Site open = site("Lyon", "France", "RECRUITING");
  open.contacts = {{"B", "CONTACT", "2", "", "b@example.org"}};
  Site other = site("Paris", "France", "");
  other.contacts = {{"A", "CONTACT", "1", "", ""}};
  trial.sites = {other, open};
  CHECK(summary_of(trial).contacts.front().name == "B, Lyon");
  trial.central_contacts = {{"C", "CONTACT", "800-633-1610", "6", ""}};
  REQUIRE(summary_of(trial).contacts.size() == 1);
  CHECK(summary_of(trial).contacts.front().phone == "800-633-1610, ext. 6");
}

TEST_CASE("Whom to call has a number, if the record has one") {
  Trial trial = plain_trial();
  trial.sites = {site("Lyon", "France", "RECRUITING")};
  trial.sites[0].contacts = {{"B", "CONTACT", "", "", "b@example.org"}};
  trial.central_contacts = {{"C", "CONTACT", "800-633-1610", "", ""}};
  REQUIRE(summary_of(trial).contacts.size() == 2);
  CHECK(summary_of(trial).contacts.front().phone == "800-633-1610");
}

TEST_CASE("Whom to write to has an address of the mail, if the record has one") {
  Trial trial = plain_trial();
  trial.sites = {site("Lyon", "France", "RECRUITING")};
  trial.sites[0].contacts = {{"B", "CONTACT", "1", "", "https://example.org/b@c.org"}};
  CHECK(summary_of(trial).contacts.front().phone == "1");
  trial.central_contacts = {{"C", "CONTACT", "2", "", "c@example.org"}};
  CHECK(summary_of(trial).contacts.front().email == "c@example.org");
}

TEST_CASE("Where no one can be called, the doctor is to be asked, not the study team") {
  Trial trial = plain_trial();
  trial.status = "SUSPENDED";
  CHECK(texts_of(summary_of(trial).banner->next_step).back() ==
        "Ask your doctor if it will open again.");
  trial.central_contacts = {{"C", "CONTACT", "1", "", ""}};
  CHECK(texts_of(summary_of(trial).banner->next_step).back() ==
        "Ask the study team if it will open again.");
}

TEST_CASE("Without contacts, whom to ask about results, or a notice with a number") {
  Trial trial = plain_trial();
  trial.officials = {{"Call 1-877-555-0100 or 1-317-555-0199 Mon - Fri", "", ""}};
  trial.results_contact = {"Study Director", "", "555 0100", "", "r@example.org"};
  CHECK(summary_of(trial).contacts.front().name ==
        "Call 1-877-555-0100 or 1-317-555-0199 Mon - Fri");
  trial.status = "COMPLETED";
  CHECK(summary_of(trial).contacts.front().phone == "555 0100");
  CHECK(summary_of(trial).contacts.front().name == "Study Director (about results)");
  trial.results_contact = {"", "", "555 0100", "", ""};
  CHECK(summary_of(trial).contacts.front().name == "About the results");
  trial.results_contact = {};
  for (const char* nobody : {"Jane Doe",
                             "The Example Company for Research and Development, "
                             "Limited, Clinical Trial"}) {
    trial.officials = {{nobody, "", ""}};
    CHECK(summary_of(trial).contacts.empty());
  }
}

TEST_CASE("The people of the only place are nearer than a number for all") {
  Trial trial = plain_trial();
  trial.central_contacts = {{"Call Center", "CONTACT", "1-800-555-0100", "", ""}};
  Site tokyo;
  tokyo.city = "Tokyo";
  tokyo.country = "Japan";
  tokyo.contacts = {{"Ward", "CONTACT", "0120 555 010", "", ""}};
  trial.sites = {tokyo};
  CHECK(summary_of(trial).contacts.front().phone == "0120 555 010");
  trial.sites.push_back(tokyo);
  CHECK(summary_of(trial).contacts.front().phone == "1-800-555-0100");
}

TEST_CASE("A country code stands in front, and a notice is no name") {
  Trial trial = plain_trial();
  trial.central_contacts = {
      {"Call 1-877-555-0100 now", "CONTACT", "555 0100", "+33", ""}};
  CHECK(summary_of(trial).contacts.front().phone == "+33 555 0100");
  CHECK(summary_of(trial).contacts.front().name.empty());
}

TEST_CASE("A site in the United States has its state") {
  Trial trial = plain_trial();
  trial.sites = {site("Manchester", "United States", "")};
  trial.sites[0].state = "New Hampshire";
  CHECK(texts_of(summary_of(trial).places) ==
        Texts{"Manchester, New Hampshire, United States: Manchester Hospital",
              "Manchester, New Hampshire: Manchester Hospital",
              "Manchester, New Hampshire, United States"});
}

TEST_CASE("The footer has its dates, or says that they are missing") {
  Trial trial = plain_trial();
  CHECK(summary_of(trial).footer_right ==
        Texts{"Data date: not stated", "Record updated: not stated"});
  trial.data_date = Date{2026, 6, 26};
  trial.last_update = {Date{2025, 9, 30}, false};
  const Criteria none;
  CHECK(summarize(trial, none, english(), {Date{2026, 7, 14}}).value.footer_right ==
        Texts{"Data of 26 June 2026", "Record updated 30 Sept. 2025",
              "Printed 14 July 2026"});
}

TEST_CASE("What is missing is noted") {
  const Noted<Summary> made = summarize(Trial{}, Criteria{}, english());
  CHECK(made.notes.size() == 8);
  for (const Note& note : made.notes) {
    CHECK(note.kind == Note::Kind::missing);
  }
}

}  // namespace
}  // namespace trialsheet
