// Notes: what the caller should know about a result that was delivered all the same.

#pragma once

#include <string>
#include <vector>

namespace trialsheet {

struct Note {
  enum class Kind {
    missing,    ///< the record does not say
    ignored,    ///< the record says something that could not be understood
    reworded,   ///< the page says it in other words than the record
    shortened,  ///< a shorter wording was used to make room
    left_out,   ///< a statement was left off the page to make room
    replaced,   ///< a character that no font has was printed as its code
  };

  Kind kind;
  std::string source;   ///< JSON pointer into the record, or a file
  std::string message;  ///< one sentence, for a person

  friend bool operator==(const Note&, const Note&) = default;
};

using Notes = std::vector<Note>;

/// A result, and what was noticed on the way to it.
template <typename T>
struct Noted {
  T value;
  Notes notes;
};

}  // namespace trialsheet
