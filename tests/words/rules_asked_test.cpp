// Every rule of questions.json: facts for which it is asked, and the nearest facts for
// which it is not.

#include <algorithm>
#include <catch2/catch.hpp>
#include <sstream>

#include "words/impl.hpp"
#include "words/questions.hpp"
#include "words/words.hpp"

namespace trialsheet {
namespace {

struct AskedCase {
  std::string id;
  std::string facts;  ///< "sites=1 phases=PHASE1,PHASE2"
  std::string twin;   ///< what is otherwise where it is not asked; "!sites": not stated
};

const std::vector<AskedCase> cases = {
    {"X5", "stage=invited", "stage=ended"},
    {"X3", "stage=unknown last_known=RECRUITING", "!last_known"},
    {"X3n", "stage=unknown last_known=NOT_YET_RECRUITING", "!last_known"},
    {"X3u", "stage=unknown", "last_known=RECRUITING"},
    {"X3b", "stage=open months_since_check=24", "months_since_check=23"},
    {"X3e", "stage=open planned_end_past=true", "months_since_check=24"},
    {"X3s", "stage=not_yet planned_start_past=true", "!planned_start_past"},
    {"X3o", "stage=not_yet months_since_check=24", "planned_end_past=true"},
    {"X2", "stage=paused", "study_type=EXPANDED_ACCESS"},
    {"X4", "stage=ended", "stage=open"},
    {"X4s", "stage=stopped", "stage=ended"},
    {"X4n", "stage=never", "stage=ended"},
    {"X4g", "stage=gone", "stage=ended"},
    {"X6", "stage=ended results=true", "results=false"},
    {"X7", "stage=ended results=false", "results=true"},
    {"X8", "stage=stopped reason_stopped=true", "reason_stopped=false"},
    {"X8n", "stage=never reason_stopped=true", "reason_stopped=false"},
    {"X9", "stage=stopped reason_stopped=false", "reason_stopped=true"},
    {"X9n", "stage=never reason_stopped=false", "reason_stopped=true"},
    {"X10", "stage=running", "planned_end_past=true"},
    {"X10p", "stage=running planned_end_past=true", "planned_end_past=false"},
    {"X1", "stage=not_yet", "months_since_check=24"},
    {"U1", "joinable=true", "joinable=false"},
    {"U2", "joinable=true", "study_type=OBSERVATIONAL"},
    {"U2o", "joinable=true study_type=OBSERVATIONAL", "!study_type"},
    {"HV1", "joinable=true healthy_volunteers=true phases=PHASE1", "!phases"},
    {"HV1", "joinable=true healthy_volunteers=true phases=PHASE1",
     "illness_demanded=true"},
    {"R2", "joinable=true arm_types=PLACEBO_COMPARATOR", "says=add_on"},
    {"R2x", "joinable=true placebo=true", "says=add_on"},
    {"R2b", "joinable=true placebo=true says=add_on", "!says"},
    {"P1", "joinable=true phases=EARLY_PHASE1", "!phases"},
    {"C1", "joinable=true ages=CHILD", "ages=CHILD,ADULT"},
    {"R1", "joinable=true allocation=RANDOMIZED", "model=CROSSOVER"},
    {"W3", "joinable=true says=about_pregnancy sex=FEMALE", "!sex"},
    {"R3", "joinable=true sham=true", "sham=false"},
    {"R3p", "joinable=true placebo=true intervention_types=DEVICE",
     "intervention_types=DEVICE,DRUG"},
    {"U3", "joinable=true", "study_type=OBSERVATIONAL"},
    {"M1", "joinable=true says=washout", "!says"},
    {"O1", "joinable=true study_type=OBSERVATIONAL", "time_perspective=RETROSPECTIVE"},
    {"O1r", "joinable=true study_type=OBSERVATIONAL time_perspective=RETROSPECTIVE",
     "!time_perspective"},
    {"G2", "joinable=true says=new_diagnosis", "!says"},
    {"G2o", "joinable=true says=since_onset", "says=since_onset,since_diagnosis"},
    {"W1", "joinable=true says=birth_control", "says=birth_control,about_pregnancy"},
    {"S3", "joinable=true all_abroad=true", "all_abroad=false"},
    {"S1", "joinable=true sites=1 place=Paris", "sites=2"},
    {"S0", "joinable=true sites=0", "sites=1"},
    {"W2", "joinable=true says=birth_control_for_men", "sex=FEMALE"},
    {"G1", "joinable=true says=prior_treatment", "!says"},
    {"D1", "joinable=true tested_types=DEVICE", "!tested_types"},
    {"L1", "joinable=true lab_rules=2", "lab_rules=1"},
    {"D2", "joinable=true unapproved_device=true", "unapproved_device=false"},
    {"M2", "joinable=true says=medicines_named", "!says"},
    {"T1", "joinable=true says=biopsy", "!says"},
    {"R4", "joinable=true no_treatment=true", "no_treatment=false"},
    {"L1s", "joinable=true lab_rules=1", "lab_rules=2"},
    {"P3", "joinable=true phases=PHASE3", "phases=PHASE3,PHASE2"},
    {"P23", "joinable=true phases=PHASE2,PHASE3", "joinable=false"},
    {"P2", "joinable=true phases=PHASE2", "phases=PHASE2,PHASE1"},
    {"P1b", "joinable=true phases=EARLY_PHASE1 says=dose_finding", "!says"},
    {"T2", "joinable=true says=gene_or_marker", "says=gene_or_marker,gene_studied"},
    {"T2t", "joinable=true says=gene_studied", "says=gene_or_marker"},
    {"O2", "joinable=true study_type=OBSERVATIONAL registry=true", "!registry"},
    {"P4", "joinable=true phases=PHASE4", "!phases"},
    {"OA2", "joinable=true says=partner", "ages=CHILD"},
    {"R5", "joinable=true model=CROSSOVER", "!model"},
    {"V1h", "joinable=true says=overnight", "!says"},
    {"V1", "joinable=true says=schedule", "says=schedule,infusion"},
    {"V1i", "joinable=true says=infusion", "study_type=OBSERVATIONAL"},
    {"B1", "joinable=true who_masked=PARTICIPANT", "!who_masked"},
    {"N1", "joinable=true contact=false", "contact=true"},
    {"U6p", "closed=true price=true", "price=false"},
    {"R1y", "joinable=true allocation=RANDOMIZED model=CROSSOVER", "!model"},
    {"L2v", "closed=true says=vessel_drug tested_types=DRUG",
     "says=vessel_drug,heart_test"},
    {"V1p", "closed=true says=blood_levels healthy_volunteers=true phases=PHASE1",
     "!phases"},
    {"U6", "joinable=true", "time_perspective=RETROSPECTIVE"},
    {"O3", "joinable=true samples=SAMPLES_WITH_DNA", "!samples"},
    {"G6", "joinable=true says=phone_or_web", "!says"},
    {"M3", "joinable=true says=live_vaccine", "!says"},
    {"G5", "joinable=true says=language", "!says"},
    {"D3", "joinable=true tested_types=PROCEDURE", "!tested_types"},
    {"D3", "joinable=true tested_types=PROCEDURE", "says=only_measured"},
    {"D3", "joinable=true says=procedure_given", "says=procedure_given,around_surgery"},
    {"D4", "joinable=true tested_types=RADIATION", "!tested_types"},
    {"D5", "joinable=true tested_types=GENETIC", "says=gene_therapy"},
    {"D5t", "joinable=true says=gene_therapy", "study_type=OBSERVATIONAL"},
    {"OA1", "joinable=true ages=OLDER_ADULT", "ages=OLDER_ADULT,ADULT"},
    {"W1p", "joinable=true says=pregnancy", "says=pregnancy,birth_control"},
    {"D9", "joinable=true says=vaccine intervention_types=BIOLOGICAL",
     "!intervention_types"},
    {"D9p", "joinable=true intervention_types=BIOLOGICAL purpose=PREVENTION",
     "says=vaccine"},
    {"C3", "joinable=true children=true", "oldest=6"},
    {"D6", "joinable=true tested_types=BEHAVIORAL", "!tested_types"},
    {"D6x", "joinable=true says=habits", "intervention_types=BEHAVIORAL"},
    {"HV2", "joinable=true healthy_volunteers=true", "phases=EARLY_PHASE1"},
    {"HV2", "joinable=true healthy_volunteers=true", "illness_demanded=true"},
    {"L2", "joinable=true says=heart_test", "!says"},
    {"D7", "joinable=true tested_types=DIETARY_SUPPLEMENT", "!tested_types"},
    {"D7", "joinable=true tested_types=DRUG says=supplement", "!says"},
    {"D8", "joinable=true tested_types=PROCEDURE says=only_measured",
     "says=only_measured,surgery"},
    {"D8", "joinable=true tested_types=DIAGNOSTIC_TEST", "!tested_types"},
    {"M4", "joinable=true tested_types=DRUG", "study_type=OBSERVATIONAL"},
    {"G3", "joinable=true says=performance_status", "!says"},
    {"R6", "joinable=true model=SINGLE_GROUP groups=1 purpose=TREATMENT", "!purpose"},
    {"S2", "joinable=true stage=open sites=20", "sites=19"},
    {"C2", "joinable=true ages=CHILD,ADULT children=true", "children=false"},
    {"T3", "joinable=true says=gene_test", "!says"},
    {"V2", "joinable=true follow_up_years=2", "follow_up_years=1"},
    {"B2", "joinable=true who_masked=PARTICIPANT", "!who_masked"},
    {"G4", "joinable=true says=other_studies", "!says"},
    {"F1", "joinable=true sponsor=INDUSTRY", "!sponsor"},
    {"F2", "joinable=true consent_form=true", "consent_form=false"},
    {"F3", "joinable=true safety_board=false phases=PHASE2", "!phases"},
    {"F5", "joinable=true fda_drug=true", "study_type=OBSERVATIONAL"},
    {"E2", "expanded_access=true", "study_type=EXPANDED_ACCESS"},
    {"U5r", "joinable=true time_perspective=RETROSPECTIVE", "!time_perspective"},
    {"U7r", "joinable=true time_perspective=RETROSPECTIVE", "!time_perspective"},
    {"U8r", "joinable=true time_perspective=RETROSPECTIVE", "!time_perspective"},
    {"U5", "joinable=true", "time_perspective=RETROSPECTIVE"},
    {"U4", "joinable=true", "study_type=OBSERVATIONAL"},
    {"U8", "joinable=true", "time_perspective=RETROSPECTIVE"},
    {"F4", "joinable=true", "joinable=false"},
    {"U7", "joinable=true", "time_perspective=RETROSPECTIVE"},
    {"F6", "joinable=true", "study_type=OBSERVATIONAL"},
    {"R2c", "stage=ended placebo=true", "placebo=false"},
    {"O1c", "stage=ended study_type=OBSERVATIONAL", "!study_type"},
    {"O1d", "stage=running study_type=OBSERVATIONAL", "!study_type"},
    {"P1c", "stage=ended phases=EARLY_PHASE1", "phases=EARLY_PHASE1,PHASE2"},
    {"P2c", "stage=ended phases=PHASE2", "phases=PHASE2,PHASE1"},
    {"P12c", "stage=ended phases=PHASE1,PHASE2", "phases=PHASE1,PHASE2,PHASE3"},
    {"P3c", "stage=ended phases=PHASE3", "phases=PHASE3,PHASE2"},
    {"P23c", "stage=ended phases=PHASE2,PHASE3", "stage=open"},
    {"R1c", "stage=ended allocation=RANDOMIZED", "model=CROSSOVER"},
    {"P4c", "stage=ended phases=PHASE4", "!phases"},
    {"D1c", "stage=ended tested_types=DEVICE", "!tested_types"},
    {"D3c", "stage=ended tested_types=PROCEDURE", "!tested_types"},
    {"D4c", "stage=ended tested_types=RADIATION", "!tested_types"},
    {"DRc", "stage=ended tested_types=DRUG", "study_type=OBSERVATIONAL"},
    {"D6c", "stage=running tested_types=BEHAVIORAL", "!tested_types"},
    {"D6c", "stage=never tested_types=BEHAVIORAL", "stage=open"},
    {"D6y", "closed=true says=habits", "intervention_types=BEHAVIORAL"},
    {"D8c", "stage=ended tested_types=DIAGNOSTIC_TEST", "!tested_types"},
    {"D7c", "stage=ended tested_types=DIETARY_SUPPLEMENT", "!tested_types"},
    {"C1c", "stage=ended ages=CHILD", "ages=CHILD,ADULT"},
    {"P1r", "stage=running phases=EARLY_PHASE1", "!phases"},
    {"P2r", "stage=running phases=PHASE2", "phases=PHASE2,PHASE1"},
    {"P3r", "stage=running phases=PHASE3", "phases=PHASE3,PHASE2"},
    {"P23r", "stage=running phases=PHASE2,PHASE3", "study_type=EXPANDED_ACCESS"},
    {"P4r", "stage=running phases=PHASE4", "!phases"},
    {"D1r", "stage=running tested_types=DEVICE", "!tested_types"},
    {"D3c", "stage=ended tested_types=PROCEDURE", "says=no_procedure"},
    {"D8c", "stage=ended tested_types=PROCEDURE says=only_measured", "!says"},
    {"D7c", "stage=ended tested_types=DRUG says=supplement", "!says"},
    {"D3r", "stage=running tested_types=PROCEDURE", "!tested_types"},
    {"D4r", "stage=running tested_types=RADIATION", "!tested_types"},
    {"DRr", "stage=running tested_types=DRUG", "study_type=OBSERVATIONAL"},
    {"Z1", "stage=running", "stage=open"},
    {"Z2", "stage=running", "stage=open"},
    {"Z3", "stage=running", "stage=open"},
    {"Z4", "stage=running", "stage=open"},
    {"Z5", "stage=running", "stage=open"},
    {"Z6", "stage=running", "stage=open"},
    {"Z7", "stage=running", "stage=open"},
    {"Z8", "stage=running", "stage=open"},
    {"X0", "joinable=true stage=open", "stage=not_yet"},
    {"R4a", "joinable=true arm_types=ACTIVE_COMPARATOR allocation=RANDOMIZED",
     "placebo=true"},
    {"R4f", "closed=true arm_types=ACTIVE_COMPARATOR allocation=RANDOMIZED",
     "placebo=true"},
    {"V2f", "joinable=true says=follow_up", "follow_up_years=2"},
    {"V2d", "closed=true says=follow_up", "follow_up_years=2"},
    {"U4o", "joinable=true study_type=OBSERVATIONAL", "time_perspective=RETROSPECTIVE"},
    {"X0", "joinable=true stage=open", "months_since_check=24"},
    {"M1r", "joinable=true says=recent_drug", "says=recent_drug,washout"},
    {"R4u", "joinable=true says=usual_care", "no_treatment=true"},
    {"R4g", "joinable=true says=control_group", "placebo=true"},
    {"OA2s", "joinable=true says=sexual_partner", "!says"},
    {"D1s", "joinable=true says=device", "intervention_types=DEVICE"},
    {"D3s", "joinable=true says=surgery", "intervention_types=PROCEDURE"},
    {"D4s", "joinable=true says=radiation", "intervention_types=RADIATION"},
    {"V1v", "joinable=true says=visits", "says=visits,schedule"},
    {"M3v", "joinable=true says=vaccine_rule", "says=vaccine_rule,live_vaccine"},
    {"L2i", "joinable=true says=heart_illness", "says=heart_illness,heart_test"},
    {"U3c", "closed=true stage=ended", "study_type=OBSERVATIONAL"},
    {"U3o", "joinable=true study_type=OBSERVATIONAL intervention_types=DEVICE",
     "intervention_types=OTHER"},
    {"U3r", "closed=true stage=running", "study_type=OBSERVATIONAL"},
    {"HV1c", "closed=true healthy_volunteers=true", "stage=never"},
    {"HV1c", "closed=true healthy_volunteers=true", "illness_demanded=true"},
    {"R2d", "closed=true placebo=true", "stage=ended"},
    {"R1d", "closed=true allocation=RANDOMIZED", "stage=ended"},
    {"R1x", "closed=true allocation=RANDOMIZED model=CROSSOVER", "!model"},
    {"R3c", "closed=true sham=true", "sham=false"},
    {"R3q", "closed=true placebo=true intervention_types=PROCEDURE", "sham=true"},
    {"W3c", "closed=true says=about_pregnancy sex=FEMALE", "!sex"},
    {"G2c", "closed=true says=new_diagnosis", "!says"},
    {"G2d", "closed=true says=since_onset", "says=since_onset,new_diagnosis"},
    {"W1c", "closed=true says=birth_control", "sex=MALE"},
    {"W2c", "closed=true says=sperm", "sex=FEMALE"},
    {"W1d", "closed=true says=pregnancy", "sex=MALE"},
    {"G1c", "closed=true says=prior_treatment", "!says"},
    {"G1d", "closed=true says=earlier_treatment",
     "says=earlier_treatment,prior_treatment"},
    {"G1e", "joinable=true says=earlier_treatment",
     "says=earlier_treatment,prior_treatment"},
    {"C1d", "closed=true ages=CHILD", "stage=ended"},
    {"M2c", "closed=true says=medicines_named", "!says"},
    {"L2c", "closed=true says=heart_test", "!says"},
    {"OA2c", "closed=true says=partner", "ages=CHILD"},
    {"OA2d", "closed=true says=sexual_partner", "!says"},
    {"R4c", "closed=true no_treatment=true", "model=CROSSOVER"},
    {"R4d", "closed=true says=usual_care", "no_treatment=true"},
    {"R4e", "closed=true says=control_group", "placebo=true"},
    {"M1c", "closed=true says=washout", "!says"},
    {"M1d", "closed=true says=recent_drug", "says=recent_drug,washout"},
    {"G6c", "closed=true says=phone_or_web", "!says"},
    {"D1d", "closed=true says=device", "intervention_types=DEVICE"},
    {"D3d", "closed=true says=around_surgery", "intervention_types=PROCEDURE"},
    {"D3d", "closed=true says=surgery", "intervention_types=PROCEDURE"},
    {"T2c", "closed=true says=gene_or_marker", "says=gene_or_marker,gene_studied"},
    {"T2d", "closed=true says=gene_studied", "says=gene_or_marker"},
    {"C3c", "closed=true ages=CHILD,ADULT children=true", "children=false"},
    {"V1c", "closed=true says=schedule", "!says"},
    {"M4c", "closed=true tested_types=DRUG", "stage=never"},
    {"T1c", "closed=true says=biopsy", "!says"},
    {"OA1c", "closed=true ages=OLDER_ADULT", "ages=OLDER_ADULT,ADULT"},
    {"M3c", "closed=true says=vaccine_rule", "!says"},
    {"D9c", "closed=true says=vaccine intervention_types=BIOLOGICAL",
     "!intervention_types"},
    {"L1c", "closed=true lab_rules=1", "lab_rules=0"},
    {"D5c", "closed=true says=gene_therapy", "study_type=OBSERVATIONAL"},
    {"G5c", "closed=true says=language", "!says"},
    {"G3c", "closed=true says=performance_status", "!says"},
    {"V2c", "closed=true follow_up_years=2", "follow_up_years=1"},
    {"E1", "stage=open study_type=EXPANDED_ACCESS", "!study_type"},
    {"E3", "stage=open study_type=EXPANDED_ACCESS", "!study_type"},
    {"E4", "stage=open study_type=EXPANDED_ACCESS", "!study_type"},
    {"E5", "stage=open study_type=EXPANDED_ACCESS", "!study_type"},
    {"E6", "stage=open study_type=EXPANDED_ACCESS", "!study_type"},
    {"E7", "stage=open study_type=EXPANDED_ACCESS", "!study_type"},
    {"E8", "stage=open study_type=EXPANDED_ACCESS", "!study_type"},
    {"E9", "stage=open study_type=EXPANDED_ACCESS", "!study_type"},
    {"E10", "stage=open study_type=EXPANDED_ACCESS", "!study_type"},
};

std::vector<std::string> split(const std::string& text, char at) {
  std::vector<std::string> parts;
  std::istringstream stream(text);
  for (std::string part; std::getline(stream, part, at);) {
    parts.push_back(part);
  }
  return parts;
}

void forget(const std::string& name, Facts& facts) {
  facts.tokens.erase(name);
  facts.numbers.erase(name);
  facts.flags.erase(name);
  facts.texts.erase(name);
}

void state(const std::string& name, const std::string& value, Facts& facts) {
  const FactName* fact = find_fact(name);
  REQUIRE(fact != nullptr);
  switch (fact->kind) {
    case FactName::Kind::flag:
      facts.flags[name] = value == "true";
      break;
    case FactName::Kind::number:
      facts.numbers[name] = std::stoi(value);
      break;
    case FactName::Kind::text:
      facts.texts[name] = value;
      break;
    default:
      const std::vector<std::string> tokens = split(value, ',');
      facts.tokens[name] = {tokens.begin(), tokens.end()};
  }
}

Facts with(Facts facts, const std::string& stated) {
  for (const std::string& each : split(stated, ' ')) {
    if (each.starts_with('!')) {
      forget(each.substr(1), facts);
    } else {
      const std::size_t sign = each.find('=');
      state(each.substr(0, sign), each.substr(sign + 1), facts);
    }
  }
  return facts;
}

bool is_asked(const std::string& id, const Facts& facts) {
  static const Words words("en");
  const std::vector<const QuestionRule*> rules = applying(words, facts);
  return std::any_of(rules.begin(), rules.end(),
                     [&id](const QuestionRule* rule) { return rule->id == id; });
}

TEST_CASE("Each rule is asked where it should be, and not for its nearest twin") {
  for (const AskedCase& each : cases) {
    CAPTURE(each.id, each.facts, each.twin);
    const Facts facts = with({}, each.facts);
    CHECK(is_asked(each.id, facts));
    CHECK_FALSE(is_asked(each.id, with(facts, each.twin)));
  }
}

TEST_CASE("No rule is without such a case") {
  const Words words("en");
  for (const CompiledRule& compiled : *words.impl().questions) {
    CAPTURE(compiled.rule.id);
    CHECK(std::any_of(cases.begin(), cases.end(), [&compiled](const AskedCase& each) {
      return each.id == compiled.rule.id;
    }));
  }
}

TEST_CASE(
    "Wherever one joins or not, a chance group, a placebo and a sham are asked of") {
  CHECK(is_asked("R2x", with({},
                             "joinable=true placebo=true model=CROSSOVER "
                             "arm_types=PLACEBO_COMPARATOR")));
  CHECK(is_asked("R2b", with({}, "joinable=true placebo=true says=add_on")));
  CHECK(is_asked("HV1", with({},
                             "joinable=true healthy_volunteers=true "
                             "phases=EARLY_PHASE1")));
  CHECK(is_asked("HV2", with({},
                             "joinable=true healthy_volunteers=true "
                             "phases=PHASE1,PHASE2")));
  CHECK(is_asked("W2", with({}, "joinable=true sex=MALE says=birth_control")));
}

}  // namespace
}  // namespace trialsheet
