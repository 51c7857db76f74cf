// Summary: puts the parts together and notes what the record does not say.

#include "summary/summary.hpp"

#include "summary/definitions.hpp"
#include "summary/explained.hpp"
#include "summary/parts.hpp"
#include "summary/subject.hpp"

namespace trialsheet {
namespace {

Labels make_labels(const Subject& subject, const std::string& url) {
  const Words& words = subject.words;
  Labels labels;
  labels.yes = words.text("label.yes");
  labels.no = words.text("label.no");
  labels.ask = words.text("label.ask");
  labels.address_lead = words.text("label.address_lead");
  labels.qr_alt = words.text("label.qr_alt", {{"url", url}});
  labels.link_description = words.text("label.link", {{"nct", subject.trial.nct}});
  labels.always_worth_asking = words.text("label.always");
  labels.questions = words.text("label.questions");
  labels.places = places_heading(subject);
  labels.whom_to_call = words.text("label.whom_to_call");
  labels.notes = words.text("label.notes");
  return labels;
}

std::string kicker(const Subject& subject) {
  const Trial& trial = subject.trial;
  const char* key = is_access(trial)           ? "kicker.access"
                    : is_interventional(trial) ? "kicker.trial"
                                               : "kicker.study";
  return subject.words.text(key, {{"nct", trial.nct}});
}

/// What the sheet is for, and in which language a reader will find words of the record.
std::string how_to_use(const Subject& subject) {
  const bool nothing_came = subject.stage == Stage::never || subject.stage == Stage::gone;
  const Words& words = subject.words;
  const std::string use = words.text(nothing_came               ? "how_to_use.never"
                                     : is_closed(subject.stage) ? "how_to_use.closed"
                                                                : "how_to_use.open");
  return words.is_of_the_record()
             ? use
             : words.sentences({use, words.text("language.record_text")});
}

std::vector<std::string> footer_sentences(const Words& words) {
  std::vector<std::string> sentences = {
      words.text("footer.source"), words.text("footer.team"),
      words.text("footer.listing"), words.text("footer.advice")};
  if (!words.is_reviewed()) {
    sentences.push_back(words.text("language.not_reviewed"));
  }
  return sentences;
}

std::string footer_date(const Words& words, const std::string& key,
                        const std::optional<Date>& date) {
  return date ? words.text(key, {{"date", words.short_date(*date)}})
              : words.text(key + "_not_stated");
}

std::vector<std::string> footer_lines(const Subject& subject,
                                      const SummaryOptions& options) {
  const Words& words = subject.words;
  std::vector<std::string> lines = {
      footer_date(words, "footer.data", subject.trial.data_date),
      footer_date(words, "footer.updated", subject.trial.last_update.date)};
  if (options.printed) {
    lines.push_back(
        words.text("footer.printed", {{"date", words.short_date(*options.printed)}}));
  }
  return lines;
}

/// The brief title; the official one where the record has no other.
const std::string& title_of(const Trial& trial) {
  return trial.brief_title.empty() ? trial.official_title : trial.brief_title;
}

Statement title(const Words& words, const Trial& trial) {
  const std::string key = trial.brief_title.empty() ? "officialTitle" : "briefTitle";
  Statement made = statement("title", "/protocolSection/identificationModule/" + key,
                             {words.from_record(title_of(trial))}, Tier::verbatim);
  for (Wording& wording : made.wordings) {
    wording.language = "en";
  }
  return made;
}

void note_missing(Notes& notes, bool missing, const std::string& source,
                  const std::string& message) {
  if (missing) {
    notes.push_back({Note::Kind::missing, source, message});
  }
}

/// A list that the record has twice is shown once.
void note_repetition(Notes& notes, const Section& section, const std::string& list) {
  if (section.is_typed_twice) {
    notes.push_back({Note::Kind::left_out,
                     "/protocolSection/eligibilityModule/eligibilityCriteria",
                     "The record has its list of " + list +
                         " criteria twice, word for word; the page has it once."});
  }
}

bool has_unlisted(const Criteria& criteria) {
  return !criteria.inclusion.unlisted.empty() || !criteria.exclusion.unlisted.empty() ||
         !criteria.other.unlisted.empty();
}

Notes missing_notes(const Trial& trial, const Criteria& criteria,
                    const Summary& summary) {
  const std::string protocol = "/protocolSection/";
  Notes notes;
  note_missing(notes, trial.status.empty(), protocol + "statusModule/overallStatus",
               "The record does not say if the study is open.");
  note_missing(notes, trial.design.study_type.empty(),
               protocol + "designModule/studyType",
               "The record does not say what type of study it is.");
  note_missing(notes, is_interventional(trial) && trial.design.phases.empty(),
               protocol + "designModule/phases", "The record does not say the phase.");
  note_missing(notes, trial.lead_sponsor.name.empty(),
               protocol + "sponsorCollaboratorsModule/leadSponsor",
               "The record does not name a sponsor.");
  note_missing(notes, trial.sites.empty(), protocol + "contactsLocationsModule/locations",
               "The record lists no place.");
  note_missing(notes, summary.contacts.empty(),
               protocol + "contactsLocationsModule/centralContacts",
               "The record does not say whom to call.");
  note_missing(notes,
               criteria.inclusion.rules.empty() && criteria.exclusion.rules.empty() &&
                   criteria.other.rules.empty(),
               protocol + "eligibilityModule/eligibilityCriteria",
               "The record lists no rules.");
  note_missing(notes, !trial.data_date, "/derivedSection/miscInfoModule/versionHolder",
               "The record does not say of which day its data are.");
  note_missing(notes, !trial.last_update.date,
               protocol + "statusModule/lastUpdatePostDateStruct",
               "The record does not say when it was last updated.");
  return notes;
}

Subject subject_of(const Trial& trial, const Words& words,
                   const SummaryOptions& options) {
  return {trial, words, stage_of(trial), options.whereabouts,
          std::max(trial.data_date, options.printed)};
}

}  // namespace

Noted<Summary> summarize(const Trial& trial, const Criteria& criteria, const Words& words,
                         const SummaryOptions& options) {
  const Subject subject = subject_of(trial, words, options);
  Summary summary;
  summary.language = words.language();
  summary.nct = trial.nct;
  summary.url = "https://clinicaltrials.gov/study/" + trial.nct;
  summary.document_title =
      words.text("document_title", {{"title", title_of(trial)}, {"nct", trial.nct}});
  summary.banner = make_banner(subject);
  summary.kicker = kicker(subject);
  summary.how_to_use = how_to_use(subject);
  summary.title = title(words, trial);
  summary.what_heading = what_heading(subject);
  Definitions definitions = definitions_in(trial);
  summary.what = make_what(subject, definitions);
  summary.facts = make_facts(subject);
  Explained explained = explained_of(subject, std::move(definitions));
  summary.rule_blocks = make_rules(subject, criteria, explained);
  summary.what_explained = with_explanations(subject, std::move(explained), summary.what);
  summary.more_rules = has_unlisted(criteria) ? words.text("count.unlisted") : "";
  summary.questions =
      make_questions(subject, demands_illness(trial, summary.rule_blocks.front().rules));
  Places places = make_places(subject);
  summary.places = std::move(places.statement);
  summary.places_enough = places.enough;
  summary.contacts = make_contacts(subject);
  summary.no_contact = words.text("contact.none");
  summary.footer_left = footer_sentences(words);
  summary.footer_right = footer_lines(subject, options);
  summary.labels = make_labels(subject, summary.url);
  Notes notes = missing_notes(trial, criteria, summary);
  note_repetition(notes, criteria.inclusion, "inclusion");
  note_repetition(notes, criteria.exclusion, "exclusion");
  return {std::move(summary), std::move(notes)};
}

Glance at_a_glance(const Trial& trial, const Words& words,
                   const SummaryOptions& options) {
  const Subject subject = subject_of(trial, words, options);
  return {make_facts(subject).front().value.wordings.front().text,
          type_of_study(subject).wordings.back().text, ages_of(subject),
          place_at_a_glance(subject)};
}

}  // namespace trialsheet
