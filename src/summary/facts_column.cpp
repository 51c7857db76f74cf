// Facts of the right column: status, type of study, sponsor; results and dates if there
// is room.

#include "summary/parts.hpp"
#include "summary/telling.hpp"

namespace trialsheet {
namespace {

constexpr const char* status_module = "/protocolSection/statusModule";

/// The registry wants every record checked once a year.
constexpr std::size_t months_between_checks = 12;

/// Whether the record is past its yearly check.
bool is_unchecked(const Subject& subject) {
  return months_since_check(subject).value_or(0) > months_between_checks;
}

/// The status, with the month in which it was known.
std::string status_when_checked(const Subject& subject, std::string_view key,
                                std::string_view status) {
  return subject.words.text(
      key,
      {{"status", status}, {"date", subject.words.date(*subject.trial.status_verified)}});
}

/// The status; of a study that takes people though its planned end is past, that too, and
/// of one that was not checked for over a year, or goes on behind its planned end, when
/// it was: the record may be out of date.
std::string status_text(const Subject& subject) {
  const Words& words = subject.words;
  const StatedDate& end = subject.trial.completion;
  const std::string status =
      words.text("status." + key_of(subject.trial.status, "not_stated"));
  const bool takes_people =
      subject.stage == Stage::open || subject.stage == Stage::invited;
  const bool is_past = is_past_plan(subject, end);
  if (takes_people && is_past) {
    return words.text("status.past_its_end",
                      {{"status", status}, {"date", words.date(*end.date)}});
  }
  if (takes_people && is_unchecked(subject)) {
    return status_when_checked(subject, "status.last_checked", status);
  }
  const bool may_be_over = subject.stage == Stage::running && is_past;
  return may_be_over && subject.trial.status_verified
             ? status_when_checked(subject, "status.as_of", status)
             : status;
}

Fact status_fact(const Subject& subject) {
  return {subject.words.text("fact.status"),
          statement("status", std::string(status_module) + "/overallStatus",
                    {status_text(subject)}, Tier::structured),
          true, true};
}

Fact sponsor_fact(const Subject& subject) {
  const std::string name = subject.words.from_record(subject.trial.lead_sponsor.name);
  Statement value =
      statement("sponsor", "/protocolSection/sponsorCollaboratorsModule/leadSponsor/name",
                {name}, Tier::verbatim);
  if (name.empty()) {
    value =
        statement("sponsor", "", {subject.words.text("sponsor_not_stated")}, Tier::fixed);
  } else {
    value.wordings.front().language = "en";
  }
  return {subject.words.text("fact.sponsor"), std::move(value), true, false};
}

/// Whether results are posted, where the study is over and the record says.
std::optional<Fact> results_fact(const Subject& subject) {
  const Trial& trial = subject.trial;
  const Words& words = subject.words;
  const bool over = subject.stage == Stage::ended || subject.stage == Stage::stopped;
  if (!trial.has_results || (!*trial.has_results && !over)) {
    return std::nullopt;
  }
  std::vector<std::string> texts;
  if (*trial.has_results && trial.results_posted.date) {
    texts.push_back(words.text("results.posted_on",
                               {{"date", words.date(*trial.results_posted.date)}}));
  }
  texts.push_back(
      words.text(*trial.has_results ? "results.posted" : "results.not_posted"));
  return Fact{words.text("fact.results"),
              statement("results", "/hasResults", std::move(texts), Tier::structured),
              false, false};
}

std::string date_text(const Subject& subject, const std::string& key,
                      const StatedDate& stated) {
  if (!stated.date) {
    return "";
  }
  const std::string full = stated.estimated ? "dates.planned_" + key : "dates." + key;
  return subject.words.text(full, {{"date", subject.words.date(*stated.date)}});
}

/// When the study starts and ends; nothing for one that never began.
std::optional<Fact> dates_fact(const Subject& subject) {
  const std::string start = date_text(subject, "start", subject.trial.start);
  const std::string end = date_text(subject, "end", subject.trial.completion);
  if (subject.stage == Stage::never || (start.empty() && end.empty())) {
    return std::nullopt;
  }
  return Fact{subject.words.text("fact.dates"),
              statement("dates", status_module,
                        {subject.words.sentences({start, end}), end}, Tier::structured),
              false, false};
}

}  // namespace

std::vector<Fact> make_facts(const Subject& subject) {
  constexpr std::size_t most_facts = 5;
  std::vector<Fact> facts;
  facts.reserve(most_facts);
  facts.push_back(status_fact(subject));
  facts.push_back({subject.words.text("fact.type"), type_of_study(subject), true, false});
  facts.push_back(sponsor_fact(subject));
  for (std::optional<Fact> (*optional)(const Subject&) : {results_fact, dates_fact}) {
    if (std::optional<Fact> fact = optional(subject)) {
      facts.push_back(std::move(*fact));
    }
  }
  return facts;
}

}  // namespace trialsheet
