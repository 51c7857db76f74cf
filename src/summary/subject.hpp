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

/// `token` as part of a key: "RECRUITING" is "recruiting"; `otherwise` if it is empty.
std::string key_of(std::string_view token, std::string_view otherwise);

/// `text` in the quotation marks of the summary's language.
std::string quoted(const Words& words, std::string_view text);

/// `text` without a full stop at its end, to go on in a sentence.
std::string without_stop(std::string_view text);

/// The sentences that are not empty, with a space between them.
std::string paragraph(const std::vector<std::string>& sentences);

/// "A, B, C and 4 more": at most `most` of `items` by name.
std::string list_some(const Words& words, const std::vector<std::string>& items,
                      std::size_t most);

/// Characters, not bytes.
std::size_t length_of(std::string_view text);

/// A statement of those `texts` that are not empty and shorter than the one before.
Statement statement(std::string id, std::string source,
                    const std::vector<std::string>& texts, Tier tier);

}  // namespace trialsheet
