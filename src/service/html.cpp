// Writes elements.

#include "service/html.hpp"

namespace trialsheet {

namespace {

std::string tag(std::string_view name, HtmlAttributes attributes) {
  std::string text = "<" + std::string(name);
  for (const auto& [attribute, value] : attributes) {
    if (value == no) {
      continue;
    }
    text += " " + std::string(attribute);
    if (value != yes) {
      text += "=\"" + escaped(value).markup + "\"";
    }
  }
  return text + ">";
}

}  // namespace

Html operator+(Html a, const Html& b) {
  a += b;
  return a;
}

Html escaped(std::string_view text) {
  Html html;
  for (const char c : text) {
    switch (c) {
      case '&':
        html.markup += "&amp;";
        break;
      case '<':
        html.markup += "&lt;";
        break;
      case '>':
        html.markup += "&gt;";
        break;
      case '"':
        html.markup += "&quot;";
        break;
      case '\'':
        html.markup += "&#39;";
        break;
      default:
        html.markup += c;
    }
  }
  return html;
}

Html element(std::string_view name, HtmlAttributes attributes, const Html& content) {
  return {tag(name, attributes) + content.markup + "</" + std::string(name) + ">\n"};
}

Html element(std::string_view name, HtmlAttributes attributes, std::string_view text) {
  return element(name, attributes, escaped(text));
}

Html single(std::string_view name, HtmlAttributes attributes) {
  return {tag(name, attributes) + "\n"};
}

}  // namespace trialsheet
