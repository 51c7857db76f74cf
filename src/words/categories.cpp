// Categories: each word or phrase found in a rule is a vote.

#include "words/categories.hpp"

#include <algorithm>
#include <iterator>
#include <stdexcept>

#include "base/bytes.hpp"
#include "base/near_memory.hpp"
#include "base/phrases.hpp"
#include "words/data.hpp"
#include "words/impl.hpp"

namespace trialsheet {
namespace {

constexpr int strong_vote = 3;
constexpr int general_vote = 2;
constexpr int weak_vote = 1;
/// Of a phrase whose words tell nothing: "prior to consent" is a time.
constexpr int no_vote = 0;
/// What a rule is about stands at its beginning; what comes later are its conditions.
constexpr int early_vote = 2;
constexpr std::size_t early_tokens = 12;

constexpr const char* other = "other";
constexpr std::int64_t most_worth = 1000;

/// A word or phrase and what it tells.
struct Vote {
  std::size_t category;
  int weight;
};

template <typename Archive>
void fields(Archive& archive, Vote& vote) {
  archive(vote.category, vote.weight);
}

int worth_of(const Data& item, std::string_view name) {
  const Data& worth = member(item, name);
  if (worth.kind != Data::Kind::number || worth.number < 0 || worth.number > most_worth) {
    fail(worth, "must be a whole number from 0 to 1000");
  }
  return static_cast<int>(worth.number);
}

bool flag_of(const Data& item, std::string_view name, bool needed) {
  const Data* flag = item.find(name);
  if (flag == nullptr && !needed) {
    return false;
  }
  const Data& stated = member(item, name);
  if (stated.kind != Data::Kind::flag) {
    fail(stated, "must be true or false");
  }
  return stated.flag;
}

Category read_category(const Data& item) {
  allow_only(item, {"id", "category", "kind", "inclusion", "exclusion", "at_home",
                    "always", "general", "strong", "weak"});
  Category category;
  category.id = text_of(member(item, "id"));
  category.category = text_of(member(item, "category"));
  category.kind = text_of(member(item, "kind"));
  category.inclusion = worth_of(item, "inclusion");
  category.exclusion = worth_of(item, "exclusion");
  category.at_home = flag_of(item, "at_home", true);
  category.always = flag_of(item, "always", false);
  return category;
}

}  // namespace

template <typename Archive>
void fields(Archive& archive, Category& value) {
  auto& [id, category, kind, inclusion, exclusion, at_home, always] = value;
  archive(id, category, kind, inclusion, exclusion, at_home, always);
}

struct Categories::Impl {
  std::vector<Category> categories;
  std::vector<Vote> votes;  ///< of each phrase
  Phrases phrases;
  std::vector<std::string> kinds;

  template <typename Archive>
  friend void fields(Archive& archive, Impl& impl) {
    archive(impl.categories, impl.votes, impl.phrases);
  }

  /// What stands in the text, but for words within a longer phrase that tells nothing.
  Phrases::Hits telling(const Tokens& text, std::pmr::memory_resource* memory) const {
    Phrases::Hits hits = phrases.find(text, memory);
    std::vector<Phrases::Hit> mute;
    std::copy_if(hits.begin(), hits.end(), std::back_inserter(mute),
                 [this](const auto& hit) { return votes[hit.id].weight == no_vote; });
    if (!mute.empty()) {
      std::erase_if(hits, [&mute](const auto& hit) {
        return std::any_of(mute.begin(), mute.end(), [&hit](const auto& each) {
          return each.first <= hit.first && hit.count < each.count &&
                 hit.first + hit.count <= each.first + each.count;
        });
      });
    }
    return hits;
  }

  /// Once the categories are known.
  void add_kinds() {
    for (const Category& category : categories) {
      if (category.kind != other &&
          std::find(kinds.begin(), kinds.end(), category.kind) == kinds.end()) {
        kinds.push_back(category.kind);
      }
    }
    kinds.emplace_back(other);
  }

  void add_votes(const Data& list, std::size_t category, int weight) {
    for (const Data& item : list_of(list)) {
      try {
        phrases.add(text_of(item), static_cast<std::uint32_t>(votes.size()));
      } catch (const std::invalid_argument& error) {
        fail(item, error.what());
      }
      votes.push_back({category, weight});
    }
  }
};

Categories::Categories(std::string_view file, std::string_view json)
    : impl_(std::make_unique<Impl>()) {
  const DataFile read = read_data(file, json);
  const Data& data = read.root();
  allow_only(data, {"$schema", "categories", "not"});
  const Data& list = member(data, "categories");
  for (const Data& item : list_of(list)) {
    impl_->categories.push_back(read_category(item));
    const std::size_t index = impl_->categories.size() - 1;
    const bool general = flag_of(item, "general", false);
    impl_->add_votes(member(item, "strong"), index, general ? general_vote : strong_vote);
    impl_->add_votes(member(item, "weak"), index, weak_vote);
  }
  if (impl_->categories.empty()) {
    fail(list, "must hold a category");
  }
  if (const Data* mute = data.find("not")) {
    impl_->add_votes(*mute, 0, no_vote);
  }
  impl_->add_kinds();
}

Categories::Categories(ByteReader& packed) : impl_(std::make_unique<Impl>()) {
  packed(*impl_);
  impl_->add_kinds();
}

void Categories::pack(ByteWriter& writer) const {
  writer(*impl_);
}

Categories::~Categories() = default;
Categories::Categories(Categories&&) noexcept = default;
Categories& Categories::operator=(Categories&&) noexcept = default;

const std::vector<Category>& Categories::all() const {
  return impl_->categories;
}

const std::vector<std::string>& Categories::kinds() const {
  return impl_->kinds;
}

Categories::Match Categories::of(const Tokens& text) const {
  NearMemory<2048> memory;
  Phrases::Hits hits = impl_->telling(text, &memory);
  // A word counts once, at its first place.
  std::sort(hits.begin(), hits.end(), [](const Phrases::Hit& a, const Phrases::Hit& b) {
    return std::pair(a.id, a.first) < std::pair(b.id, b.first);
  });
  std::pmr::vector<int> scores(impl_->categories.size(), 0, &memory);
  std::pmr::vector<bool> sure(impl_->categories.size(), false, &memory);
  for (std::size_t i = 0; i < hits.size(); ++i) {
    if (i > 0 && hits[i].id == hits[i - 1].id) {
      continue;
    }
    const Vote& vote = impl_->votes[hits[i].id];
    const bool early = vote.weight == strong_vote && hits[i].first < early_tokens;
    scores[vote.category] += vote.weight + (early ? early_vote : 0);
    sure[vote.category] = sure[vote.category] || vote.weight > weak_vote;
  }
  const auto best = std::max_element(scores.begin(), scores.end());
  const auto index = static_cast<std::size_t>(best - scores.begin());
  return *best == 0 ? Match{&impl_->categories.back(), false}
                    : Match{&impl_->categories[index], sure[index]};
}

const Categories& categories(const Words& words) {
  return words.impl().record->categories;
}

const std::vector<std::string>& kinds(const Words& words) {
  return categories(words).kinds();
}

}  // namespace trialsheet
