// Web texts: what the patient's page says, in each language that has it
// (src/words/<tag>/web.json).

#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"

namespace trialsheet {

struct Catalog;
class Languages;

/// The texts of one language. Immutable.
class WebTexts {
 public:
  /// Throws Error{Fault::layout} if the file is broken.
  explicit WebTexts(std::string_view language);
  ~WebTexts();
  WebTexts(WebTexts&&) noexcept;

  const std::string& language() const { return language_; }

  /// The text of `key`, {name} replaced by `value`. A key that is not there is a bug and
  /// throws std::logic_error.
  std::string text(std::string_view key) const;
  std::string text(std::string_view key, std::string_view name,
                   std::string_view value) const;
  bool has(std::string_view key) const;

 private:
  std::string language_;
  std::unique_ptr<const Catalog> catalog_;
};

/// The languages that the page can be in. Immutable.
class WebLanguages {
 public:
  WebLanguages();
  ~WebLanguages();
  WebLanguages(WebLanguages&&) noexcept;

  /// In the order of the alphabet of their tags.
  const std::vector<WebTexts>& all() const { return all_; }

  /// The texts of a tag; nullptr if there are none.
  const WebTexts* find(std::string_view tag) const;

  /// The first language of an Accept-Language that there is, or English.
  const WebTexts& accepted(std::string_view accept_language) const;

  /// "30 November 2019" in the language of `texts`.
  std::string date(const WebTexts& texts, const Date& date) const;

 private:
  std::vector<WebTexts> all_;
  std::unique_ptr<const Languages> words_;  ///< those of the sheets
};

}  // namespace trialsheet
