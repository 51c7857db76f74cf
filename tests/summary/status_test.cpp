// Status: banner, fact, headings and questions for every status of the registry.

#include <catch2/catch.hpp>

#include "trials.hpp"

namespace trialsheet {
namespace {

struct Row {
  const char* status;
  const char* fact;
  const char* headline;
  const char* next;
};

const std::vector<Row>& rows() {
  static const std::vector<Row> all = {
      {"RECRUITING", "Open to new people", "", ""},
      {"AVAILABLE", "Available", "", ""},
      {"NOT_YET_RECRUITING", "Not open yet", "This study is not open yet.",
       "Ask your doctor when it will open."},
      {"ENROLLING_BY_INVITATION", "Open by invitation",
       "This study is open only to people it invites.",
       "Ask your doctor how people are chosen."},
      {"ACTIVE_NOT_RECRUITING", "Going on, closed",
       "This study takes no new people. It is going on.",
       "Your doctor may know of one that is open."},
      {"SUSPENDED", "On hold", "This study is on hold. It takes no new people.",
       "The record gives the reason: “Slow”. Ask your doctor if it will open again."},
      {"COMPLETED", "Completed, not open",
       "This study has ended. It takes no new people.",
       "It finished on 30 November 2019. Your doctor may know of a newer one."},
      {"TERMINATED", "Stopped early", "This study was stopped. It takes no new people.",
       "It ended on 30 November 2019. The record gives the reason: “Slow”. Your doctor "
       "may "
       "know of another one."},
      {"WITHDRAWN", "Withdrawn", "This study was called off before it began.",
       "The record gives the reason: “Slow”. Your doctor may know of another one."},
      {"UNKNOWN", "Not known", "We do not know if this study is open.",
       "The record was last checked in May 2018. Ask your doctor if it is open."},
      {"", "Not known", "We do not know if this study is open.",
       "The record was last checked in May 2018. Ask your doctor if it is open."},
      {"NO_LONGER_AVAILABLE", "No longer available",
       "This program has ended. It takes no new people.",
       "Your doctor may know of another way."},
      {"TEMPORARILY_NOT_AVAILABLE", "On hold",
       "This program is on hold. It takes no new people.",
       "The record gives the reason: “Slow”. Ask your doctor if it will open again."},
      {"APPROVED_FOR_MARKETING", "Approved for sale", "This program has ended.",
       "The record says that the treatment is approved for sale. Ask your doctor about "
       "your "
       "choices."},
      {"WITHHELD", "Not made public", "We do not know if this program is open.",
       "The record was last checked in May 2018. Ask your doctor about it."},
  };
  return all;
}

TEST_CASE("Every status has its fact and its banner") {
  for (const Row& row : rows()) {
    CAPTURE(row.status);
    Trial trial = plain_trial();
    trial.status = row.status;
    trial.completion = {Date{2019, 11, 30}, false};
    trial.status_verified = Date{2018, 5, 0};
    trial.why_stopped = "Slow.";
    const Summary summary = summary_of(trial);
    CHECK(summary.facts.front().value.wordings.front().text == row.fact);
    CHECK(summary.facts.front().emphatic);
    const bool has_banner = std::string(row.headline).size() > 0;
    REQUIRE(summary.banner.has_value() == has_banner);
    if (has_banner) {
      CHECK(summary.banner->headline.wordings.front().text == row.headline);
      CHECK(summary.banner->next_step.wordings.front().text == row.next);
    }
  }
}

TEST_CASE("An estimated end is not said to have happened") {
  Trial trial = plain_trial();
  trial.completion = {Date{2027, 6, 0}, true};
  trial.status = "COMPLETED";
  CHECK(texts_of(summary_of(trial).banner->next_step).front() ==
        "Its planned end was June 2027. Your doctor may know of a newer one.");
  trial.status = "ACTIVE_NOT_RECRUITING";
  CHECK(texts_of(summary_of(trial).banner->next_step).front() ==
        "Its planned end is June 2027. Your doctor may know of one that is open.");
}

Summary summary_on(const Trial& trial, const Date& printed) {
  return summarize(trial, Criteria{}, english(), {printed}).value;
}

/// The ids of the questions on where the study stands.
std::vector<std::string> status_questions(const Summary& summary) {
  std::vector<std::string> ids;
  for (const Question& question : summary.questions) {
    if (question.topic == "status") {
      ids.push_back(question.statement.id);
    }
  }
  return ids;
}

TEST_CASE("A plan whose day is past is told as what was planned") {
  Trial trial = plain_trial();
  trial.status = "NOT_YET_RECRUITING";
  trial.start = {Date{2023, 6, 15}, true};
  const auto next = [&trial](const Date& printed) {
    return texts_of(summary_on(trial, printed).banner->next_step).front();
  };
  CHECK(next({2023, 6, 15}) ==
        "Its planned start is 15 June 2023. Ask your doctor when it will open.");
  CHECK(next({2023, 6, 16}) ==
        "Its planned start was 15 June 2023. Ask your doctor if it has opened.");
  trial.start = {Date{2023, 6, 0}, true};
  CHECK(next({2023, 6, 16}) ==
        "Its planned start is June 2023. Ask your doctor when it will open.");
  trial.data_date = Date{2023, 7, 1};
  CHECK(next({2023, 6, 16}) ==
        "Its planned start was June 2023. Ask your doctor if it has opened.");
  trial.status = "ACTIVE_NOT_RECRUITING";
  trial.completion = {Date{2023, 6, 0}, true};
  CHECK(next({2023, 8, 1}) ==
        "Its planned end was June 2023. Your doctor may know of one that is open.");
}

TEST_CASE("That a study goes on is said only of the day that it is known of") {
  Trial trial = plain_trial();
  trial.status = "ACTIVE_NOT_RECRUITING";
  trial.completion = {Date{2023, 6, 0}, true};
  trial.status_verified = Date{2023, 2, 0};
  const Summary before = summary_on(trial, {2023, 6, 1});
  CHECK(texts_of(before.banner->headline).front() ==
        "This study takes no new people. It is going on.");
  CHECK(texts_of(before.facts[0].value).front() == "Going on, closed");
  const Summary after = summary_on(trial, {2023, 8, 1});
  CHECK(texts_of(after.banner->headline).front() == "This study takes no new people.");
  CHECK(texts_of(after.banner->next_step).front() ==
        "When last checked (February 2023), it was going on. Its planned end was June "
        "2023. Your doctor may know of one that is open.");
  CHECK(texts_of(after.facts[0].value).front() == "Going on, closed (February 2023)");
}

TEST_CASE("Questions on the status follow from the day of printing") {
  using Ids = std::vector<std::string>;
  Trial trial = plain_trial();
  trial.status_verified = Date{2022, 1, 0};
  trial.data_date = Date{2022, 2, 1};
  CHECK(status_questions(summary_on(trial, {2023, 12, 1})) == Ids{"question.X0"});
  CHECK(status_questions(summary_on(trial, {2024, 1, 1})) == Ids{"question.X3b"});
  trial.completion = {Date{2023, 6, 0}, true};
  CHECK(status_questions(summary_on(trial, {2023, 12, 1})) == Ids{"question.X3e"});
  trial.status = "NOT_YET_RECRUITING";
  CHECK(status_questions(summary_on(trial, {2023, 5, 1})) == Ids{"question.X1"});
  CHECK(status_questions(summary_on(trial, {2023, 12, 1})) == Ids{"question.X3s"});
}

TEST_CASE(
    "A study of which it is not known that it opened is not said to be still open") {
  Trial trial = plain_trial();
  trial.status = "UNKNOWN";
  trial.last_known_status = "NOT_YET_RECRUITING";
  const Summary summary = summary_of(trial);
  CHECK(texts_of(summary.banner->next_step).front() ==
        "Ask your doctor if it ever opened.");
  CHECK(texts_of(summary.questions.front().statement).back() ==
        "Did the study ever open?");
  trial.last_known_status = "RECRUITING";
  CHECK(texts_of(summary_of(trial).banner->next_step).front() ==
        "Ask your doctor if it is still open.");
}

TEST_CASE("What was known of an open study is told with the day of the last check") {
  Trial trial = plain_trial();
  trial.status = "UNKNOWN";
  trial.status_verified = Date{2014, 11, 0};
  const auto next = [&trial](const std::string& last_known) {
    trial.last_known_status = last_known;
    return texts_of(summary_of(trial).banner->next_step).front();
  };
  CHECK(next("RECRUITING") ==
        "When last checked (November 2014), it was open. Ask your doctor if it is "
        "still open.");
  CHECK(next("ACTIVE_NOT_RECRUITING") ==
        "When last checked (November 2014), it was going on, but closed to new people. "
        "Ask your doctor if it is still going on.");
}

TEST_CASE("A study is not said to be open now on the word of an old record") {
  Trial trial = plain_trial();
  trial.status_verified = Date{2022, 1, 0};
  const auto status = [&trial](const Date& printed) {
    return texts_of(summary_on(trial, printed).facts.front().value).front();
  };
  CHECK(status({2023, 1, 31}) == "Open to new people");
  CHECK(status({2023, 2, 1}) == "Open to new people when last checked (January 2022)");
  trial.completion = {Date{2023, 6, 0}, true};
  CHECK(status({2023, 12, 1}) == "Open to new people. Planned end (June 2023) is past.");
}

TEST_CASE("A withdrawn study is asked after as called off, two phases as two") {
  Trial trial = plain_trial();
  const auto has = [&trial](const std::string& id) {
    for (const Question& question : summary_of(trial).questions) {
      if (question.statement.id == "question." + id) {
        return true;
      }
    }
    return false;
  };
  trial.status = "WITHDRAWN";
  CHECK(has("X9n"));
  CHECK_FALSE(has("X9"));
  trial.status = "COMPLETED";
  trial.design.phases = {"PHASE1", "PHASE2"};
  CHECK(has("P12c"));
  CHECK_FALSE(has("P2c"));
  trial.design.phases = {"PHASE2", "PHASE3"};
  CHECK(has("P23c"));
  CHECK_FALSE(has("P3c"));
}

TEST_CASE(
    "A long reason is not quoted, and the shortest wording has neither date nor reason") {
  Trial trial = plain_trial();
  trial.status = "TERMINATED";
  trial.why_stopped = std::string(130, 'x');
  CHECK(texts_of(summary_of(trial).banner->next_step) ==
        std::vector<std::string>{"Your doctor may know of another one."});
}

TEST_CASE("Headings stand in the tense of the study") {
  Trial trial = plain_trial();
  const auto headings = [&trial](const std::string& status) {
    trial.status = status;
    const Summary summary = summary_of(trial);
    return std::vector<std::string>{summary.what_heading, summary.rule_blocks[0].heading,
                                    summary.labels.places};
  };
  using Texts = std::vector<std::string>;
  CHECK(headings("RECRUITING") ==
        Texts{"What is being tested?", "Who may join?", "Where is it?"});
  CHECK(headings("NOT_YET_RECRUITING") ==
        Texts{"What is being tested?", "Who may join?", "Where will it be?"});
  CHECK(headings("ACTIVE_NOT_RECRUITING") ==
        Texts{"What is being tested?", "Who could join?", "Where is it?"});
  CHECK(headings("COMPLETED") ==
        Texts{"What was tested?", "Who could join?", "Where was it?"});
  CHECK(headings("WITHDRAWN") ==
        Texts{"What was to be tested?", "Who was to join?", "Where was it to be?"});
}

TEST_CASE("Every status and type of study has eight questions or more") {
  for (const char* type : {"INTERVENTIONAL", "OBSERVATIONAL", "EXPANDED_ACCESS", ""}) {
    for (const Row& row : rows()) {
      CAPTURE(type, row.status);
      Trial trial = plain_trial();
      trial.status = row.status;
      trial.design.study_type = type;
      const Summary summary = summary_of(trial);
      CHECK(summary.questions.size() >= 8);
      CHECK(summary.questions.size() <= 12);
    }
  }
}

TEST_CASE("The first questions are the universal ones if open, the status if not") {
  Trial trial = plain_trial();
  CHECK(summary_of(trial).questions[0].statement.id == "question.U1");
  CHECK(summary_of(trial).questions[1].statement.id == "question.U2");
  trial.status = "COMPLETED";
  CHECK(summary_of(trial).questions[0].statement.id == "question.X4");
  for (const Question& question : summary_of(trial).questions) {
    CHECK(question.statement.id != "question.U1");
  }
}

}  // namespace
}  // namespace trialsheet
