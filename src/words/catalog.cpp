// Catalog: walks a file of texts and files each under its key.

#include "words/catalog.hpp"

#include <algorithm>

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
         std::all_of(data.items.begin(), data.items.end(), [](const Data& item) {
           return item.kind == Data::Kind::text && plural_named(item.name).has_value();
         });
}

std::string checked_text(const Data& data) {
  const std::string_view text = text_of(data);
  for (const std::string_view name : placeholders(text)) {
    if (!is_name(name)) {
      fail(data, "a placeholder is a name in braces, such as {name}");
    }
  }
  return std::string(text);
}

PluralForms read_forms(std::string_view language, const Data& data) {
  PluralForms forms;
  for (const Plural category : plural_categories(language)) {
    const std::string_view name = name_of(category);
    forms[static_cast<std::size_t>(category)] = checked_text(member(data, name));
  }
  for (const Data& form : data.items) {
    if (forms[static_cast<std::size_t>(*plural_named(form.name))].empty()) {
      fail(form, "this language has no plural form \"" + std::string(form.name) + "\"");
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
  for (const Data& item : data.items) {
    if (item.name.empty()) {
      fail(item, "what is here needs a name");
    }
    add(language, prefix + std::string(item.name), item, catalog);
  }
}

bool read_reviewed(const Data& data) {
  const Data* reviewed = data.find("reviewed");
  if (reviewed != nullptr && reviewed->kind != Data::Kind::flag) {
    fail(*reviewed, "must be true or false");
  }
  return reviewed == nullptr || reviewed->flag;
}

/// The members of a file that are texts: all but what is said of the file itself.
std::vector<Data> texts_of(const Data& data) {
  std::vector<Data> texts(data.items.begin(), data.items.end());
  std::erase_if(texts, [](const Data& item) {
    return item.name == "$schema" || item.name == "reviewed";
  });
  return texts;
}

}  // namespace

Catalog read_catalog(std::string_view language, std::string_view file,
                     std::string_view json, const Catalog* english) {
  const DataFile read = read_data(file, json);
  const std::vector<Data> texts = texts_of(read.root());
  Data data = read.root();
  data.items = texts;
  Catalog catalog;
  catalog.reviewed = read_reviewed(read.root());
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
