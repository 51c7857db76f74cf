// Parts: the steps of summarize(), one source each.

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "summary/subject.hpp"
#include "summary/summary.hpp"
#include "words/facts.hpp"
#include "words/glossary.hpp"
#include "words/signals.hpp"

namespace trialsheet {

/// Nothing where the study is open to all.
std::optional<Banner> make_banner(const Subject& subject);

std::string what_heading(const Subject& subject);
std::vector<Statement> make_what(const Subject& subject, const Definitions& definitions);

/// What the record says the study is for, where it says so in one short sentence that
/// claims nothing: "to compare the two kinds of surgery"; else empty.
std::string aim_of(const Trial& trial);

/// For want of such an aim one that is no question: "to build a registry"; else empty.
std::string other_aim_of(const Trial& trial);

/// The first sentence that tells what the study is made to learn: "This is a study
/// measuring sleep to find headaches"; else empty.
std::string sentence_of_aim(const Trial& trial);

std::vector<Fact> make_facts(const Subject& subject);

/// "Treatment study, phase 2, for 24 people", fullest first.
Statement type_of_study(const Subject& subject);

/// `explained` gets the terms that they explain.
std::vector<RuleBlock> make_rules(const Subject& subject, const Criteria& criteria,
                                  Explained& explained);

/// Age, sex and healthy volunteers, from the fields of the record; `other_ages`, unless
/// empty, is the rule that says of them something else.
std::vector<Rule> structured_rules(const Subject& subject, bool rules_say_age,
                                   std::string_view other_ages);

/// What a rule is to the fields for age, sex and healthy volunteers: it says no more than
/// they do; it is about nothing else, but does not agree with them, so that neither may
/// be shown without the other; or it says more, or was not understood for certain.
enum class AgeSense { said, otherwise, more };

/// Of a rule for who may join. As ages are of whole years, "over 18" agrees with a field
/// of 18, "under 18" with one of 17.
AgeSense sense_of_age_rule(std::string_view rule, const Eligibility& eligibility);

/// Of a rule for who may not join: "under 18 years".
AgeSense sense_of_age_bar(std::string_view rule, const Eligibility& eligibility);

/// The ages of the fields: "16 to 45 years old".
std::string ages_of(const Subject& subject);

/// The signals that the texts of the record tell, and in how many lines each.
Told told_by(const Subject& subject);

/// Whole years of the longest time after which the record says that something is
/// measured; 0 if there is none so long.
std::size_t follow_up_years(const Trial& trial);

/// Whether one of `rules`, of who may join, asks for an illness, and nothing that the
/// record says of its people lets healthy ones be meant too.
bool demands_illness(const Trial& trial, const std::vector<Rule>& rules);

/// `illness_demanded`: what demands_illness() says.
Facts facts_of(const Subject& subject, bool illness_demanded);
std::vector<Question> make_questions(const Subject& subject, bool illness_demanded);

/// `country` as it stands after "in": "the United States".
std::string country_after_in(const Words& words, const std::string& country);

/// The first place in the order of the sheet, and how many more there are.
std::string place_at_a_glance(const Subject& subject);

std::string places_heading(const Subject& subject);

struct Places {
  Statement statement;
  std::size_t enough = 0;  ///< Summary::places_enough
};
Places make_places(const Subject& subject);

/// Best first; none without a telephone number or an e-mail address.
std::vector<ContactLines> make_contacts(const Subject& subject);

/// "the study team", as it stands after "Ask"; "your doctor" where the record does not
/// say how to reach that.
std::string whom_to_ask(const Subject& subject);

}  // namespace trialsheet
