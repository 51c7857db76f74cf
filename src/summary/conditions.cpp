// Conditions: what a study is about, as a list for a sentence.

#include <algorithm>

#include "base/text.hpp"
#include "summary/arms.hpp"
#include "summary/index_name.hpp"
#include "summary/telling.hpp"

namespace trialsheet {
namespace {

/// "IIIB" and the like.
bool is_stage(std::string_view word) {
  const std::size_t digits = std::min(word.find_first_not_of("IV"), word.size());
  return digits > 0 && word.size() - digits < 3 &&
         word.find_first_not_of("ABC123", digits) == word.npos;
}

struct Span {
  std::size_t begin;
  std::size_t size;
};

/// The stage that `name` names by a word of its own; of no size if there is none.
Span stage_in(std::string_view name) {
  for (std::size_t begin = 0; begin < name.size();) {
    const std::size_t end = std::min(name.find(' ', begin), name.size());
    const std::string_view before = name.substr(0, begin);
    if (is_stage(name.substr(begin, end - begin)) &&
        (before.ends_with("stage ") || before.ends_with("Stage "))) {
      return {begin, end - begin};
    }
    begin = end + 1;
  }
  return {0, 0};
}

/// `name` without its stage.
std::string without_stage(std::string name, Span stage) {
  return name.erase(stage.begin, stage.size);
}

/// "Stage IV Breast Cancer" joins "Stage III Breast Cancer", if that is among `names`.
bool joins_stages(const std::string& name, std::vector<std::string>& names) {
  const Span stage = stage_in(name);
  if (stage.size == 0) {
    return false;
  }
  for (std::string& other : names) {
    // Of what has been joined the first stage is looked at.
    const std::size_t slash = other.find('/');
    const Span first = stage_in(slash == other.npos ? other : other.substr(0, slash));
    if (first.size == 0 || first.begin != stage.begin) {
      continue;
    }
    const std::size_t end = std::min(other.find(' ', first.begin), other.size());
    if (without_stage(other, {first.begin, end - first.begin}) ==
        without_stage(name, stage)) {
      other.insert(end, "/" + name.substr(stage.begin, stage.size));
      return true;
    }
  }
  return false;
}

/// Whether `name` stands in `text` as words of its own.
bool stands_in(std::string_view text, std::string_view name) {
  const auto is_letter = [](char c) { return c >= 'a' && c <= 'z'; };
  for (auto at = text.find(name); at != text.npos; at = text.find(name, at + 1)) {
    const std::size_t end = at + name.size();
    if ((at == 0 || !is_letter(text[at - 1])) &&
        (end == text.size() || !is_letter(text[end]))) {
      return true;
    }
  }
  return false;
}

}  // namespace

/// "Healthy" is registered as a condition, but no study is about it. "Embolism,
/// Pulmonary" would be two in a list, so it is said the other way round, and what cannot
/// be is quoted.
std::vector<std::string> conditions_told(const Telling& tell, std::string_view said) {
  const std::string lower_said = lower_ascii(said);
  std::vector<std::string> conditions;
  for (const std::string& condition : each_once(tell.trial().conditions)) {
    const std::string turned = uninverted(without_stop(condition));
    const std::string name = turned.empty() ? without_stop(condition) : turned;
    const std::string lower = lower_ascii(name);
    if (stands_in(lower_said, lower) || lower.starts_with("healthy") ||
        is_among(conditions, name)) {
      continue;
    }
    const bool is_one = name.find_first_of(",;") == name.npos;
    if (!is_one) {
      conditions.push_back(tell.words().text("quote", {{"text", name}}));
    } else if (!joins_stages(name, conditions)) {
      conditions.push_back(name);
    }
  }
  return conditions;
}

}  // namespace trialsheet
