// Plural rules of CLDR 42 for whole numbers. A language is added to a row of the table.

#include "words/plural.hpp"

#include <array>
#include <string>

namespace trialsheet {
namespace {

Plural one_or_other(std::int64_t n) {
  return n == 1 ? Plural::one : Plural::other;
}

Plural always_other(std::int64_t) {
  return Plural::other;
}

/// French, Hindi and others: nothing is no plural.
Plural zero_is_one(std::int64_t n) {
  return n <= 1 ? Plural::one : Plural::other;
}

bool is_millions(std::int64_t n) {
  return n != 0 && n % 1'000'000 == 0;
}

/// Spanish, Italian: "un millón de personas".
Plural spanish(std::int64_t n) {
  return is_millions(n) ? Plural::many : one_or_other(n);
}

Plural french(std::int64_t n) {
  return is_millions(n) ? Plural::many : zero_is_one(n);
}

Plural filipino(std::int64_t n) {
  const std::int64_t last = n % 10;
  return n <= 3 && n > 0                       ? Plural::one
         : last == 4 || last == 6 || last == 9 ? Plural::other
                                               : Plural::one;
}

Plural hebrew(std::int64_t n) {
  return n == 2 ? Plural::two : one_or_other(n);
}

/// 2, 3, 4, 22, ..., but not 12, 13, 14.
bool is_slavic_few(std::int64_t n) {
  return n % 10 >= 2 && n % 10 <= 4 && (n % 100 < 12 || n % 100 > 14);
}

Plural russian(std::int64_t n) {
  const bool one = n % 10 == 1 && n % 100 != 11;
  return one ? Plural::one : is_slavic_few(n) ? Plural::few : Plural::many;
}

Plural polish(std::int64_t n) {
  return n == 1 ? Plural::one : is_slavic_few(n) ? Plural::few : Plural::many;
}

Plural serbian(std::int64_t n) {
  const Plural plural = russian(n);
  return plural == Plural::many ? Plural::other : plural;
}

Plural czech(std::int64_t n) {
  return n == 1 ? Plural::one : n >= 2 && n <= 4 ? Plural::few : Plural::other;
}

Plural romanian(std::int64_t n) {
  const bool few = n == 0 || (n % 100 >= 1 && n % 100 <= 19);
  return n == 1 ? Plural::one : few ? Plural::few : Plural::other;
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

/// Languages of one rule, each with a space on both sides.
struct Family {
  std::string_view tags;
  PluralRule rule;
  std::vector<Plural> categories;
};

/// CLDR 42, supplemental/plurals.xml, as far as whole numbers go; `other`, which some
/// have only for fractions, is asked of all.
const std::vector<Family>& families() {
  using enum Plural;
  static const std::vector<Family> all = {
      {" en de nl sv da nb no fi et el hu tr bg sq ka sw so ur ne ps ",
       one_or_other,
       {one, other}},
      {" hi bn gu pa fa am ", zero_is_one, {one, other}},
      {" es it ca ", spanish, {one, many, other}},
      {" fr pt ", french, {one, many, other}},
      {" fil tl ", filipino, {one, other}},
      {" he ", hebrew, {one, two, other}},
      {" ru uk be ", russian, {one, few, many, other}},
      {" pl ", polish, {one, few, many, other}},
      {" sr hr bs ", serbian, {one, few, other}},
      {" cs sk ", czech, {one, few, other}},
      {" ro ", romanian, {one, few, other}},
      {" ar ", arabic, {zero, one, two, few, many, other}},
      {" vi zh ja ko th id ms km lo my ", always_other, {other}},
  };
  return all;
}

const Family& find_language(std::string_view tag) {
  static const Family unknown = {"", always_other, {Plural::other}};
  const std::string first = " " + std::string(tag.substr(0, tag.find('-'))) + " ";
  for (const Family& family : families()) {
    if (family.tags.find(first) != std::string_view::npos) {
      return family;
    }
  }
  return unknown;
}

constexpr std::array<std::string_view, 6> names = {"zero", "one",  "two",
                                                   "few",  "many", "other"};

}  // namespace

PluralRule plural_rule(std::string_view language) {
  return find_language(language).rule;
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
