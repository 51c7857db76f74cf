// Mentions: read from data, found by phrases.

#include "words/mentions.hpp"

#include <algorithm>
#include <stdexcept>

#include "base/bytes.hpp"
#include "base/near_memory.hpp"
#include "base/phrases.hpp"
#include "base/word_set.hpp"
#include "words/data.hpp"
#include "words/impl.hpp"

namespace trialsheet {
namespace {

constexpr std::int64_t most = 1000;

/// The id of phrases within which no word names anything.
constexpr std::uint32_t mute = 0xffffffff;

std::vector<std::string> texts_of(const Data& list) {
  std::vector<std::string> texts;
  for (const Data& item : list_of(list)) {
    texts.emplace_back(text_of(item));
  }
  return texts;
}

std::vector<std::string> texts_if_any(const Data& item, std::string_view name) {
  const Data* list = item.find(name);
  return list == nullptr ? std::vector<std::string>() : texts_of(*list);
}

int number_of(const Data& item, std::string_view name) {
  const Data& number = member(item, name);
  if (number.kind != Data::Kind::number || number.number < 0 || number.number > most) {
    fail(number, "must be a whole number from 0 to 1000");
  }
  return static_cast<int>(number.number);
}

bool flag_of(const Data& item, std::string_view name) {
  const Data& flag = member(item, name);
  if (flag.kind != Data::Kind::flag) {
    fail(flag, "must be true or false");
  }
  return flag.flag;
}

MentionLine read_line(const Data& item) {
  allow_only(item, {"id", "of", "also", "in", "more", "least", "worth", "leads"});
  return {std::string(text_of(member(item, "id"))),
          texts_of(member(item, "of")),
          texts_if_any(item, "also"),
          texts_of(member(item, "in")),
          flag_of(item, "more"),
          number_of(item, "least"),
          number_of(item, "worth"),
          item.find("leads") != nullptr && flag_of(item, "leads")};
}

/// What follows these words is what the rule does not mean, or only explains it.
std::size_t start_of_exceptions(const Tokens& text) {
  static const WordSet words = {"except",    "exception", "exceptions", "unless",
                                "excluding", "allowed",   "permitted",  "however",
                                "note",      "although",  "acceptable", "eligible",
                                "provided",  "apart"};
  std::size_t at = 0;
  while (at < text.size() && !words.has(text[at]) &&
         !(text[at].plain == "other" && at + 1 < text.size() &&
           text[at + 1].plain == "than")) {
    ++at;
  }
  return at;
}

/// "non-infectious".
bool is_denied(const Tokens& text, std::size_t at) {
  return (at > 0 && text[at - 1].plain == "non") ||
         (at > 1 && text[at - 1].plain == "-" && text[at - 2].plain == "non");
}

/// "No known disease" asks for no diagnosis.
bool is_after_a_denial(const Tokens& text, std::size_t at) {
  static const WordSet words = {"no",    "not",     "non",  "without",
                                "never", "absence", "free", "lack"};
  for (std::size_t i = 0; i < at; ++i) {
    if (words.has(text[i])) {
      return true;
    }
  }
  return false;
}

template <typename Item, typename Value>
bool holds(const std::vector<Item>& list, const Value& item) {
  return std::find(list.begin(), list.end(), item) != list.end();
}

/// "Autoimmune disease, such as lupus" is about autoimmune disease.
void leave_out_what_adds_nothing(std::vector<const MentionName*>& names) {
  const std::vector<const MentionName*> all = names;
  std::erase_if(names, [&all](const MentionName* name) {
    return std::any_of(all.begin(), all.end(), [name](const MentionName* other) {
      return holds(name->unless, other->id);
    });
  });
}

/// "Neuropathy" of "optic neuropathy": the longer phrase tells what is meant.
bool is_part_of_another(const Phrases::Hit& hit, const Phrases::Hits& hits) {
  return std::any_of(hits.begin(), hits.end(), [&hit](const Phrases::Hit& other) {
    return other.count > hit.count && other.first <= hit.first &&
           other.first + other.count >= hit.first + hit.count;
  });
}

}  // namespace

template <typename Archive>
void fields(Archive& archive, MentionLine& line) {
  auto& [id, of, also, in, tells_more, least, worth, leads] = line;
  archive(id, of, also, in, tells_more, least, worth, leads);
}

template <typename Archive>
void fields(Archive& archive, MentionName& name) {
  auto& [id, line, as, unless] = name;
  archive(id, line, as, unless);
}

struct Mentions::Impl {
  std::vector<MentionLine> lines;
  std::vector<MentionName> names;
  Phrases phrases;  ///< ids are indices of names

  template <typename Archive>
  friend void fields(Archive& archive, Impl& impl) {
    archive(impl.lines, impl.names, impl.phrases);
  }

  void add_phrases(const Data& list, std::uint32_t id) {
    for (const Data& phrase : list_of(list)) {
      try {
        phrases.add(text_of(phrase), id);
      } catch (const std::invalid_argument& error) {
        fail(phrase, error.what());
      }
    }
  }

  void add_name(const Data& item) {
    allow_only(item, {"id", "line", "as", "unless", "words"});
    const Data& line = member(item, "line");
    const Data* as = item.find("as");
    names.push_back({std::string(text_of(member(item, "id"))), std::string(text_of(line)),
                     std::string(as == nullptr ? "" : text_of(*as)),
                     texts_if_any(item, "unless")});
    if (std::none_of(lines.begin(), lines.end(), [&](const MentionLine& each) {
          return each.id == names.back().line;
        })) {
      fail(line, "there is no line of this id in \"lines\"");
    }
    add_phrases(member(item, "words"), static_cast<std::uint32_t>(names.size() - 1));
  }

  /// What `text` names, before its first exception.
  Phrases::Hits telling(const Tokens& text, std::pmr::memory_resource* memory) const {
    const Phrases::Hits hits = phrases.find(text, memory);
    Phrases::Hits telling(memory);
    const std::size_t end = hits.empty() ? 0 : start_of_exceptions(text);
    std::copy_if(hits.begin(), hits.end(), std::back_inserter(telling),
                 [&](const Phrases::Hit& hit) {
                   return hit.id != mute && hit.first < end &&
                          !is_denied(text, hit.first) && !is_part_of_another(hit, hits);
                 });
    return telling;
  }

  /// The line of `list` that takes `category` for its own; all: there is none.
  std::size_t line_of(std::string_view list, std::string_view category) const {
    const auto line =
        std::find_if(lines.begin(), lines.end(), [&](const MentionLine& each) {
          return holds(each.in, list) && holds(each.of, category);
        });
    return static_cast<std::size_t>(line - lines.begin());
  }

  /// The line of `list` that takes the rule for what is named first; all: there is none.
  std::size_t line_that_takes(std::string_view list, std::string_view category,
                              const Tokens& text, const Phrases::Hits& hits) const {
    for (const Phrases::Hit& hit : hits) {
      if (hit.first != hits.front().first) {
        break;
      }
      for (std::size_t i = 0; i < lines.size(); ++i) {
        if (lines[i].id == names[hit.id].line && holds(lines[i].also, category) &&
            holds(lines[i].in, list) && !is_after_a_denial(text, hit.first)) {
          return i;
        }
      }
    }
    return lines.size();
  }

  bool is_of(std::size_t line, const MentionName& name) const {
    return line < lines.size() && lines[line].id == name.line;
  }
};

Mentions::Mentions(std::string_view file, std::string_view json)
    : impl_(std::make_unique<Impl>()) {
  const DataFile read = read_data(file, json);
  const Data& data = read.root();
  allow_only(data, {"$schema", "lines", "names", "not"});
  for (const Data& item : list_of(member(data, "lines"))) {
    impl_->lines.push_back(read_line(item));
  }
  for (const Data& item : list_of(member(data, "names"))) {
    impl_->add_name(item);
  }
  if (const Data* phrases = data.find("not")) {
    impl_->add_phrases(*phrases, mute);
  }
}

Mentions::Mentions(ByteReader& packed) : impl_(std::make_unique<Impl>()) {
  packed(*impl_);
}

void Mentions::pack(ByteWriter& writer) const {
  writer(*impl_);
}

Mentions::~Mentions() = default;
Mentions::Mentions(Mentions&&) noexcept = default;
Mentions& Mentions::operator=(Mentions&&) noexcept = default;

const std::vector<MentionLine>& Mentions::lines() const {
  return impl_->lines;
}

bool Mentions::can_name(std::string_view list, std::string_view category) const {
  return impl_->line_of(list, category) < impl_->lines.size();
}

std::optional<Mentioned> Mentions::in(std::string_view list, std::string_view category,
                                      const Tokens& text) const {
  const std::size_t none = impl_->lines.size();
  const std::size_t own = impl_->line_of(list, category);
  NearMemory<2048> memory;
  const Phrases::Hits hits = impl_->telling(text, &memory);
  const std::size_t taken = impl_->line_that_takes(list, category, text, hits);
  Mentioned found{taken == none ? own : taken, {}};
  for (const Phrases::Hit& hit : hits) {
    const MentionName& name = impl_->names[hit.id];
    if ((impl_->is_of(own, name) || impl_->is_of(taken, name)) &&
        !holds(found.names, &name)) {
      found.names.push_back(&name);
    }
  }
  leave_out_what_adds_nothing(found.names);
  return found.names.empty() ? std::nullopt : std::optional(std::move(found));
}

std::vector<std::string> Mentions::names() const {
  std::vector<std::string> ids;
  for (const MentionName& name : impl_->names) {
    ids.push_back(name.id);
  }
  return ids;
}

const Mentions& mentions(const Words& words) {
  return words.impl().record->mentions;
}

}  // namespace trialsheet
