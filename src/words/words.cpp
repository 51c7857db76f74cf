// Words: the texts of one language, read once from the program's embedded files.

#include "words/words.hpp"

#include <stdexcept>

#include "base/embedded.hpp"
#include "base/error.hpp"
#include "words/impl.hpp"

namespace trialsheet {
namespace {

constexpr std::string_view folder = "src/words/";
constexpr std::string_view sheet = "/sheet.json";

/// The tags that have a sheet.json, as a reader would list them: "en, es".
std::string known_languages() {
  std::string known;
  for (const std::string_view path : embedded_paths()) {
    if (path.starts_with(folder) && path.ends_with(sheet)) {
      const std::size_t length = path.size() - folder.size() - sheet.size();
      known +=
          (known.empty() ? "" : ", ") + std::string(path.substr(folder.size(), length));
    }
  }
  return known;
}

std::string path_of(std::string_view language, std::string_view file) {
  return std::string(folder) + std::string(language) + "/" + std::string(file);
}

/// A file of the language; Error{Fault::request} if the program holds none.
std::string_view needed_file(std::string_view language, std::string_view file) {
  const std::string_view content = embedded_file(path_of(language, file));
  if (content.data() == nullptr) {
    throw Error(Fault::request, "language \"" + std::string(language) + "\"",
                "there are no texts in this language; there are: " + known_languages());
  }
  return content;
}

[[noreturn]] void throw_bug(std::string_view key, const std::string& problem) {
  throw std::logic_error("words: text \"" + std::string(key) + "\" " + problem);
}

const std::string& argument(std::string_view key, std::string_view name,
                            const Words::Arguments& arguments) {
  for (const auto& [argument_name, value] : arguments) {
    if (argument_name == name) {
      return value;
    }
  }
  throw_bug(key, "needs {" + std::string(name) + "}");
}

std::string filled(std::string_view key, std::string_view text,
                   const Words::Arguments& arguments) {
  std::string result;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t open = text.find('{', at);
    result += text.substr(at, open - at);
    if (open == std::string_view::npos) {
      break;
    }
    const std::size_t close = text.find('}', open);
    result += argument(key, text.substr(open + 1, close - open - 1), arguments);
    at = close + 1;
  }
  return result;
}

}  // namespace

Words::Words(std::string_view language) : impl_(std::make_unique<Impl>()) {
  impl_->language = language;
  impl_->catalog = read_catalog(language, path_of(language, "sheet.json"),
                                needed_file(language, "sheet.json"));
  // Categories, signals and terms are told by words of the record, in English.
  impl_->categories.emplace(path_of("en", "categories.json"),
                            needed_file("en", "categories.json"));
  impl_->equivalents.emplace(path_of("en", "equivalents.json"),
                             needed_file("en", "equivalents.json"));
  impl_->mentions.emplace(path_of("en", "mentions.json"),
                          needed_file("en", "mentions.json"));
  impl_->patterns.emplace(path_of("en", "patterns.json"),
                          needed_file("en", "patterns.json"));
  impl_->signals =
      read_signals(path_of("en", "signals.json"), needed_file("en", "signals.json"));
  impl_->questions =
      read_questions(path_of(language, "questions.json"),
                     needed_file(language, "questions.json"), impl_->signals.names());
  impl_->terms.emplace(path_of("en", "terms.json"), needed_file("en", "terms.json"),
                       path_of(language, "glosses.json"),
                       needed_file(language, "glosses.json"));
}

Words::~Words() = default;
Words::Words(Words&&) noexcept = default;
Words& Words::operator=(Words&&) noexcept = default;

const std::string& Words::language() const {
  return impl_->language;
}

std::string Words::text(std::string_view key, const Arguments& arguments) const {
  const auto found = impl_->catalog.texts.find(key);
  if (found == impl_->catalog.texts.end()) {
    throw_bug(key, "does not exist");
  }
  return filled(key, found->second, arguments);
}

std::string Words::plural(std::string_view key, std::int64_t count,
                          const Arguments& arguments) const {
  const auto found = impl_->catalog.plurals.find(key);
  if (found == impl_->catalog.plurals.end()) {
    throw_bug(key, "does not exist, or has no plural forms");
  }
  const Plural category = plural_category(impl_->language, count);
  Arguments all = arguments;
  all.emplace_back("n", number(count));
  return filled(key, found->second[static_cast<std::size_t>(category)], all);
}

bool Words::has(std::string_view key) const {
  return impl_->catalog.texts.contains(key) || impl_->catalog.plurals.contains(key);
}

std::string Words::list(const std::vector<std::string>& items) const {
  if (items.empty()) {
    return "";
  }
  std::string result = items.back();
  for (std::size_t i = items.size() - 1; i-- > 0;) {
    const bool last_two = i + 2 == items.size();
    if (last_two) {
      const char* key = items.size() == 2 ? "list.pair" : "list.last";
      result = text(key, {{"first", items[i]}, {"last", result}});
    } else {
      result = text("list.middle", {{"first", items[i]}, {"rest", result}});
    }
  }
  return result;
}

std::string Words::date(const Date& date) const {
  const Arguments parts = {
      {"day", std::to_string(date.day)},
      {"month", text("date.month_name." + std::to_string(date.month))},
      {"year", std::to_string(date.year)}};
  return text(date.day == 0 ? "date.month" : "date.day", parts);
}

std::string Words::short_date(const Date& date) const {
  const Arguments parts = {
      {"day", std::to_string(date.day)},
      {"month", text("date.short_month_name." + std::to_string(date.month))},
      {"year", std::to_string(date.year)}};
  return text(date.day == 0 ? "date.month" : "date.day", parts);
}

std::string Words::number(std::int64_t number) const {
  std::string digits = std::to_string(number < 0 ? -number : number);
  const std::string group = text("number.group");
  for (std::size_t at = digits.size(); at > 3;) {
    at -= 3;
    digits.insert(at, group);
  }
  return (number < 0 ? "-" : "") + digits;
}

}  // namespace trialsheet
