// Subject: a trial as the parts of the summary see it, and the small tools they share.

#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "summary/summary.hpp"
#include "trial/trial.hpp"
#include "words/words.hpp"

namespace trialsheet {

/// Where the study stands, as far as it changes what a reader should be told.
enum class Stage {
  open,
  not_yet,
  invited,
  paused,
  running,  ///< goes on, but takes no one
  ended,
  stopped,  ///< ended before its plan was carried out
  never,    ///< called off before anyone joined
  gone,     ///< an access program that is over
  unknown,
};

struct Subject {
  const Trial& trial;
  const Words& words;
  Stage stage;
  const Whereabouts& whereabouts;
  /// The later of the day of the data and the day of printing, as far as they are known:
  /// what a plan is past or still ahead of.
  std::optional<Date> today;
};

Stage stage_of(const Trial& trial);

/// The stage's name in question rules: "not_yet".
std::string name_of(Stage stage);

/// No one can join, now or later, as far as the record says.
bool is_closed(Stage stage);

/// Key of the tense that is true of what was done: "present", "past" or "planned". A
/// study that was stopped or called off did not do all it planned.
std::string tense_of(Stage stage);

bool is_observational(const Trial& trial);
bool is_interventional(const Trial& trial);
bool is_access(const Trial& trial);

/// Months from the record's last check to today; nothing where one is not known.
std::optional<std::size_t> months_since_check(const Subject& subject);

/// `token` as part of a key: "RECRUITING" is "recruiting"; `otherwise` if it is empty.
std::string key_of(std::string_view token, std::string_view otherwise);

/// `text`, words of the record, in the quotation marks of the summary's language.
std::string quoted(const Words& words, std::string_view text);

/// A time of the record, "30 days", in the summary's language; as typed if the number is
/// not a whole one or the unit is not known.
std::string time_text(const Words& words, const std::string& typed);

/// `text` without a full stop at its end, to go on in a sentence.
std::string without_stop(std::string_view text);

/// Names of the record as they stand in texts of the summary's language.
std::vector<std::string> from_record(const Words& words, std::vector<std::string> names);

/// "A, B, C and 4 more": at most `most` of `items` by name.
std::string list_some(const Words& words, const std::vector<std::string>& items,
                      std::size_t most);

/// Characters that are printed, not bytes.
std::size_t length_of(std::string_view text);

/// A statement of those `texts` that are not empty and shorter than the one before.
Statement statement(std::string id, std::string source, std::vector<std::string> texts,
                    Tier tier);

}  // namespace trialsheet
