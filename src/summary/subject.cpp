// Subject: stages, tenses and the making of statements.

#include "summary/subject.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <cstring>

#include "base/isolate.hpp"
#include "base/text.hpp"

namespace trialsheet {
namespace {

struct StageOfStatus {
  std::string_view status;
  Stage stage;
};

constexpr StageOfStatus stages[] = {
    {"RECRUITING", Stage::open},
    {"AVAILABLE", Stage::open},
    {"NOT_YET_RECRUITING", Stage::not_yet},
    {"ENROLLING_BY_INVITATION", Stage::invited},
    {"SUSPENDED", Stage::paused},
    {"TEMPORARILY_NOT_AVAILABLE", Stage::paused},
    {"ACTIVE_NOT_RECRUITING", Stage::running},
    {"COMPLETED", Stage::ended},
    {"TERMINATED", Stage::stopped},
    {"WITHDRAWN", Stage::never},
    {"NO_LONGER_AVAILABLE", Stage::gone},
    {"APPROVED_FOR_MARKETING", Stage::gone},
};

constexpr std::size_t short_name = 24;  // no longer than "and 1 more" is worth

constexpr std::array<std::string_view, 10> stage_names = {
    "open",  "not_yet", "invited", "paused", "running",
    "ended", "stopped", "never",   "gone",   "unknown"};

}  // namespace

Stage stage_of(const Trial& trial) {
  for (const StageOfStatus& row : stages) {
    if (row.status == trial.status) {
      return row.stage;
    }
  }
  return Stage::unknown;
}

std::string name_of(Stage stage) {
  return std::string(stage_names[static_cast<std::size_t>(stage)]);
}

bool is_closed(Stage stage) {
  return stage == Stage::running || stage == Stage::ended || stage == Stage::stopped ||
         stage == Stage::never || stage == Stage::gone;
}

std::string tense_of(Stage stage) {
  switch (stage) {
    case Stage::ended:
    case Stage::gone:
      return "past";
    case Stage::stopped:
    case Stage::never:
      return "planned";
    default:
      return "present";
  }
}

bool is_observational(const Trial& trial) {
  return trial.design.study_type == "OBSERVATIONAL";
}

bool is_interventional(const Trial& trial) {
  return trial.design.study_type == "INTERVENTIONAL";
}

bool is_access(const Trial& trial) {
  return trial.design.study_type == "EXPANDED_ACCESS";
}

std::optional<std::size_t> months_since_check(const Subject& subject) {
  const std::optional<Date>& checked = subject.trial.status_verified;
  if (!checked || !subject.today) {
    return std::nullopt;
  }
  const int months =
      (subject.today->year - checked->year) * 12 + subject.today->month - checked->month;
  return static_cast<std::size_t>(std::max(months, 0));
}

std::string key_of(std::string_view token, std::string_view otherwise) {
  return token.empty() ? std::string(otherwise) : lower_ascii(token);
}

std::string quoted(const Words& words, std::string_view text) {
  return words.is_of_the_record()
             ? words.text("quote", {{"text", text}})
             : words.text("quote", {{"text", words.from_record(text)}});
}

std::string time_text(const Words& words, const std::string& typed) {
  const std::size_t space = typed.find_first_not_of("0123456789");
  std::int64_t count = 0;
  const auto [end, problem] =
      std::from_chars(typed.data(), typed.data() + std::min(space, typed.size()), count);
  if (problem != std::errc() || end == typed.data() || space >= typed.size() ||
      typed[space] == '.' || typed[space] == ',') {
    return words.from_record(typed);
  }
  std::string unit = lower_ascii(without_separator(typed.substr(space)));
  unit.erase(0, unit.find_first_not_of(" -"));
  const std::string key = "duration." + unit + (unit.ends_with('s') ? "" : "s");
  return words.has(key) ? words.plural(key, count) : words.from_record(typed);
}

std::string without_stop(std::string_view text) {
  while (!text.empty() && (text.back() == '.' || text.back() == ' ')) {
    text.remove_suffix(1);
  }
  return std::string(text);
}

std::vector<std::string> from_record(const Words& words, std::vector<std::string> names) {
  if (!words.is_of_the_record()) {
    for (std::string& name : names) {
      name = words.from_record(name);
    }
  }
  return names;
}

std::string list_some(const Words& words, const std::vector<std::string>& items,
                      std::size_t most) {
  const bool one_left = items.size() == most + 1 && length_of(items.back()) <= short_name;
  if (items.size() <= most || one_left) {
    return words.list(items);
  }
  std::string named = items.front();
  for (std::size_t i = 1; i < most; ++i) {
    named = words.text("list.middle", {{"first", named}, {"rest", items[i]}});
  }
  const auto rest = static_cast<std::int64_t>(items.size() - most);
  return words.plural("list.more", rest, {{"items", named}});
}

namespace {

/// Bytes that only continue a character in UTF-8: eight are counted at once.
std::size_t continuations(std::string_view bytes) {
  constexpr std::uint64_t each = 0x0101010101010101;
  std::size_t count = 0;
  for (; bytes.size() >= sizeof each; bytes.remove_prefix(sizeof each)) {
    std::uint64_t eight = 0;
    std::memcpy(&eight, bytes.data(), sizeof eight);
    count += ((eight >> 7 & ~eight >> 6 & each) * each) >> 56;  // their sum
  }
  return count +
         static_cast<std::size_t>(std::count_if(
             bytes.begin(), bytes.end(), [](char c) { return (c & 0xC0) == 0x80; }));
}

}  // namespace

std::size_t length_of(std::string_view text) {
  const std::size_t length = text.size() - continuations(text);
  // A text of one-byte characters has no isolates; each of theirs is one character.
  return length == text.size() || !has_isolates(text) ? length
                                                      : length_of(without_isolates(text));
}

Statement statement(std::string id, std::string source, std::vector<std::string> texts,
                    Tier tier) {
  Statement made{std::move(id), std::move(source), {}};
  made.wordings.reserve(texts.size());
  std::size_t shortest = std::string::npos;
  for (std::string& text : texts) {
    const std::size_t length = length_of(text);
    if (!text.empty() && length < shortest) {
      shortest = length;
      made.wordings.push_back({std::move(text), tier, ""});
    }
  }
  return made;
}

}  // namespace trialsheet
