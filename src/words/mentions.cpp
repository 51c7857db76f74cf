// Mentions: read from data, found by phrases.

#include "words/mentions.hpp"

#include <algorithm>
#include <stdexcept>

#include "base/bytes.hpp"
#include "base/phrases.hpp"
#include "base/word_set.hpp"
#include "words/data.hpp"
#include "words/impl.hpp"

namespace trialsheet {
namespace {

constexpr std::int64_t most = 1000;

std::vector<std::string> texts_of(const Data& list) {
  std::vector<std::string> texts;
  for (const Data& item : list_of(list)) {
    texts.emplace_back(text_of(item));
  }
  return texts;
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
  allow_only(item, {"id", "of", "in", "more", "least", "worth"});
  return {std::string(text_of(member(item, "id"))),
          texts_of(member(item, "of")),
          texts_of(member(item, "in")),
          flag_of(item, "more"),
          number_of(item, "least"),
          number_of(item, "worth")};
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

struct Name {
  std::string id;
  std::string line;
};

template <typename Archive>
void fields(Archive& archive, Name& name) {
  archive(name.id, name.line);
}

/// "Neuropathy" of "optic neuropathy": the longer phrase tells what is meant.
bool is_part_of_another(const Phrases::Hit& hit, const std::vector<Phrases::Hit>& hits) {
  return std::any_of(hits.begin(), hits.end(), [&hit](const Phrases::Hit& other) {
    return other.count > hit.count && other.first <= hit.first &&
           other.first + other.count >= hit.first + hit.count;
  });
}

}  // namespace

template <typename Archive>
void fields(Archive& archive, MentionLine& line) {
  auto& [id, of, in, tells_more, least, worth] = line;
  archive(id, of, in, tells_more, least, worth);
}

struct Mentions::Impl {
  std::vector<MentionLine> lines;
  std::vector<Name> names;
  Phrases phrases;  ///< ids are indices of names

  template <typename Archive>
  friend void fields(Archive& archive, Impl& impl) {
    archive(impl.lines, impl.names, impl.phrases);
  }

  void add_name(const Data& item) {
    allow_only(item, {"id", "line", "words"});
    const Data& line = member(item, "line");
    names.push_back(
        {std::string(text_of(member(item, "id"))), std::string(text_of(line))});
    if (std::none_of(lines.begin(), lines.end(), [&](const MentionLine& each) {
          return each.id == names.back().line;
        })) {
      fail(line, "there is no line of this id in \"lines\"");
    }
    for (const Data& word : list_of(member(item, "words"))) {
      try {
        phrases.add(text_of(word), static_cast<std::uint32_t>(names.size() - 1));
      } catch (const std::invalid_argument& error) {
        fail(word, error.what());
      }
    }
  }
};

Mentions::Mentions(std::string_view file, std::string_view json)
    : impl_(std::make_unique<Impl>()) {
  const DataFile read = read_data(file, json);
  const Data& data = read.root();
  allow_only(data, {"$schema", "lines", "names"});
  for (const Data& item : list_of(member(data, "lines"))) {
    impl_->lines.push_back(read_line(item));
  }
  for (const Data& item : list_of(member(data, "names"))) {
    impl_->add_name(item);
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

std::vector<std::string_view> Mentions::names_in(const MentionLine& line,
                                                 const Tokens& text) const {
  std::vector<std::string_view> found;
  const std::vector<Phrases::Hit> hits = impl_->phrases.find(text);
  const std::size_t end = hits.empty() ? 0 : start_of_exceptions(text);
  for (const Phrases::Hit& hit : hits) {
    const Name& name = impl_->names[hit.id];
    if (name.line == line.id && hit.first < end && !is_denied(text, hit.first) &&
        !is_part_of_another(hit, hits) &&
        std::find(found.begin(), found.end(), name.id) == found.end()) {
      found.push_back(name.id);
    }
  }
  return found;
}

std::vector<std::string> Mentions::names() const {
  std::vector<std::string> ids;
  for (const Name& name : impl_->names) {
    ids.push_back(name.id);
  }
  return ids;
}

const Mentions& mentions(const Words& words) {
  return words.impl().record->mentions;
}

}  // namespace trialsheet
