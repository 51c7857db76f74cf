// Arms: who gets what, as far as the registered arms and interventions tell.

#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "trial/trial.hpp"

namespace trialsheet {

/// What a registered name stands for. A name that joins a placebo with something else
/// ("Placebo and sildenafil") is a treatment: nothing of it may be lost.
enum class Role { treatment, placebo, sham };

Role role_of(std::string_view name);

/// The controls of a study; a sheet never leaves one out.
struct Controls {
  bool placebo = false;
  /// What the record calls a placebo it describes as doses of drugs, of one or several.
  bool drug_as_placebo = false;
  bool active_placebo = false;  ///< as by has_active_placebo()
  bool sham = false;
  /// Named by a description alone, as by told_in_text(): whether some get it is not
  /// clear.
  bool placebo_told = false;
  bool sham_told = false;
  bool only_typed = false;    ///< as by is_only_typed()
  std::size_t untreated = 0;  ///< arms without study treatment
};

Controls controls_of(const Trial& trial);

/// Whether a placebo, by its name or the type of its arm, is described as drugs
/// ("tolterodine 4 mg plus tamsulosin 0.4 mg"), so that it must not be called inactive.
bool calls_drugs_a_placebo(const Trial& trial);

/// Whether a placebo is described as one with something active in it: "10% of the active
/// ingredients".
bool has_active_placebo(const Trial& trial);

/// Whether the texts of a masked study name `word` ("placebo", "sham") where no name,
/// title or type does.
bool told_in_text(const Trial& trial, std::string_view word);

/// Whether an arm is registered as a placebo or sham of which no word of the record
/// tells: mostly a group that gets the usual care, and not to be called inactive or
/// pretended.
bool is_only_typed(const Trial& trial);

/// Whether a title, a summary or what is said of arms tells that each person gets several
/// things, each in a part of the body: no one is put in a group.
bool compares_parts_of_one(const Trial& trial);

/// The types of what is given, without what only stands for a treatment: what is called a
/// placebo or a sham, or is given in such groups alone. All types if nothing else is
/// left.
std::vector<std::string> tested_types(const Trial& trial);

/// Whether a text of the record tells that people were assigned to what they got, by
/// chance or with a placebo: of an observational study it then cannot be said that it
/// only observes.
bool tells_of_assignment(const Trial& trial);

/// The same, or whether something is named that can be given to people, and no word tells
/// that they would get it anyway.
bool may_choose_treatment(const Trial& trial);

/// What people get in a group without study treatment, as far as its text tells.
enum class Care { none, usual, later };

/// Arms that get the same, under the labels they are registered with.
struct Group {
  std::string type;                ///< ArmGroupType token
  std::vector<std::string> names;  ///< without "Drug: "; each once
  std::vector<std::string> labels;
  Care care = Care::none;  ///< of a group without study treatment
  bool choice = false;     ///< each person gets some of `names`, not all
  bool usual = false;      ///< its label calls what it gets the usual care
  /// Its text says that it gets the usual care too, which is all that another gets.
  bool beside_usual = false;
};

std::vector<Group> groups_of(const Trial& trial);

/// Names without their double entries, whatever their case.
std::vector<std::string> each_once(const std::vector<std::string>& names);

/// Whether `name` says by itself that something is measured or collected: "Measuring
/// estradiol in saliva", "Biospecimen Collection".
bool names_a_measurement(std::string_view name);

/// Names ready for a sentence: each once, none that says nothing, and no mere
/// measurements beside something else; scans and tests are such where the study neither
/// is about how illness is found nor has them in its title. Of "Yoga group", if that is
/// what a group is called, "Yoga".
std::vector<std::string> tidy_names(const Trial& trial,
                                    const std::vector<std::string>& names);

/// Whether `name` is one of `names`, in any case.
bool is_among(const std::vector<std::string>& names, const std::string& name);

/// What the study tests, and against which other treatments.
struct Tested {
  std::vector<std::string> names;
  std::vector<std::string> against;
  bool compares = false;  ///< `names` are tested against each other
  bool choice = false;    ///< against some of `against`
};

/// `groups` are those of the trial.
Tested tested_by(const Trial& trial, const std::vector<Group>& groups);

/// The treatments among `names`: neither placebo nor sham.
std::vector<std::string> treatments_in(const std::vector<std::string>& names);

}  // namespace trialsheet
