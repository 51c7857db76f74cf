// Catalog: walks a file of texts and files each under its key.

#include "words/catalog.hpp"

#include <algorithm>
#include <stdexcept>

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

}  // namespace

Catalog read_catalog(std::string_view language, std::string_view file,
                     std::string_view json) {
  const Data data = read_data(file, json);
  Catalog catalog;
  add_members(language, "", data, catalog);
  catalog.texts.erase("$schema");
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

}  // namespace trialsheet
