// Signals: found line by line, so that what stands near each other belongs together.

#include "words/signals.hpp"

#include <algorithm>
#include <memory_resource>
#include <stdexcept>
#include <utility>

#include "base/near_memory.hpp"
#include "words/data.hpp"
#include "words/impl.hpp"

namespace trialsheet {
namespace {

constexpr std::uint32_t roles = 4;
constexpr std::size_t longest = 16;  // tokens that a phrase may span to be looked back at

constexpr std::pair<std::string_view, RecordPart> part_names[] = {
    {"title", RecordPart::title},       {"conditions", RecordPart::conditions},
    {"criteria", RecordPart::criteria}, {"treatments", RecordPart::treatments},
    {"arms", RecordPart::arms},         {"outcomes", RecordPart::outcomes},
    {"summary", RecordPart::summary},   {"why_stopped", RecordPart::why_stopped},
};

std::uint32_t bit_of(RecordPart part) {
  return std::uint32_t{1} << static_cast<std::uint32_t>(part);
}

std::uint32_t id_of(std::size_t signal, Signals::Role role) {
  return static_cast<std::uint32_t>(signal) * roles + static_cast<std::uint32_t>(role);
}

}  // namespace

/// One line of a text and what stands in it.
class SignalLine {
 public:
  /// `hits` is only memory, for one line after the other.
  SignalLine(const Signals& signals, std::string_view line,
             std::pmr::memory_resource& memory, Phrases::Hits& hits)
      : signals_(signals), tokens_(line, &memory), hits_(hits) {
    signals.phrases_.find(tokens_, hits);
    while (text_begin_ < tokens_.size() &&
           tokens_[text_begin_].kind != Token::Kind::word) {
      ++text_begin_;
    }
  }

  /// Adds to `told` what the line tells in a `part`, each signal once.
  void tell(RecordPart part, std::vector<std::size_t>& told) const {
    if (hits_.empty()) {
      return;
    }
    std::vector<std::size_t> done = silenced();
    for (std::size_t at = 0; at < hits_.size(); ++at) {
      const std::size_t signal = hits_[at].id / roles;
      const bool looks = (signals_.signals_[signal].parts & bit_of(part)) != 0;
      if (looks && hits_[at].id == id_of(signal, Signals::Role::tells) &&
          std::find(done.begin(), done.end(), signal) == done.end() &&
          !is_cancelled(at, signal) && has_near(at, signals_.signals_[signal], signal)) {
        done.push_back(signal);
        ++told[signal];
      }
    }
  }

 private:
  /// The signals that something in the line forbids.
  std::vector<std::size_t> silenced() const {
    std::vector<std::size_t> signals;
    for (const Phrases::Hit& hit : hits_) {
      const std::size_t signal = hit.id / roles;
      if (hit.id == id_of(signal, Signals::Role::silences) &&
          std::find(signals.begin(), signals.end(), signal) == signals.end()) {
        signals.push_back(signal);
      }
    }
    return signals;
  }

  /// Whether a hit with `id` for which `fits` is true starts at most `reach` tokens from
  /// the one at `at`.
  template <typename Fits>
  bool any_around(std::size_t at, std::uint32_t id, std::size_t reach, Fits fits) const {
    const std::size_t first = hits_[at].first;
    std::size_t from = at;
    while (from > 0 && hits_[from - 1].first + reach >= first) {
      --from;
    }
    for (std::size_t i = from; i < hits_.size() && hits_[i].first <= first + reach; ++i) {
      if (hits_[i].id == id && fits(hits_[i])) {
        return true;
      }
    }
    return false;
  }

  bool is_cancelled(std::size_t at, std::size_t signal) const {
    const Phrases::Hit& hit = hits_[at];
    return any_around(at, id_of(signal, Signals::Role::cancels), longest,
                      [&hit](const Phrases::Hit& other) {
                        return other.first <= hit.first &&
                               other.first + other.count >= hit.first + hit.count;
                      });
  }

  bool has_near(std::size_t at, const Signal& signal, std::size_t number) const {
    const Phrases::Hit& hit = hits_[at];
    const auto is_close = [&hit, &signal](const Phrases::Hit& other) {
      return other.first >= hit.first + hit.count
                 ? other.first - (hit.first + hit.count) <= signal.within
                 : other.first + other.count <= hit.first &&
                       hit.first - (other.first + other.count) <= signal.within;
    };
    return !signal.needs_near || (signal.number_near && has_number(hit, signal.within)) ||
           any_around(at, id_of(number, Signals::Role::is_near), signal.within + longest,
                      is_close);
  }

  bool has_number(const Phrases::Hit& hit, std::size_t within) const {
    const std::size_t before = hit.first - std::min(hit.first, within + 1);
    const std::size_t from = std::max(before, text_begin_);  // no number of a list
    const std::size_t to = std::min(tokens_.size(), hit.first + hit.count + within + 1);
    for (std::size_t i = from; i < to; ++i) {
      const bool inside = i >= hit.first && i < hit.first + hit.count;
      if (!inside && tokens_[i].kind == Token::Kind::number) {
        return true;
      }
    }
    return false;
  }

  const Signals& signals_;
  Tokens tokens_;
  const Phrases::Hits& hits_;
  std::size_t text_begin_ = 0;  ///< first word
};

std::size_t Signals::add(Signal signal) {
  signals_.push_back(std::move(signal));
  return signals_.size() - 1;
}

void Signals::add_phrase(std::size_t signal, Role role, std::string_view phrase) {
  phrases_.add(phrase, id_of(signal, role));
}

std::vector<std::string> Signals::names() const {
  std::vector<std::string> names;
  for (const Signal& signal : signals_) {
    names.push_back(signal.name);
  }
  return names;
}

Told Signals::told_by(const std::vector<RecordText>& texts) const {
  std::vector<std::size_t> lines(signals_.size());
  NearMemory<8192> memory;  // enough for most lines of a record
  Phrases::Hits hits;
  for (const RecordText& each : texts) {
    for (std::size_t at = 0; at < each.text.size();) {
      const std::size_t end = std::min(each.text.find('\n', at), each.text.size());
      SignalLine(*this, each.text.substr(at, end - at), memory, hits)
          .tell(each.part, lines);
      memory.release();
      at = end + 1;
    }
  }
  Told told;
  for (std::size_t i = 0; i < signals_.size(); ++i) {
    if (lines[i] > 0) {
      told[signals_[i].name] = lines[i];
    }
  }
  return told;
}

namespace {

std::span<const Data> texts_of(const Data& data) {
  if (data.kind != Data::Kind::list || data.items.empty()) {
    fail(data, "a list of texts in brackets is needed here");
  }
  return data.items;
}

std::uint32_t read_part(const Data& data) {
  std::string known;
  for (const auto& [name, part] : part_names) {
    if (name == text_of(data)) {
      return bit_of(part);
    }
    known += (known.empty() ? "" : ", ") + std::string(name);
  }
  fail(data, "a record has no part \"" + std::string(data.text) +
                 "\"; its parts are: " + known);
}

void read_phrases(std::span<const Data> texts, std::size_t signal, Signals::Role role,
                  Signals& signals) {
  for (const Data& item : texts) {
    try {
      signals.add_phrase(signal, role, text_of(item));
    } catch (const std::invalid_argument& error) {
      fail(item, error.what());
    }
  }
}

/// "#" among what must be near stands for any number.
void read_near(const Data& near, Signal& signal, std::vector<Data>& phrases) {
  for (const Data& item : texts_of(near)) {
    if (text_of(item) == "#") {
      signal.number_near = true;
    } else {
      phrases.push_back(item);
    }
  }
  signal.needs_near = true;
}

std::size_t read_within(const Data& data) {
  if (data.kind != Data::Kind::number || data.number < 1 || data.number > 40) {
    fail(data, "a whole number from 1 to 40 is needed here");
  }
  return static_cast<std::size_t>(data.number);
}

void read_signal(const Data& data, Signals& signals) {
  allow_only(data, {"signal", "in", "words", "near", "within", "not", "unless"});
  Signal signal;
  signal.name = text_of(member(data, "signal"));
  for (const Data& part : texts_of(member(data, "in"))) {
    signal.parts |= read_part(part);
  }
  std::vector<Data> near;
  if (const Data* stated = data.find("near")) {
    read_near(*stated, signal, near);
    signal.within = read_within(member(data, "within"));
  } else if (const Data* within = data.find("within")) {
    fail(*within, "this goes with \"near\", which is missing");
  }
  const std::size_t added = signals.add(signal);
  read_phrases(texts_of(member(data, "words")), added, Signals::Role::tells, signals);
  read_phrases(near, added, Signals::Role::is_near, signals);
  if (const Data* cancels = data.find("not")) {
    read_phrases(texts_of(*cancels), added, Signals::Role::cancels, signals);
  }
  if (const Data* silences = data.find("unless")) {
    read_phrases(texts_of(*silences), added, Signals::Role::silences, signals);
  }
}

}  // namespace

Signals read_signals(std::string_view file, std::string_view json) {
  const DataFile read = read_data(file, json);
  const Data& data = read.root();
  allow_only(data, {"$schema", "signals"});
  Signals signals;
  for (const Data& item : list_of(member(data, "signals"))) {
    read_signal(item, signals);
    const std::vector<std::string> names = signals.names();
    if (std::count(names.begin(), names.end(), names.back()) > 1) {
      fail(item, "another signal is called \"" + names.back() + "\"");
    }
  }
  return signals;
}

Told signals_in(const Words& words, const std::vector<RecordText>& texts) {
  return words.impl().record->signals.told_by(texts);
}

}  // namespace trialsheet
