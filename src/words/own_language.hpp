// OwnLanguage: a language that is not in the program, as files bring it.

#pragma once

#include <string>

namespace trialsheet {

/// A language from outside of the program: a user's own, or one that replaces a built-in
/// one. README.md says what the files hold.
struct OwnLanguage {
  struct File {
    std::string name;  ///< for messages
    std::string content;
  };
  std::string tag;  ///< BCP 47
  File sheet;
  File question_texts;
  File glosses;
};

}  // namespace trialsheet
