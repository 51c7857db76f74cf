// Plural rules of CLDR 42 for whole numbers. A language is added by a row in the table.

#include "words/plural.hpp"

#include <array>

namespace trialsheet {
namespace {

using Rule = Plural (*)(std::int64_t n);

Plural one_or_other(std::int64_t n) {
  return n == 1 ? Plural::one : Plural::other;
}

Plural always_other(std::int64_t) {
  return Plural::other;
}

Plural spanish(std::int64_t n) {
  const bool millions = n != 0 && n % 1'000'000 == 0;
  return n == 1 ? Plural::one : millions ? Plural::many : Plural::other;
}

Plural arabic(std::int64_t n) {
  const std::int64_t rest = n % 100;
  if (n <= 2) {
    return std::array{Plural::zero, Plural::one, Plural::two}[std::size_t(n)];
  }
  return rest >= 3 && rest <= 10 ? Plural::few
         : rest >= 11            ? Plural::many
                                 : Plural::other;
}

struct Language {
  std::string_view tag;
  Rule rule;
  std::vector<Plural> categories;
};

const std::vector<Language>& languages() {
  using enum Plural;
  static const std::vector<Language> all = {
      {"en", one_or_other, {one, other}},
      {"es", spanish, {one, many, other}},
      {"ar", arabic, {zero, one, two, few, many, other}},
      {"vi", always_other, {other}},
      {"zh", always_other, {other}},
  };
  return all;
}

const Language& find_language(std::string_view tag) {
  static const Language unknown = {"", always_other, {Plural::other}};
  const std::string_view first = tag.substr(0, tag.find('-'));
  for (const Language& language : languages()) {
    if (language.tag == first) {
      return language;
    }
  }
  return unknown;
}

constexpr std::array<std::string_view, 6> names = {"zero", "one",  "two",
                                                   "few",  "many", "other"};

}  // namespace

Plural plural_category(std::string_view language, std::int64_t n) {
  return find_language(language).rule(n < 0 ? -n : n);
}

std::vector<Plural> plural_categories(std::string_view language) {
  return find_language(language).categories;
}

std::string_view name_of(Plural category) {
  return names[static_cast<std::size_t>(category)];
}

std::optional<Plural> plural_named(std::string_view name) {
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (names[i] == name) {
      return static_cast<Plural>(i);
    }
  }
  return std::nullopt;
}

}  // namespace trialsheet
