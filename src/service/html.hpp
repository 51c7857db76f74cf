// Html: elements whose texts and attributes are always escaped.

#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

namespace trialsheet {

/// HTML that is ready to stand in a page. Made of escaped texts and of elements only.
struct Html {
  std::string markup;

  Html& operator+=(const Html& other) {
    markup += other.markup;
    return *this;
  }
};

Html operator+(Html a, const Html& b);

/// `text` with what HTML would read as markup replaced.
Html escaped(std::string_view text);

using HtmlAttributes =
    std::initializer_list<std::pair<std::string_view, std::string_view>>;

/// <name attributes>content</name>. An attribute of the value "\x01" has none: `yes`.
Html element(std::string_view name, HtmlAttributes attributes, const Html& content);
Html element(std::string_view name, HtmlAttributes attributes, std::string_view text);

/// <name attributes>, for elements without content: input, link, meta.
Html single(std::string_view name, HtmlAttributes attributes);

/// The value of an attribute that is there without one (checked), and of one that is not.
constexpr std::string_view yes = "\x01";
constexpr std::string_view no = "\x02";

}  // namespace trialsheet
