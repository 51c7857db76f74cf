// Reads the embedded texts of the page.

#include "service/web_texts.hpp"

#include <algorithm>
#include <stdexcept>

#include "base/embedded.hpp"
#include "base/error.hpp"
#include "service/message.hpp"
#include "words/catalog.hpp"
#include "words/languages.hpp"

namespace trialsheet {

namespace {

constexpr std::string_view folder = "src/words/";
constexpr std::string_view file = "/web.json";

std::string path_of(std::string_view language) {
  return std::string(folder) + std::string(language) + std::string(file);
}

/// The one of `known` that is meant by `wanted`; empty if none is.
std::string meant_by(const std::string& wanted, const std::vector<std::string>& known) {
  try {
    return matching_language(wanted, known);
  } catch (const Error&) {
    return {};
  }
}

}  // namespace

WebTexts::WebTexts(std::string_view language)
    : language_(language),
      catalog_(std::make_unique<Catalog>(
          read_catalog(language, path_of(language), embedded_file(path_of(language))))) {}

WebTexts::~WebTexts() = default;
WebTexts::WebTexts(WebTexts&&) noexcept = default;

std::string WebTexts::text(std::string_view key) const {
  const auto found = catalog_->texts.find(key);
  if (found == catalog_->texts.end()) {
    throw std::logic_error("web.json has no text \"" + std::string(key) + "\"");
  }
  return found->second;
}

std::string WebTexts::text(std::string_view key, std::string_view name,
                           std::string_view value) const {
  auto result = text(key);
  const auto placeholder = "{" + std::string(name) + "}";
  const auto at = result.find(placeholder);
  return at == result.npos ? result : result.replace(at, placeholder.size(), value);
}

bool WebTexts::has(std::string_view key) const {
  return catalog_->texts.contains(key);
}

WebLanguages::WebLanguages() : words_(std::make_unique<Languages>()) {
  for (const auto path : embedded_paths()) {
    if (path.starts_with(folder) && path.ends_with(file)) {
      all_.emplace_back(
          path.substr(folder.size(), path.size() - folder.size() - file.size()));
    }
  }
}

WebLanguages::~WebLanguages() = default;
WebLanguages::WebLanguages(WebLanguages&&) noexcept = default;

const WebTexts* WebLanguages::find(std::string_view tag) const {
  const auto found = std::find_if(all_.begin(), all_.end(), [&](const WebTexts& texts) {
    return texts.language() == tag;
  });
  return found == all_.end() ? nullptr : &*found;
}

const WebTexts& WebLanguages::accepted(std::string_view accept_language) const {
  std::vector<std::string> known;
  for (const auto& texts : all_) {
    known.push_back(texts.language());
  }
  for (std::size_t at = 0; at < accept_language.size();) {
    const auto end = std::min(accept_language.find(',', at), accept_language.size());
    const auto wanted = media_type(accept_language.substr(at, end - at));
    at = end + 1;
    if (const auto* texts = find(meant_by(wanted, known))) {
      return *texts;
    }
  }
  const auto* english = find("en");
  return english == nullptr ? all_.front() : *english;
}

std::string WebLanguages::date(const WebTexts& texts, const Date& date) const {
  return words_->words(texts.language()).date(date);
}

}  // namespace trialsheet
