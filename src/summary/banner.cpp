// Banner: says, before anything else, that a study is not open to all.

#include "summary/parts.hpp"
#include "summary/telling.hpp"

namespace trialsheet {
namespace {

constexpr std::size_t longest_reason = 120;

/// The sentence of `key` for a date known to the day ("_on") or to the month ("_in").
std::string dated(const Subject& subject, std::string key, const Date& date) {
  key += date.day == 0 ? "_in" : "_on";
  return subject.words.text(key, {{"date", subject.words.date(date)}});
}

/// What is planned, or what was, once its day is past or the study is over.
std::string planned(const Subject& subject, std::string key, const StatedDate& plan) {
  const bool over = subject.stage == Stage::ended || is_past_plan(subject, plan);
  key += over ? "_was" : "";
  return subject.words.text(key, {{"date", subject.words.date(*plan.date)}});
}

/// What was known when the record was last checked, and when that was.
std::string last_known(const Subject& subject) {
  const std::optional<Date>& checked = subject.trial.status_verified;
  if (!checked) {
    return "";
  }
  const std::string was =
      "banner.date.was_" + key_of(subject.trial.last_known_status, "");
  return subject.words.has(was)
             ? subject.words.text(was, {{"date", subject.words.date(*checked)}})
             : dated(subject, "banner.date.checked", *checked);
}

/// Whether it is over by its plan, and goes on by its status: no one knows which is so.
bool may_be_over(const Subject& subject) {
  return subject.stage == Stage::running &&
         is_past_plan(subject, subject.trial.completion);
}

/// Of a study that goes on: when it ends, or what was known before it should have.
std::string running_sentence(const Subject& subject) {
  const StatedDate& end = subject.trial.completion;
  const std::optional<Date>& checked = subject.trial.status_verified;
  if (!end.date || !end.estimated) {
    return "";
  }
  const std::string plan = planned(subject, "banner.date.planned_end", end);
  if (!may_be_over(subject) || !checked) {
    return plan;
  }
  const Words& words = subject.words;
  return words.sentences(
      {words.text("banner.date.was_going_on", {{"date", words.date(*checked)}}), plan});
}

/// The day or month that lies behind the status; empty if the record does not give it.
std::string date_sentence(const Subject& subject) {
  const Trial& trial = subject.trial;
  const StatedDate& end = trial.completion;
  switch (subject.stage) {
    case Stage::ended:
      return !end.date       ? ""
             : end.estimated ? planned(subject, "banner.date.planned_end", end)
                             : dated(subject, "banner.date.finished", *end.date);
    case Stage::stopped:
      return end.date && !end.estimated ? dated(subject, "banner.date.ended", *end.date)
                                        : "";
    case Stage::running:
      return running_sentence(subject);
    case Stage::not_yet:
      return trial.start.date && trial.start.estimated
                 ? planned(subject, "banner.date.planned_start", trial.start)
                 : "";
    case Stage::unknown:
      return last_known(subject);
    default:
      return "";
  }
}

/// Why the study was stopped, in the record's words, if they are few.
std::string reason_sentence(const Subject& subject) {
  const std::string reason = without_stop(subject.trial.why_stopped);
  const bool tells = subject.stage == Stage::stopped || subject.stage == Stage::never ||
                     subject.stage == Stage::paused;
  if (subject.trial.status == "APPROVED_FOR_MARKETING") {
    return subject.words.text("banner.approved");
  }
  if (!tells || reason.empty() || length_of(reason) > longest_reason) {
    return "";
  }
  return subject.words.text("banner.reason", {{"reason", quoted(subject.words, reason)}});
}

std::string source_of(const Subject& subject) {
  switch (subject.stage) {
    case Stage::ended:
    case Stage::running:
      return "/protocolSection/statusModule/completionDateStruct";
    case Stage::stopped:
    case Stage::never:
    case Stage::paused:
      return "/protocolSection/statusModule/whyStopped";
    case Stage::not_yet:
      return "/protocolSection/statusModule/startDateStruct";
    case Stage::unknown:
      return "/protocolSection/statusModule/statusVerifiedDate";
    default:
      return "";
  }
}

/// What the reader can do; for an unknown status it depends on the last known one.
std::string next_key(const Subject& subject) {
  const Trial& trial = subject.trial;
  const std::string key = "banner.next." + key_of(trial.status, "not_stated");
  if (subject.stage == Stage::not_yet && is_past_plan(subject, trial.start)) {
    return key + "_late";
  }
  const std::string since = key + "_" + key_of(trial.last_known_status, "");
  return trial.status == "UNKNOWN" && subject.words.has(since) ? since : key;
}

}  // namespace

std::optional<Banner> make_banner(const Subject& subject) {
  if (subject.stage == Stage::open) {
    return std::nullopt;
  }
  const Words& words = subject.words;
  const std::string status =
      key_of(subject.trial.status, "not_stated") + (may_be_over(subject) ? "_late" : "");
  const std::string next =
      words.text(next_key(subject), {{"asked", whom_to_ask(subject)}});
  const std::string date = date_sentence(subject);
  const std::string reason = reason_sentence(subject);
  const std::string because = reason.empty() ? date : reason;
  Banner banner;
  banner.headline = statement("banner", "/protocolSection/statusModule/overallStatus",
                              {words.text("banner." + status)}, Tier::structured);
  banner.next_step = statement(
      "banner.next", source_of(subject),
      {words.sentences({date, reason, next}), words.sentences({because, next}), next},
      Tier::structured);
  return banner;
}

}  // namespace trialsheet
