// Words: the texts of one language, read once from the program's embedded files.

#include "words/words.hpp"

#include <algorithm>
#include <array>
#include <stdexcept>

#include "base/embedded.hpp"
#include "base/isolate.hpp"
#include "base/text.hpp"
#include "words/impl.hpp"
#include "words/languages.hpp"
#include "words/packed.hpp"

namespace trialsheet {
namespace {

std::string path_of(std::string_view language, std::string_view file) {
  return "src/words/" + std::string(language) + "/" + std::string(file);
}

/// A file that the program holds.
struct Embedded {
  Embedded(std::string_view language, std::string_view file)
      : name(path_of(language, file)), content(embedded_file(name)) {}

  std::string name;
  std::string_view content;
};

template <typename Value>
Value read_record_file(std::string_view file) {
  const Embedded embedded("en", file);
  return {embedded.name, embedded.content};
}

bool is_english(std::string_view language) {
  return language == "en" || language.starts_with("en-");
}

[[noreturn]] void throw_bug(std::string_view key, const std::string& problem) {
  throw std::logic_error("words: text \"" + std::string(key) + "\" " + problem);
}

std::string_view argument(std::string_view key, std::string_view name,
                          Words::Arguments arguments) {
  for (const Words::Argument& each : arguments) {
    if (each.name == name) {
      return each.value;
    }
  }
  throw_bug(key, "needs {" + std::string(name) + "}");
}

std::string filled(std::string_view key, std::string_view text,
                   Words::Arguments arguments) {
  if (arguments.empty() && text.find('{') == std::string_view::npos) {
    return std::string(text);
  }
  std::size_t size = text.size();
  for (const Words::Argument& each : arguments) {
    size += each.value.size();
  }
  std::string result;
  result.reserve(size);
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

std::string text_of(const Catalog& catalog, std::string_view key,
                    Words::Arguments arguments) {
  const auto found = catalog.texts.find(key);
  if (found == catalog.texts.end()) {
    throw_bug(key, "does not exist");
  }
  return filled(key, found->second, arguments);
}

/// The key of how two items are joined where `last` begins in a way that changes it, as
/// in "Francia e Italia"; empty where it does not. The longest beginning counts.
std::string key_before(const Catalog& catalog, std::string_view last) {
  constexpr std::size_t longest = 4;  // bytes
  constexpr std::string_view prefix = "list.before.";
  std::array<char, prefix.size() + longest> key;
  std::copy(prefix.begin(), prefix.end(), key.begin());
  const std::size_t most = std::min(longest, last.size());
  lower_ascii(last.substr(0, most), key.data() + prefix.size());
  for (std::size_t size = most; size > 0; --size) {
    const std::string_view longer(key.data(), prefix.size() + size);
    if (catalog.texts.contains(longer)) {
      return std::string(longer);
    }
  }
  return "";
}

template <typename Sentences>
std::string joined(const Words& words, const Sentences& sentences) {
  std::string result;
  for (const std::string_view sentence : sentences) {
    if (result.empty()) {
      result = sentence;
    } else if (!sentence.empty()) {
      result = words.text("sentences", {{"first", result}, {"next", sentence}});
    }
  }
  return result;
}

}  // namespace

RecordWords read_record_files() {
  const Embedded sheet("en", "sheet.json");
  const Embedded signal_file("en", "signals.json");
  const Embedded question_file("en", "questions.json");
  auto signals = read_signals(signal_file.name, signal_file.content);
  auto questions =
      read_questions(question_file.name, question_file.content, signals.names());
  return {read_catalog("en", sheet.name, sheet.content),
          std::move(questions),
          read_record_file<Categories>("categories.json"),
          read_record_file<Equivalents>("equivalents.json"),
          read_record_file<Mentions>("mentions.json"),
          read_record_file<Patterns>("patterns.json"),
          std::move(signals)};
}

std::shared_ptr<const RecordWords> read_record_words() {
  return std::make_shared<const RecordWords>(
      unpack_record_words(embedded_file(packed_record_path())));
}

/// Reads the three files of a language into `impl`.
void Words::Impl::read(const LanguageFile& sheet, const LanguageFile& question_texts,
                       const LanguageFile& glosses) {
  catalog = std::make_shared<const Catalog>(
      read_catalog(language, sheet.name, sheet.content, &record->english));
  questions = std::make_shared<const std::vector<CompiledRule>>(
      with_texts(record->questions, question_texts.name, question_texts.content));
  read_terms(glosses);
}

void Words::Impl::read_terms(const LanguageFile& glosses) {
  const Embedded file("en", "terms.json");
  terms = Terms(file.name, file.content, glosses.name, glosses.content,
                !is_english(language));
}

void Words::Impl::share_english() {
  catalog = {record, &record->english};
  questions = {record, &record->questions};
}

void Words::Impl::read_built_in_files() {
  const Embedded glosses(language, "glosses.json");
  if (language == "en") {
    share_english();
    read_terms({glosses.name, glosses.content});
    return;
  }
  const Embedded sheet(language, "sheet.json");
  const Embedded question_texts(language, "question_texts.json");
  read({sheet.name, sheet.content}, {question_texts.name, question_texts.content},
       {glosses.name, glosses.content});
}

Words::Words(std::string_view language)
    : Words(matching_language(language, built_in_languages()), read_record_words()) {}

Words::Words(const OwnLanguage& own) : Words(own, read_record_words()) {}

Words::Words(const std::string& tag, std::shared_ptr<const RecordWords> record)
    : impl_(std::make_unique<Impl>(tag)) {
  impl_->record = std::move(record);
  unpack_language(embedded_file(packed_language_path(tag)), *impl_);
}

Words::Words(const OwnLanguage& own, std::shared_ptr<const RecordWords> record)
    : impl_(std::make_unique<Impl>(own.tag)) {
  impl_->record = std::move(record);
  impl_->read({own.sheet.name, own.sheet.content},
              {own.question_texts.name, own.question_texts.content},
              {own.glosses.name, own.glosses.content});
}

Words::~Words() = default;
Words::Words(Words&&) noexcept = default;
Words& Words::operator=(Words&&) noexcept = default;

const std::string& Words::language() const {
  return impl_->language;
}

bool Words::is_reviewed() const {
  return impl_->catalog->reviewed;
}

bool Words::is_of_the_record() const {
  return is_english(impl_->language);
}

std::string Words::from_record(std::string_view text) const {
  return is_of_the_record() ? std::string(text) : isolated(text);
}

std::string Words::undivided(std::string_view text) const {
  return is_of_the_record() ? std::string(text) : isolated(isolated(text));
}

std::string Words::text(std::string_view key, Arguments arguments) const {
  return text_of(*impl_->catalog, key, arguments);
}

std::string Words::english_text(std::string_view key, Arguments arguments) const {
  // A user's own English texts are proved as they are.
  return text_of(is_of_the_record() ? *impl_->catalog : impl_->record->english, key,
                 arguments);
}

std::string Words::sentences(const std::vector<std::string>& sentences) const {
  return joined(*this, sentences);
}

std::string Words::sentences(std::initializer_list<std::string_view> sentences) const {
  return joined(*this, sentences);
}

std::string Words::plural(std::string_view key, std::int64_t count,
                          Arguments arguments) const {
  const auto found = impl_->catalog->plurals.find(key);
  if (found == impl_->catalog->plurals.end()) {
    throw_bug(key, "does not exist, or has no plural forms");
  }
  const Plural category = impl_->plural_of(count < 0 ? -count : count);
  const std::string n = number(count);
  std::vector<Argument> all;
  all.reserve(arguments.size() + 1);
  all.assign(arguments.begin(), arguments.end());
  all.push_back({"n", n});
  return filled(key, found->second[static_cast<std::size_t>(category)], all);
}

bool Words::has(std::string_view key) const {
  return impl_->catalog->texts.contains(key) || impl_->catalog->plurals.contains(key);
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
      const std::string before = key_before(*impl_->catalog, result);
      result =
          text(before.empty() ? key : before, {{"first", items[i]}, {"last", result}});
    } else {
      result = text("list.middle", {{"first", items[i]}, {"rest", result}});
    }
  }
  return result;
}

std::string Words::date(const Date& date) const {
  return text(date.day == 0 ? "date.month" : "date.day",
              {{"day", std::to_string(date.day)},
               {"month", text("date.month_name." + std::to_string(date.month))},
               {"year", std::to_string(date.year)}});
}

std::string Words::short_date(const Date& date) const {
  return text(date.day == 0 ? "date.month" : "date.day",
              {{"day", std::to_string(date.day)},
               {"month", text("date.short_month_name." + std::to_string(date.month))},
               {"year", std::to_string(date.year)}});
}

std::string Words::number(std::int64_t number) const {
  constexpr std::size_t group_size = 3;
  std::string digits = std::to_string(number < 0 ? -number : number);
  if (digits.size() > group_size) {
    const std::string group = text("number.group");
    for (std::size_t at = digits.size(); at > group_size;) {
      at -= group_size;
      digits.insert(at, group);
    }
  }
  return (number < 0 ? "-" : "") + digits;
}

}  // namespace trialsheet
