// Group phrases: what a group gets, for the sentences on who gets what.

#pragma once

#include <string>
#include <vector>

#include "summary/arms.hpp"
#include "summary/telling.hpp"

namespace trialsheet {

/// Whether `text` names a control ("placebo") or what it means ("placebo_means") by the
/// word of its language. That of the record alone tells a reader of another nothing.
bool names_control(const Telling& tell, const std::string& text,
                   const std::string& control);

/// `names` as they stand in a sentence, each once.
std::vector<std::string> shown_names(const Telling& tell,
                                     const std::vector<std::string>& names);

/// What a group gets, as a phrase for "One group gets ..."; empty if the record only
/// names the group.
std::string phrase_of(const Telling& tell, const Group& group);

/// What people in a crossover study get, by the names of the record.
std::vector<std::string> things_in_turn(const Telling& tell,
                                        const std::vector<Group>& groups);

/// Whether the record says that things are taken at the same time.
bool says_given_together(const Trial& trial);

/// What people get one after the other, where some of it is several things at once: "A
/// and B; C". Empty where a group is one of people or of an order, or all get all.
std::string given_together(const Telling& tell, const std::vector<Group>& groups);

/// The labels of all groups of a study, if they are short and tell the groups apart by
/// more than a number or "control"; else empty.
std::string labels_apart(const Telling& tell);

/// The labels of groups that get the same, if they are short and differ.
std::string short_labels(const Telling& tell, const std::vector<std::string>& labels);

/// The same, if one of them tells more than a number.
std::string telling_labels(const Telling& tell, const std::vector<std::string>& labels);

/// Who is in which group, of groups that are only numbered but shortly described: "The
/// groups are called “A” (“older men”) and “B” (“young men”)."
std::string groups_described(const Telling& tell);

/// What groups that are listed with the same get, by what differs in their descriptions.
std::string descriptions_apart(const Telling& tell);

/// What the record says of its only group, where that names more than what is listed:
/// "Examplin 5 mg plus aspirin"; else empty.
std::string more_of_group(const Telling& tell, const Group& group);

/// The labels with the doses of the groups' descriptions, if these tell them apart.
std::string doses_apart(const Telling& tell);

/// How it is decided who gets what, with the text of `key` where it is by chance; empty
/// if the record does not say.
std::string chance(const Telling& tell, std::string_view key);

/// That chance decides, in no more words than say what the control is: "By chance, some
/// get a placebo (nothing active in it)."; empty where it does not decide on all.
std::string chance_in_short(const Telling& tell);

/// Who gets what where some get what the paragraph before names, and others `other`, and
/// how that is decided: "Chance decides who gets this and who gets a placebo."
std::string brief_pair(const Telling& tell, const Group& other);

/// Who gets what in as few words as name every group, and how that is decided: "Chance
/// decides who gets which: A; B; C." Empty where that is not short.
std::string brief_groups(const Telling& tell, const std::vector<Group>& groups);

/// Whether `text` tells what each group gets that is a placebo or sham by its type: more
/// than all others get, too.
bool tells_what_typed_get(const Telling& tell, const std::string& text);

}  // namespace trialsheet
