// Checks each parameter before anything is made, so that an error names it.

#include "request/options.hpp"

#include <algorithm>
#include <array>

#include "base/error.hpp"
#include "page/layout.hpp"
#include "words/languages.hpp"

namespace trialsheet {

namespace {

// Longer than the name of any place with its state and country.
constexpr std::size_t longest_text = 200;

struct Reading {
  const Choices* choices;
  RenderOptions options;
};

[[noreturn]] void refuse(std::string_view name, const std::string& problem) {
  throw Error(Fault::request, std::string(name.substr(0, longest_text)), problem);
}

void read_layout_name(Reading& reading, std::string_view value) {
  if (reading.choices->layout(value) == nullptr) {
    std::vector<std::string> names;
    for (const auto& layout : reading.choices->layouts) {
      names.push_back(layout.name);
    }
    refuse("layout", "there is no such layout; there are: " + listed(names));
  }
  reading.options.layout = value;
}

void read_language(Reading& reading, std::string_view value) {
  std::vector<std::string> tags;
  for (const auto& language : reading.choices->languages) {
    tags.push_back(language.tag);
  }
  try {
    reading.options.language = matching_language(value, tags);
  } catch (const Error&) {
    refuse("lang", "there is no such language; there are: " + listed(tags));
  }
}

void read_date(Reading& reading, std::string_view value) {
  const auto date = parse_date(value);
  if (value == "none") {
    reading.options.date = std::nullopt;
  } else if (date && date->day != 0) {
    reading.options.date = date;
  } else {
    refuse("date", "this is no day; give one such as 2026-07-14, or none");
  }
}

void read_no_attach(Reading& reading, std::string_view value) {
  if (!value.empty() && value != "1" && value != "true" && value != "0" &&
      value != "false") {
    refuse("no-attach", "give no value, or one of: true, false");
  }
  reading.options.attach = value == "0" || value == "false";
}

std::string short_text(std::string_view name, std::string_view value) {
  if (value.size() > longest_text) {
    refuse(name, "this is longer than " + std::to_string(longest_text) +
                     " bytes; the name of a city and its country would be right");
  }
  return std::string(value);
}

using Reader = void (*)(Reading&, std::string_view);

constexpr std::array<std::pair<std::string_view, Reader>, 7> readers = {{
    {"layout", read_layout_name},
    {"paper", [](Reading& r, std::string_view value) { r.options.paper = value; }},
    {"lang", read_language},
    {"near", [](Reading& r,
                std::string_view value) { r.options.near = short_text("near", value); }},
    {"country",
     [](Reading& r, std::string_view value) {
       r.options.country = short_text("country", value);
     }},
    {"date", read_date},
    {"no-attach", read_no_attach},
}};

Reader reader_of(std::string_view name) {
  for (const auto& [known, reader] : readers) {
    if (known == name) {
      return reader;
    }
  }
  std::vector<std::string> names;
  for (const auto& [known, reader] : readers) {
    names.emplace_back(known);
  }
  refuse(name, "there is no such parameter; there are: " + listed(names));
}

void check_paper(const Reading& reading) {
  const auto& papers = reading.choices->layout(reading.options.layout)->papers;
  std::vector<std::string> names;
  for (const auto& paper : papers) {
    names.push_back(paper.name);
  }
  if (std::find(names.begin(), names.end(), reading.options.paper) == names.end()) {
    refuse("paper", "the layout has no such paper; it has: " + listed(names));
  }
}

}  // namespace

const LayoutChoice* Choices::layout(std::string_view name) const {
  for (const auto& layout : layouts) {
    if (layout.name == name) {
      return &layout;
    }
  }
  return nullptr;
}

bool Choices::has_language(std::string_view tag) const {
  return std::any_of(languages.begin(), languages.end(),
                     [&](const LanguageFacts& language) { return language.tag == tag; });
}

Choices choices_of(const Engine& engine) {
  Choices choices;
  for (const auto& name : built_in_layouts()) {
    const auto layout = built_in_layout(name);
    LayoutChoice choice{layout.name, layout.description, {}};
    for (const auto& paper : layout.papers) {
      choice.papers.push_back({paper.name,
                               static_cast<double>(paper.width.thousandths()) / 1000,
                               static_cast<double>(paper.height.thousandths()) / 1000});
    }
    choices.layouts.push_back(std::move(choice));
  }
  choices.languages = engine.languages();
  return choices;
}

RenderOptions read_options(const Parameters& parameters, const Choices& choices,
                           const std::optional<Date>& date) {
  Reading reading{&choices, {}};
  reading.options.date = date;
  for (const auto& [name, value] : parameters) {
    if (find(parameters, name) != &value) {
      refuse(name, "is given twice; give it once");
    }
    reader_of(name)(reading, value);
  }
  check_paper(reading);
  return reading.options;
}

std::string listed(const std::vector<std::string>& names) {
  std::string list;
  for (const auto& name : names) {
    list += (list.empty() ? "" : ", ") + name;
  }
  return list;
}

}  // namespace trialsheet
