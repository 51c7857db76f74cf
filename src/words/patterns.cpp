// Patterns: those that a line can start with are tried in the order of the file.

#include "words/patterns.hpp"

#include <algorithm>
#include <stdexcept>
#include <unordered_map>

#include "base/bytes.hpp"
#include "words/data.hpp"
#include "words/impl.hpp"
#include "words/pattern_syntax.hpp"

namespace trialsheet {
namespace {

/// Longer lines say more than one thing.
constexpr std::size_t most_tokens = 120;

struct Pattern {
  std::string id;
  std::vector<std::string> lists;
  PatternParts parts;
};

template <typename Archive>
void fields(Archive& archive, Pattern& pattern) {
  archive(pattern.id, pattern.lists, pattern.parts);
}

PatternSets read_sets(const Data& data) {
  if (data.kind != Data::Kind::object) {
    fail(data, "an object of sets is needed here");
  }
  PatternSets sets;
  for (const Data& set : data.items) {
    sets[std::string(set.name)] = text_of(set);
  }
  return sets;
}

/// Stops and semicolons at the end are no part of a line.
std::size_t end_of_line(const Tokens& tokens) {
  std::size_t end = tokens.size();
  while (end > 0 && (tokens[end - 1].plain == "." || tokens[end - 1].plain == ";" ||
                     tokens[end - 1].plain == ",")) {
    --end;
  }
  return end;
}

}  // namespace

template <typename Archive>
void fields(Archive& archive, PatternPart& part) {
  auto& [kind, text, options] = part;
  archive(kind, text, options);
}

struct Patterns::Impl {
  std::vector<Pattern> patterns;
  std::unordered_map<std::string, std::vector<std::size_t>> by_first_word;
  std::vector<std::size_t> for_any_start;

  template <typename Archive>
  friend void fields(Archive& archive, Impl& impl) {
    archive(impl.patterns, impl.by_first_word, impl.for_any_start);
  }

  void add(const Data& item, const PatternSets& sets) {
    allow_only(item, {"id", "in", "lines"});
    std::vector<std::string> lists;
    for (const Data& list : list_of(member(item, "in"))) {
      lists.emplace_back(text_of(list));
    }
    for (const Data& line : list_of(member(item, "lines"))) {
      try {
        patterns.push_back({std::string(text_of(member(item, "id"))), lists,
                            parse_pattern(text_of(line), sets)});
      } catch (const std::invalid_argument& error) {
        fail(line, error.what());
      }
      add_to_index();
    }
  }

  void add_to_index() {
    const std::size_t index = patterns.size() - 1;
    const std::vector<std::string> starts = first_words(patterns.back().parts);
    if (starts.empty()) {
      for_any_start.push_back(index);
    }
    for (const std::string& word : starts) {
      by_first_word[word].push_back(index);
    }
  }

  /// Those that a line may match, in the order of the file.
  std::vector<std::size_t> candidates(const Tokens& tokens) const {
    std::vector<std::size_t> found = for_any_start;
    if (const auto known = by_first_word.find(std::string(tokens[0].plain));
        known != by_first_word.end()) {
      found.insert(found.end(), known->second.begin(), known->second.end());
      std::sort(found.begin(), found.end());
    }
    return found;
  }
};

Patterns::Patterns(std::string_view file, std::string_view json)
    : impl_(std::make_unique<Impl>()) {
  const DataFile read = read_data(file, json);
  const Data& data = read.root();
  allow_only(data, {"$schema", "sets", "patterns"});
  const PatternSets sets = read_sets(member(data, "sets"));
  for (const Data& item : list_of(member(data, "patterns"))) {
    impl_->add(item, sets);
  }
}

Patterns::Patterns(ByteReader& packed) : impl_(std::make_unique<Impl>()) {
  packed(*impl_);
}

void Patterns::pack(ByteWriter& writer) const {
  writer(*impl_);
}

Patterns::~Patterns() = default;
Patterns::Patterns(Patterns&&) noexcept = default;
Patterns& Patterns::operator=(Patterns&&) noexcept = default;

std::optional<LineMatch> Patterns::match(std::string_view list, std::string_view text,
                                         const Tokens& tokens) const {
  const std::size_t end = end_of_line(tokens);
  if (end == 0 || end > most_tokens) {
    return std::nullopt;
  }
  for (const std::size_t index : impl_->candidates(tokens)) {
    const Pattern& pattern = impl_->patterns[index];
    SlotRanges ranges;
    const bool for_list = std::find(pattern.lists.begin(), pattern.lists.end(), list) !=
                          pattern.lists.end();
    if (!for_list || !matches(pattern.parts, tokens, end, ranges)) {
      continue;
    }
    LineMatch found = {pattern.id, {}};
    for (const auto& [name, range] : ranges) {
      const std::size_t begin = tokens[range.first].begin;
      found.slots[name] = text.substr(begin, tokens[range.end - 1].end - begin);
    }
    return found;
  }
  return std::nullopt;
}

std::vector<std::string> Patterns::ids() const {
  std::vector<std::string> ids;
  for (const Pattern& pattern : impl_->patterns) {
    if (std::find(ids.begin(), ids.end(), pattern.id) == ids.end()) {
      ids.push_back(pattern.id);
    }
  }
  return ids;
}

const Patterns& patterns(const Words& words) {
  return words.impl().record->patterns;
}

}  // namespace trialsheet
