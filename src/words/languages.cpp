// Finds the language that is meant, and reads each once.

#include "words/languages.hpp"

#include <algorithm>
#include <map>
#include <mutex>
#include <optional>

#include "base/embedded.hpp"
#include "base/error.hpp"
#include "base/text.hpp"
#include "words/impl.hpp"

namespace trialsheet {
namespace {

constexpr std::string_view folder = "src/words/";
constexpr std::string_view sheet = "/sheet.json";

/// "zh-hans-cn", whatever was typed.
std::string normal(std::string_view tag) {
  std::string result = lower_ascii(tag);
  std::replace(result.begin(), result.end(), '_', '-');
  return result;
}

/// Chinese is written in two scripts, and the countries tell which (CLDR, likelySubtags):
/// "zh-hans" of "zh-cn". Of other languages the tag itself.
std::string with_script(const std::string& tag) {
  const bool chinese = tag == "zh" || tag.starts_with("zh-");
  if (!chinese || tag.starts_with("zh-hans") || tag.starts_with("zh-hant")) {
    return tag;
  }
  for (const std::string_view country : {"-tw", "-hk", "-mo"}) {
    if (tag.ends_with(country)) {
      return "zh-hant";
    }
  }
  return "zh-hans";
}

std::string listed(const std::vector<std::string>& tags) {
  std::string list;
  for (const std::string& tag : tags) {
    list += (list.empty() ? "" : ", ") + tag;
  }
  return list;
}

[[noreturn]] void throw_unknown(std::string_view wanted,
                                const std::vector<std::string>& known) {
  const bool traditional = with_script(normal(wanted)).starts_with("zh-hant");
  throw Error(Fault::request, "language \"" + std::string(wanted) + "\"",
              std::string(traditional ? "there are no texts in Traditional Chinese; "
                                      : "there are no texts in this language; ") +
                  "there are: " + listed(known));
}

/// "pt-BR" of "pt", where that is the only one of this language; else empty.
std::string only_country_of(const std::string& language,
                            const std::vector<std::string>& known) {
  std::vector<std::string> found;
  for (const std::string& tag : known) {
    if (normal(tag).starts_with(language + "-") && language != "zh") {
      found.push_back(tag);
    }
  }
  return found.size() == 1 ? found.front() : "";
}

}  // namespace

std::vector<std::string> built_in_languages() {
  std::vector<std::string> tags;
  for (const std::string_view path : embedded_paths()) {
    if (path.starts_with(folder) && path.ends_with(sheet)) {
      const std::size_t length = path.size() - folder.size() - sheet.size();
      tags.emplace_back(path.substr(folder.size(), length));
    }
  }
  std::sort(tags.begin(), tags.end());
  return tags;
}

std::string matching_language(std::string_view wanted,
                              const std::vector<std::string>& known) {
  const auto find = [&known](const std::string& tag) {
    return std::find_if(known.begin(), known.end(),
                        [&tag](const std::string& each) { return normal(each) == tag; });
  };
  if (const auto same = find(normal(wanted)); same != known.end()) {
    return *same;
  }
  // The last part goes until a language is found, as by RFC 4647, section 3.4.
  std::string tag = with_script(normal(wanted));
  for (std::size_t cut = tag.size(); cut != tag.npos; cut = tag.rfind('-')) {
    tag.resize(cut);
    if (const auto found = find(tag); found != known.end() && tag != "zh") {
      return *found;
    }
  }
  if (const std::string only = only_country_of(normal(wanted), known); !only.empty()) {
    return only;
  }
  throw_unknown(wanted, known);
}

/// A language that there is; its words are made once.
struct Entry {
  std::optional<OwnLanguage> own;  ///< nothing: built in
  mutable std::once_flag once = {};
  mutable std::optional<Words> words = {};
};

struct Languages::Impl {
  std::map<std::string, Entry> entries;
  std::once_flag record_once;
  std::shared_ptr<const RecordWords> record;
};

Languages::Languages(std::vector<OwnLanguage> own) : impl_(std::make_unique<Impl>()) {
  for (const std::string& tag : built_in_languages()) {
    impl_->entries[tag];
  }
  for (OwnLanguage& each : own) {
    const auto same = std::find_if(
        impl_->entries.begin(), impl_->entries.end(),
        [&each](const auto& entry) { return normal(entry.first) == normal(each.tag); });
    Entry& entry = same == impl_->entries.end() ? impl_->entries[each.tag] : same->second;
    if (entry.own) {
      throw Error(Fault::layout, each.sheet.name,
                  "another folder is of the same language; keep one");
    }
    entry.own = std::move(each);
    entry.own->tag = same == impl_->entries.end() ? entry.own->tag : same->first;
  }
}

Languages::~Languages() = default;
Languages::Languages(Languages&&) noexcept = default;
Languages& Languages::operator=(Languages&&) noexcept = default;

std::vector<std::string> Languages::tags() const {
  std::vector<std::string> tags;
  for (const auto& [tag, entry] : impl_->entries) {
    tags.push_back(tag);
  }
  return tags;
}

const Words& Languages::words(std::string_view wanted) const {
  const std::string tag = matching_language(wanted, tags());
  const Entry& entry = impl_->entries.at(tag);
  std::call_once(impl_->record_once, [this] { impl_->record = read_record_words(); });
  std::call_once(entry.once, [&] {
    entry.words.emplace(entry.own ? Words(*entry.own, impl_->record)
                                  : Words(tag, impl_->record));
  });
  return *entry.words;
}

}  // namespace trialsheet
