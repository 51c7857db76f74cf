// Rule rank: from the worth of a rule's category, its place in the list, and whether the
// list has said something of the kind before.

#include "summary/rule_rank.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "base/near_memory.hpp"
#include "base/tokens.hpp"
#include "words/categories.hpp"

namespace trialsheet {
namespace {

/// Above what several other rules are worth together: what is dangerous to overlook.
constexpr int worth_of_always = 1000;

/// A rule of who may join that names what is studied is worth so much at least; the first
/// of them says for whom the study is.
constexpr int worth_of_the_condition = 860;
constexpr int worth_of_the_first_condition = 1250;

/// The only rule of a list, so much at least: without it the list says nothing, and who
/// may join matters more. One of few words that only asks for consent stays what it is.
constexpr int worth_of_the_only_inclusion = 900;
constexpr int worth_of_the_only_exclusion = 600;
constexpr std::size_t words_of_mere_consent = 14;

/// What is only allowed is worth no more.
constexpr int worth_of_what_is_allowed = 100;

/// A list begins with what matters; its first rule is worth so much more than its last.
constexpr int worth_of_place = 60;

/// What the first rule of one category in a list keeps of its worth, the second, the
/// third and every further one, in hundredths.
constexpr std::array<int, 4> kept_by_repetition = {100, 90, 65, 40};

/// A rule that only leads to its children is about what they are about.
Categories::Match category_of(const Categories& categories, const Criterion& criterion,
                              const Tokens& tokens) {
  const Categories::Match own = categories.of(tokens);
  if (own.category != &categories.all().back() || criterion.children.empty()) {
    return own;
  }
  std::string text;
  for (const Criterion& child : criterion.children) {
    text += child.text + " ";
  }
  return categories.of(Tokens(text));
}

/// "Participation in sports" is no rule on other studies, "a partner willing to help"
/// none on consent: of these kinds the count line calls a rule only by a strong word.
bool needs_a_sure_word(const Category& category) {
  return category.kind == "consent" || category.kind == "studies" ||
         category.kind == "tests";
}

/// A rule that only allows something keeps nobody out: "Prior therapy is allowed." What a
/// note in brackets allows is beside what the rule asks for.
bool only_allows(const Tokens& tokens) {
  constexpr std::array<std::string_view, 5> words = {"allowed", "permitted", "acceptable",
                                                     "eligible", "allowable"};
  std::size_t last = tokens.size();
  bool is_in_brackets = false;
  while (last > 0 && tokens[last - 1].kind == Token::Kind::sign) {
    is_in_brackets = is_in_brackets || tokens[last - 1].plain == ")";
    --last;
  }
  if (is_in_brackets && tokens[0].plain != "(") {
    return false;
  }
  return last > 0 &&
         std::find(words.begin(), words.end(), tokens[last - 1].plain) != words.end();
}

int worth_in(const Category& category, const std::string& list) {
  return list == "inclusion" ? category.inclusion : category.exclusion;
}

/// The words of the record's conditions, and the initials of those of several words.
class StudiedWords {
 public:
  explicit StudiedWords(const Trial& trial) {
    for (const std::string& condition : trial.conditions) {
      std::string initials;
      const NearTokens tokens(condition);
      for (const Token& token : tokens.all()) {
        initials += token.plain.front();
        if (token.plain.size() >= least_letters && !is_general(token.plain)) {
          words_.emplace_back(token.plain);
        }
      }
      if (initials.size() > 1) {
        initials_.push_back(initials);
      }
    }
  }

  bool in(std::string_view text, const Tokens& tokens) const {
    return std::any_of(tokens.begin(), tokens.end(), [&](const Token& token) {
      const bool capitals = token.end - token.begin > 1 && text[token.begin] >= 'A' &&
                            text[token.begin] <= 'Z' && text[token.end - 1] >= 'A' &&
                            text[token.end - 1] <= 'Z';
      return holds(words_, token.plain) || (capitals && holds(initials_, token.plain));
    });
  }

 private:
  static constexpr std::size_t least_letters = 5;

  static bool is_general(std::string_view word) {
    constexpr std::array<std::string_view, 16> general = {
        "disease",   "diseases", "disorder", "disorders", "syndrome", "chronic",
        "acute",     "adult",    "stage",    "healthy",   "patients", "quality",
        "infection", "surgery",  "health",   "treatment"};
    return std::find(general.begin(), general.end(), word) != general.end();
  }

  static bool holds(const std::vector<std::string>& list, std::string_view word) {
    return std::find(list.begin(), list.end(), word) != list.end();
  }

  std::vector<std::string> words_;
  std::vector<std::string> initials_;
};

void raise_the_only_rule(const std::string& list, const std::vector<Criterion>& criteria,
                         std::vector<Rule>& rules) {
  const auto open = [](const Rule& rule) { return rule.counted && !rule.covered; };
  const auto only = std::find_if(rules.begin(), rules.end(), open);
  if (only == rules.end() || std::any_of(only + 1, rules.end(), open)) {
    return;
  }
  const Criterion& rule = criteria[static_cast<std::size_t>(only - rules.begin())];
  if (only->rank > 0 || NearTokens(rule.text).all().size() > words_of_mere_consent) {
    only->rank = std::max(only->rank, list == "inclusion" ? worth_of_the_only_inclusion
                                                          : worth_of_the_only_exclusion);
  }
}

/// Of what is dangerous to overlook the shortest rule of each category is raised: it is
/// the one that will find room.
void raise_always(const std::vector<const Category*>& told, const std::string& list,
                  const std::vector<Criterion>& criteria, std::vector<Rule>& rules) {
  std::map<std::string_view, std::size_t> shortest;
  for (std::size_t i = 0; i < rules.size(); ++i) {
    const Category& category = *told[i];
    if (!category.always || worth_in(category, list) == 0) {
      continue;
    }
    const auto [found, is_new] = shortest.emplace(category.id, i);
    if (!is_new && criteria[i].text.size() < criteria[found->second].text.size()) {
      found->second = i;
    }
  }
  for (const auto& [id, index] : shortest) {
    rules[index].rank += worth_of_always;
  }
}

}  // namespace

void rank_rules(const Subject& subject, const std::string& list,
                const std::vector<Criterion>& criteria, RuleTexts& texts,
                std::vector<Rule>& rules) {
  std::vector<const Category*> told;  // by the words of each rule
  told.reserve(rules.size());
  const bool joining = list == "inclusion";
  const std::optional<StudiedWords> studied =
      joining ? std::optional<StudiedWords>(subject.trial) : std::nullopt;
  // Rules so far, with their groups: one typed in again says nothing new.
  NearMemory<4096> memory;
  std::pmr::set<std::pair<std::string_view, std::string_view>> said(&memory);
  // Rules of each category so far.
  std::pmr::map<std::string_view, std::size_t> before(&memory);
  bool names_it = false;  // a rule so far, what is studied
  for (std::size_t i = 0; i < rules.size(); ++i) {
    const Tokens& tokens = texts.read(view_without_separator(criteria[i].text));
    const auto match = category_of(categories(subject.words), criteria[i], tokens);
    const Category& category = *match.category;
    told.push_back(&category);
    rules[i].kind =
        match.is_sure || !needs_a_sure_word(category) ? category.kind : "other";
    rules[i].category = category.category;
    int worth = worth_in(category, list);
    const bool is_new = !criteria[i].children.empty() ||
                        said.emplace(criteria[i].text, criteria[i].group).second;
    if (worth == 0 || !is_new) {
      continue;
    }
    if (joining && studied->in(criteria[i].text, tokens)) {
      rules[i].category = "condition";
      worth = std::max(worth,
                       names_it ? worth_of_the_condition : worth_of_the_first_condition);
      names_it = true;
    }
    if (only_allows(tokens)) {
      worth = std::min(worth, worth_of_what_is_allowed);
    }
    const std::size_t repeated = before[category.id]++;
    const int place = worth_of_place * static_cast<int>(rules.size() - i) /
                      static_cast<int>(rules.size());
    rules[i].rank =
        (worth + place) *
        kept_by_repetition[std::min(repeated, kept_by_repetition.size() - 1)] / 100;
  }
  raise_always(told, list, criteria, rules);
  raise_the_only_rule(list, criteria, rules);
}

}  // namespace trialsheet
