// Walks the file for what is too much, and the English texts for what is missing.

#include "words/compare.hpp"

#include <algorithm>
#include <array>

#include "base/error.hpp"
#include "base/text.hpp"

namespace trialsheet {
namespace {

constexpr std::size_t other = static_cast<std::size_t>(Plural::other);

/// Countries and the forms of their names are as many as a language needs.
bool is_free(std::string_view key) {
  return key.starts_with("places.name.") || key.starts_with("places.in.");
}

std::string braced(const std::set<std::string_view>& names) {
  std::string list;
  for (const std::string_view name : names) {
    list += (list.empty() ? "{" : ", {") + std::string(name) + "}";
  }
  return list.empty() ? "no placeholder" : list;
}

void compare_text(const Data& data, const std::string& english) {
  const auto wanted = placeholder_names(english);
  if (placeholder_names(data.text) != wanted) {
    fail(data, "needs " + braced(wanted) + ", as the English text has");
  }
}

/// Only the number itself may go unsaid, and not in the form for any number.
void compare_form(const Data& form, bool for_any, const std::string& english) {
  auto wanted = placeholder_names(english);
  auto named = placeholder_names(form.text);
  if (!for_any) {
    named.insert("n");
    wanted.insert("n");
  }
  if (named != wanted) {
    fail(form,
         "needs " + braced(placeholder_names(english)) + ", as the English text has");
  }
}

void compare_forms(const Data& data, const PluralForms& english) {
  for (const Data& form : data.items) {
    compare_form(form, form.name == name_of(Plural::other), english[other]);
  }
}

void compare_members(const Data& data, const std::string& prefix, const Catalog& catalog,
                     const Catalog& english);

void compare_item(const Data& data, const std::string& key, const Catalog& catalog,
                  const Catalog& english) {
  if (key.starts_with("list.before.")) {
    compare_text(data, "{first}{last}");
    return;
  }
  if (is_free(key)) {
    return;
  }
  const auto text = english.texts.find(key);
  const auto forms = english.plurals.find(key);
  if (text != english.texts.end() && data.kind == Data::Kind::text) {
    compare_text(data, text->second);
  } else if (forms != english.plurals.end() && catalog.plurals.contains(key)) {
    compare_forms(data, forms->second);
  } else if (text != english.texts.end()) {
    fail(data, "must be one text, as in English");
  } else if (forms != english.plurals.end()) {
    fail(data, "must be plural forms, as in English");
  } else if (data.kind == Data::Kind::text) {
    fail(data, "English has no text of this key");
  } else {
    compare_members(data, key + '.', catalog, english);
  }
}

void compare_members(const Data& data, const std::string& prefix, const Catalog& catalog,
                     const Catalog& english) {
  for (const Data& item : data.items) {
    compare_item(item, prefix + std::string(item.name), catalog, english);
  }
}

/// "#/label/yes" of "label.yes".
std::string pointer_of(std::string key) {
  std::replace(key.begin(), key.end(), '.', '/');
  return "/" + key;
}

/// The first of the English keys that `catalog` lacks, by the alphabet.
template <typename Value>
void find_missing(const Data& data, const Catalog& catalog, const ByKey<Value>& english) {
  std::set<std::string> missing;
  for (const auto& [key, value] : english) {
    if (!is_free(key) && !catalog.texts.contains(key) && !catalog.plurals.contains(key)) {
      missing.insert(key);
    }
  }
  if (!missing.empty()) {
    throw Error(Fault::layout, data.where() + pointer_of(*missing.begin()),
                "is missing; English has this text");
  }
}

/// A text, and the one of what.named_by that must stand in it.
struct Naming {
  std::string_view key;
  std::string_view word;
};

/// What is never left out of a sheet is looked for by these words (summary/groups.cpp).
constexpr std::array<Naming, 13> namings = {{{"what.placebo", "placebo"},
                                             {"what.placebo_called", "placebo"},
                                             {"what.as_placebo_group", "placebo"},
                                             {"what.placebo_listed", "placebo"},
                                             {"what.placebo_means", "placebo_means"},
                                             {"what.sham", "sham"},
                                             {"what.as_sham_group", "sham"},
                                             {"what.sham_listed", "sham"},
                                             {"what.sham_means", "sham_means"},
                                             {"what.no_treatment", "no_treatment"},
                                             {"what.and_no_treatment", "no_treatment"},
                                             {"what.usual_care", "no_treatment"},
                                             {"what.treatment_later", "no_treatment"}}};

/// What stands between two sentences may differ, not their order: a page sets the first
/// apart.
void check_sentences(const Data& data, const Catalog& catalog) {
  const std::string& text = catalog.texts.find("sentences")->second;
  if (!text.starts_with("{first}") || !text.ends_with("{next}")) {
    throw Error(Fault::layout, data.where() + "/sentences",
                "must begin with {first} and end in {next}");
  }
}

void check_namings(const Data& data, const Catalog& catalog) {
  for (const Naming& each : namings) {
    const std::string word_key = "what.named_by." + std::string(each.word);
    const std::string& word = catalog.texts.find(word_key)->second;
    const std::string text = lower_ascii(catalog.texts.find(each.key)->second);
    if (text.find(lower_ascii(word)) == std::string::npos) {
      throw Error(Fault::layout, data.where() + pointer_of(std::string(each.key)),
                  "must hold \"" + word + "\", the text of " + word_key);
    }
  }
}

}  // namespace

void compare_with_english(const Data& data, const Catalog& catalog,
                          const Catalog& english) {
  compare_members(data, "", catalog, english);
  find_missing(data, catalog, english.texts);
  find_missing(data, catalog, english.plurals);
  check_sentences(data, catalog);
  check_namings(data, catalog);
}

}  // namespace trialsheet
