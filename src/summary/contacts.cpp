// Contacts: whom to call; the people of the only place first, then those of the whole
// study, then those of each place, and at the end whoever is named for results.

#include <algorithm>

#include "summary/near.hpp"
#include "summary/parts.hpp"

namespace trialsheet {
namespace {

constexpr std::size_t longest_name = 60;
constexpr std::size_t longest_notice = 200;

bool has_a_number(const std::string& text) {
  constexpr int fewest_digits = 7;  // of a telephone number
  return std::count_if(text.begin(), text.end(),
                       [](char c) { return c >= '0' && c <= '9'; }) >= fewest_digits;
}

/// Whether `text` can be a name, and is no notice with a number to call.
bool is_name(const std::string& text) {
  return length_of(text) <= longest_name && !has_a_number(text);
}

std::string contact_name(const Words& words, const Contact& contact,
                         const std::string& city) {
  const std::string name = is_name(contact.name) ? words.from_record(contact.name) : "";
  const std::string place = words.from_record(city);
  return name.empty() || place.empty()
             ? name + place
             : words.text("contact.at", {{"name", name}, {"city", place}});
}

std::optional<ContactLines> lines_of(const Words& words, const Contact& contact,
                                     const std::string& city) {
  if (contact.phone.empty() && contact.email.empty()) {
    return std::nullopt;
  }
  const bool extended = !contact.phone.empty() && !contact.extension.empty();
  const bool is_country_code = extended && contact.extension.starts_with('+');
  const std::string phone =
      is_country_code ? words.undivided(contact.extension + " " + contact.phone)
      : extended      ? words.text("contact.extension",
                                   {{"phone", words.undivided(contact.phone)},
                                    {"extension", words.undivided(contact.extension)}})
                      : words.undivided(contact.phone);
  return ContactLines{phone, contact_name(words, contact, city), contact.email};
}

/// What one cannot do with it: to call counts more than to write, which an address of the
/// web typed in the field of the mail is not for.
int lacks(const ContactLines& contact) {
  const bool is_web = contact.email.find("://") != std::string::npos;
  return (contact.phone.empty() ? 2 : 0) + (is_web ? 1 : 0);
}

/// Whom a record without contacts still names: whom to ask about results, where the study
/// takes no one any more, or a notice with a number where a name should be.
std::vector<ContactLines> other_contacts(const Subject& subject) {
  const Words& words = subject.words;
  if (is_closed(subject.stage)) {
    if (auto lines = lines_of(words, subject.trial.results_contact, "")) {
      lines->name = words.text(
          lines->name.empty() ? "contact.of_results" : "contact.of_results_named",
          {{"name", lines->name}});
      return {*lines};
    }
  }
  for (const Official& official : subject.trial.officials) {
    if (has_a_number(official.name) && length_of(official.name) <= longest_notice) {
      return {{"", words.from_record(official.name), ""}};
    }
  }
  return {};
}

}  // namespace

std::vector<ContactLines> make_contacts(const Subject& subject) {
  constexpr std::size_t most_contacts = 4;
  std::vector<ContactLines> contacts;
  const auto add = [&](const Contact& contact, const std::string& city) {
    if (contacts.size() == most_contacts) {
      return;
    }
    if (auto lines = lines_of(subject.words, contact, city)) {
      contacts.push_back(std::move(*lines));
    }
  };
  // The people of the only place are nearer than a number in another country.
  if (subject.trial.sites.size() == 1) {
    for (const Contact& contact : subject.trial.sites.front().contacts) {
      add(contact, "");
    }
  }
  for (const Contact& contact : subject.trial.central_contacts) {
    add(contact, "");
  }
  if (contacts.empty()) {
    for (const Site* site :
         open_first(nearest_first(subject.trial.sites, subject.whereabouts))) {
      for (const Contact& contact : site->contacts) {
        add(contact, site->city);
      }
    }
  }
  // Under "whom to call", and where there is room for one alone.
  std::stable_sort(
      contacts.begin(), contacts.end(),
      [](const ContactLines& a, const ContactLines& b) { return lacks(a) < lacks(b); });
  return contacts.empty() ? other_contacts(subject) : contacts;
}

std::string whom_to_ask(const Subject& subject) {
  return subject.words.text(make_contacts(subject).empty() ? "asked.doctor"
                                                           : "asked.team");
}

}  // namespace trialsheet
