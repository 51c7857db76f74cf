// Type of study: "Treatment study, phase 2, for 24 people".

#include "base/text.hpp"
#include "summary/parts.hpp"

namespace trialsheet {
namespace {

constexpr std::int64_t placeholder = 99'999'999;  // what registrants type for "not known"

/// "phases 1 and 2"; a pair that the catalog lacks is listed by number.
std::string phases_text(const Words& words, const std::vector<std::string>& phases) {
  std::string key;
  std::vector<std::string> names;
  for (const std::string& phase : phases) {
    key += (key.empty() ? "" : "_") + lower_ascii(phase);
    names.push_back(words.has("type.phase." + lower_ascii(phase))
                        ? words.text("type.phase." + lower_ascii(phase))
                        : phase);
  }
  return words.has("type.phase." + key) ? words.text("type.phase." + key)
                                        : words.list(names);
}

std::string interventional_kind(const Subject& subject) {
  const Words& words = subject.words;
  const Design& design = subject.trial.design;
  const std::string kind =
      words.text("type.purpose." + key_of(design.primary_purpose, "other"));
  if (design.phases == std::vector<std::string>{"NA"}) {
    return words.text("type.without_phase", {{"kind", kind}});
  }
  const std::string phase = design.phases.empty() ? words.text("type.phase.not_stated")
                                                  : phases_text(words, design.phases);
  return words.text("type.with_phase", {{"kind", kind}, {"phase", phase}});
}

std::string kind_of_study(const Subject& subject) {
  const Words& words = subject.words;
  const Trial& trial = subject.trial;
  if (is_interventional(trial)) {
    return interventional_kind(subject);
  }
  if (is_observational(trial)) {
    return words.text(trial.design.patient_registry.value_or(false)
                          ? "type.registry"
                          : "type.observational");
  }
  return words.text(is_access(trial) ? "type.access" : "type.not_stated");
}

/// Whether the number is of people who took part, and no plan.
bool took_part(const Subject& subject) {
  const Design& design = subject.trial.design;
  return (is_closed(subject.stage) && !design.enrollment_estimated) ||
         (subject.stage == Stage::unknown && design.enrollment_actual);
}

/// `kind` with the number of people: planned, or how many there were.
std::string with_people(const Subject& subject, const std::string& kind) {
  const Design& design = subject.trial.design;
  const std::int64_t people = design.enrollment.value_or(placeholder);
  if (people < 0 || people >= placeholder) {
    return "";
  }
  if (people == 0) {
    const bool is_final = !design.enrollment_estimated && is_closed(subject.stage);
    return is_final ? subject.words.text("type.no_one", {{"kind", kind}}) : "";
  }
  const bool joined = took_part(subject);
  const char* key = is_observational(subject.trial) && joined ? "type.people_of"
                    : joined                                  ? "type.people_actual"
                                                              : "type.people_planned";
  return subject.words.plural(key, people, {{"kind", kind}});
}

}  // namespace

Statement type_of_study(const Subject& subject) {
  const std::string kind = kind_of_study(subject);
  return statement("type", "/protocolSection/designModule",
                   {with_people(subject, kind), kind}, Tier::structured);
}

}  // namespace trialsheet
