// Conserved: meanings counted, then put side by side.

#include "criteria/conserved.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "criteria/conserved_reading.hpp"

namespace trialsheet {
namespace {

using Kind = Meaning::Kind;
using Meanings = std::vector<Meaning>;

const Meaning& history() {
  static const Meaning meaning = {Kind::quality, "history"};
  return meaning;
}

const Meaning& had() {
  static const Meaning meaning = {Kind::quality, "had"};
  return meaning;
}

bool contains(const Meanings& meanings, const Meaning& meaning) {
  return std::find(meanings.begin(), meanings.end(), meaning) != meanings.end();
}

/// Whether a text tells of the past also without a "had".
bool tells_the_past(const Meanings& meanings) {
  return contains(meanings, history()) || contains(meanings, {Kind::quality, "prior"}) ||
         contains(meanings, {Kind::time, "before"}) ||
         contains(meanings, {Kind::time, "in the last"});
}

/// What `from` has more of than `of`; both sorted.
Meanings minus(const Meanings& from, const Meanings& of) {
  Meanings rest;
  std::set_difference(from.begin(), from.end(), of.begin(), of.end(),
                      std::back_inserter(rest));
  return rest;
}

void take_one(Meanings& from, const Meaning& meaning) {
  const auto found = std::find(from.begin(), from.end(), meaning);
  if (found != from.end()) {
    from.erase(found);
  }
}

/// A "history of stroke" is a stroke that one has had.
void match_history(Meanings& lost, Meanings& gained) {
  while (contains(lost, history()) && contains(gained, had())) {
    take_one(lost, history());
    take_one(gained, had());
  }
  while (contains(lost, had()) && contains(gained, history())) {
    take_one(lost, had());
    take_one(gained, history());
  }
}

/// Pairs what was lost with what was gained of its kind.
std::vector<Difference> paired(const Meanings& lost, const Meanings& gained) {
  std::vector<Difference> result;
  auto loss = lost.begin();
  auto gain = gained.begin();
  while (loss != lost.end() || gain != gained.end()) {
    const bool takes_loss =
        loss != lost.end() && (gain == gained.end() || loss->kind <= gain->kind);
    const bool takes_gain =
        gain != gained.end() && (loss == lost.end() || gain->kind <= loss->kind);
    const Kind kind = takes_loss ? loss->kind : gain->kind;
    Difference difference{std::string(to_text(kind)), "", ""};
    if (takes_loss) {
      difference.lost = (loss++)->text;
    }
    if (takes_gain) {
      difference.gained = (gain++)->text;
    }
    result.push_back(std::move(difference));
  }
  return result;
}

std::vector<Difference> counted_differences(Meanings source, Meanings wording) {
  std::sort(source.begin(), source.end());
  std::sort(wording.begin(), wording.end());
  Meanings lost = minus(source, wording);
  Meanings gained = minus(wording, source);
  match_history(lost, gained);
  if (tells_the_past(source)) {
    std::erase(gained, had());
  }
  if (tells_the_past(wording)) {
    std::erase(lost, had());
  }
  return paired(lost, gained);
}

/// The meanings with those that may change places put in one order.
Meanings in_order(Meanings meanings) {
  std::erase_if(meanings, [](const Meaning& meaning) {
    return meaning == had() || meaning == history() ||
           meaning == Meaning{Kind::word, "age"};
  });
  for (auto from = meanings.begin(); from != meanings.end();) {
    const auto end = std::find_if(from, meanings.end(), orders);
    std::sort(from, end);
    from = end == meanings.end() ? end : std::next(end);
  }
  return meanings;
}

std::vector<Difference> order_differences(Meanings source, Meanings wording) {
  const Meanings left = in_order(std::move(source));
  const Meanings right = in_order(std::move(wording));
  const auto [lost, gained] =
      std::mismatch(left.begin(), left.end(), right.begin(), right.end());
  if (lost == left.end() && gained == right.end()) {
    return {};
  }
  return {{"order", lost == left.end() ? "" : lost->text,
           gained == right.end() ? "" : gained->text}};
}

}  // namespace

std::vector<Difference> differences(const Equivalents& equivalents,
                                    std::string_view source, std::string_view wording) {
  return differences(equivalents, source, Tokens(source), wording);
}

std::vector<Difference> differences(const Equivalents& equivalents,
                                    std::string_view source, const Tokens& source_tokens,
                                    std::string_view wording) {
  Meanings left = meanings_of(equivalents, source, source_tokens);
  Meanings right = meanings_of(equivalents, wording, NearTokens(wording).all());
  if (left == right) {
    return {};
  }
  std::vector<Difference> result = counted_differences(left, right);
  return result.empty() ? order_differences(std::move(left), std::move(right)) : result;
}

bool inserted_only(std::string_view source, std::string_view wording,
                   const std::vector<std::string>& inserted) {
  // reached[k][i]: with k of `inserted` taken out, the first i bytes of the source read.
  std::size_t length = source.size();
  std::vector<bool> reached(source.size() + 1, false);
  std::size_t taken = 0;  // bytes of the insertions so far
  const auto read_on = [&](std::vector<bool>& at) {
    for (std::size_t i = 0; i < source.size(); ++i) {
      if (at[i] && i + taken < wording.size() && wording[i + taken] == source[i]) {
        at[i + 1] = true;
      }
    }
  };
  reached[0] = true;
  read_on(reached);
  for (const std::string& text : inserted) {
    if (text.size() < 3 || !text.starts_with(" [") || !text.ends_with(']')) {
      return false;
    }
    length += text.size();
    std::vector<bool> next(source.size() + 1, false);
    for (std::size_t i = 0; i <= source.size(); ++i) {
      next[i] = reached[i] &&
                wording.substr(std::min(i + taken, wording.size())).starts_with(text);
    }
    taken += text.size();
    read_on(next);
    reached = std::move(next);
  }
  return wording.size() == length && reached[source.size()];
}

}  // namespace trialsheet
