// Catalog: walks a file of texts and files each under its key.

#include "words/catalog.hpp"

#include <algorithm>
#include <optional>

#include "words/compare.hpp"
#include "words/data.hpp"

namespace trialsheet {
namespace {

bool is_name(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
  });
}

/// An object of plural forms has nothing but texts, each under the name of a category.
bool is_plural(const Data& data) {
  return data.kind == Data::Kind::object && !data.items.empty() &&
         std::all_of(data.items.begin(), data.items.end(),
                     [](const Data& item) { return item.kind == Data::Kind::text; }) &&
         std::all_of(data.names.begin(), data.names.end(), [](const std::string& name) {
           return plural_named(name).has_value();
         });
}

std::string checked_text(const Data& data) {
  const std::string& text = text_of(data);
  for (const std::string_view name : placeholders(text)) {
    if (!is_name(name)) {
      fail(data, "a placeholder is a name in braces, such as {name}");
    }
  }
  return text;
}

PluralForms read_forms(std::string_view language, const Data& data) {
  PluralForms forms;
  for (const Plural category : plural_categories(language)) {
    const std::string_view name = name_of(category);
    forms[static_cast<std::size_t>(category)] = checked_text(member(data, name));
  }
  for (std::size_t i = 0; i < data.names.size(); ++i) {
    if (forms[static_cast<std::size_t>(*plural_named(data.names[i]))].empty()) {
      fail(data.items[i], "this language has no plural form \"" + data.names[i] + "\"");
    }
  }
  return forms;
}

void add_members(std::string_view language, const std::string& prefix, const Data& data,
                 Catalog& catalog);

void add(std::string_view language, const std::string& key, const Data& data,
         Catalog& catalog) {
  if (catalog.texts.contains(key) || catalog.plurals.contains(key)) {
    fail(data, "another text has the key \"" + key + "\"");
  }
  if (data.kind == Data::Kind::text) {
    catalog.texts.emplace(key, checked_text(data));
  } else if (is_plural(data)) {
    catalog.plurals.emplace(key, read_forms(language, data));
  } else {
    add_members(language, key + '.', data, catalog);
  }
}

void add_members(std::string_view language, const std::string& prefix, const Data& data,
                 Catalog& catalog) {
  if (data.kind != Data::Kind::object) {
    fail(data, "a text, or an object of texts, is needed here");
  }
  for (std::size_t i = 0; i < data.items.size(); ++i) {
    if (data.names[i].empty()) {
      fail(data.items[i], "what is here needs a name");
    }
    add(language, prefix + data.names[i], data.items[i], catalog);
  }
}

/// Takes `name` out of the file's object, if it is there.
std::optional<Data> taken(Data& data, std::string_view name) {
  const auto found = std::find(data.names.begin(), data.names.end(), name);
  if (found == data.names.end()) {
    return std::nullopt;
  }
  const auto at = data.items.begin() + (found - data.names.begin());
  std::optional<Data> item = std::move(*at);
  data.items.erase(at);
  data.names.erase(found);
  return item;
}

bool read_reviewed(Data& data) {
  const std::optional<Data> reviewed = taken(data, "reviewed");
  if (reviewed && reviewed->kind != Data::Kind::flag) {
    fail(*reviewed, "must be true or false");
  }
  return !reviewed || reviewed->flag;
}

}  // namespace

Catalog read_catalog(std::string_view language, std::string_view file,
                     std::string_view json, const Catalog* english) {
  Data data = read_data(file, json);
  Catalog catalog;
  if (data.kind == Data::Kind::object) {
    taken(data, "$schema");
    catalog.reviewed = read_reviewed(data);
  }
  add_members(language, "", data, catalog);
  if (english != nullptr) {
    compare_with_english(data, catalog, *english);
  }
  return catalog;
}

std::vector<std::string_view> placeholders(std::string_view text) {
  std::vector<std::string_view> names;
  for (std::size_t at = text.find_first_of("{}"); at != std::string_view::npos;
       at = text.find_first_of("{}", at + 1)) {
    const std::size_t end = text.find_first_of("{}", at + 1);
    if (text[at] == '}' || end == std::string_view::npos || text[end] == '{') {
      names.push_back("{");
      return names;
    }
    names.push_back(text.substr(at + 1, end - at - 1));
    at = end;
  }
  return names;
}

std::set<std::string_view> placeholder_names(std::string_view text) {
  const std::vector<std::string_view> names = placeholders(text);
  return {names.begin(), names.end()};
}

}  // namespace trialsheet
