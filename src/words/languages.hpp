// Languages: those that there are, which of them somebody means, and the words of each.

#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "words/words.hpp"

namespace trialsheet {

/// The languages whose texts are in the program, by tag: "ar", "en", ...
std::vector<std::string> built_in_languages();

/// Which of the tags `known` is meant by `wanted` (BCP 47, in any case, "_" for "-"): the
/// tag itself, or the language without its country ("es-MX": "es"; "zh", "zh-CN":
/// "zh-Hans"), never another script ("zh-TW" is not "zh-Hans"). Throws
/// Error{Fault::request} that lists `known` if none is.
std::string matching_language(std::string_view wanted,
                              const std::vector<std::string>& known);

/// The words of the built-in languages and of a user's own, each read when it is first
/// asked for and then kept. Any number of threads may ask at the same time.
class Languages {
 public:
  /// A language of `own` replaces the built-in one of its tag. Throws
  /// Error{Fault::layout} if two of `own` have the same.
  explicit Languages(std::vector<OwnLanguage> own = {});
  ~Languages();
  Languages(Languages&&) noexcept;
  Languages& operator=(Languages&&) noexcept;

  /// In the order of the alphabet.
  std::vector<std::string> tags() const;

  /// The words in the language that `wanted` means, as by matching_language(); they stay
  /// as long as this. Throws Error{Fault::request}, or as the constructors of Words.
  const Words& words(std::string_view wanted) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace trialsheet
