// Signals: what the texts of a record tell the question rules, by the words in them.
//
// The words are data (words/en/signals.json), in the language of the record. A signal
// tells that something is named, not what is said of it: a question that rests on one
// must be true even where the text says "no biopsy is needed".

#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/phrases.hpp"
#include "words/words.hpp"

namespace trialsheet {

/// The texts of a record in which a signal may look.
enum class RecordPart {
  title,
  conditions,
  criteria,
  treatments,  ///< names of the interventions
  arms,        ///< names and descriptions of arms and interventions
  outcomes,
  summary,
  why_stopped,
};

/// A text of a record; each of its lines is looked at by itself.
struct RecordText {
  RecordPart part;
  std::string_view text;
};

struct Signal {
  std::string name;
  std::uint32_t parts = 0;   ///< a bit for each RecordPart in which it looks
  bool needs_near = false;   ///< a word alone does not tell it
  bool number_near = false;  ///< any number is good enough
  std::size_t within = 0;    ///< most tokens between the two

  template <typename Archive>
  friend void fields(Archive& archive, Signal& signal) {
    archive(signal.name, signal.parts, signal.needs_near, signal.number_near,
            signal.within);
  }
};

/// How many lines tell each signal; those that none tells are absent.
using Told = std::map<std::string, std::size_t, std::less<>>;

/// All signals, compiled for one walk over each text.
class Signals {
 public:
  enum class Role : std::uint32_t {
    tells,
    is_near,   ///< must stand near what tells
    cancels,   ///< what it covers does not tell
    silences,  ///< nothing in its line tells
  };

  /// The number of the signal that is added, for `add_phrase`.
  std::size_t add(Signal signal);
  /// Throws std::invalid_argument, as Phrases::add does.
  void add_phrase(std::size_t signal, Role role, std::string_view phrase);

  std::vector<std::string> names() const;

  /// Linear in the length of the texts.
  Told told_by(const std::vector<RecordText>& texts) const;

  /// For base/bytes.hpp.
  template <typename Archive>
  friend void fields(Archive& archive, Signals& signals) {
    archive(signals.signals_, signals.phrases_);
  }

 private:
  friend class SignalLine;

  std::vector<Signal> signals_;
  Phrases phrases_;
};

/// Reads `json`, the content of `file`, as README.md has it; throws Error{Fault::layout}.
Signals read_signals(std::string_view file, std::string_view json);

/// What `texts` tell, by the signals of `words`.
Told signals_in(const Words& words, const std::vector<RecordText>& texts);

}  // namespace trialsheet
