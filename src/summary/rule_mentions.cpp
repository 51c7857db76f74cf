// Rule mentions: a rule is in a line if something that it is about has a plain name.

#include "summary/rule_mentions.hpp"

#include <algorithm>
#include <optional>

#include "base/isolate.hpp"
#include "base/tokens.hpp"
#include "summary/rule_lines.hpp"
#include "summary/subject.hpp"
#include "words/mentions.hpp"

namespace trialsheet {
namespace {

constexpr const char* criteria_source =
    "/protocolSection/eligibilityModule/eligibilityCriteria";

/// More names than these are not read.
constexpr std::size_t most_names = 6;

/// A line may leave out as many rules of most worth for their room, which are then shown
/// by themselves.
constexpr std::size_t most_left_out = 3;

constexpr int most_worth = 1500;

/// What is dangerous to overlook is worth more than this only if shown in full.
constexpr int most_worth_of_a_name = 800;

/// A rule of a block, and the names of what it is about.
struct Named {
  std::size_t rule;
  int worth;
  int rows;  ///< that it takes by itself, about
  std::vector<const MentionName*> names;
  bool is_more;  ///< than the names tell
};

template <typename Item>
bool holds(const std::vector<Item>& list, const Item& item) {
  return std::find(list.begin(), list.end(), item) != list.end();
}

/// In the words of the record, or as these were said in English.
std::string whole_text(const Rule& rule) {
  const Wording& wording = rule.statement.wordings.back();
  std::string text =
      wording.proved.empty() ? without_isolates(wording.text) : wording.proved;
  for (const Rule& child : rule.children) {
    text += " " + whole_text(child);
  }
  return text;
}

/// "Genital abnormalities, an implant, an erectile aid, or nitrates" are four things with
/// four signs between them: where hardly one of them has a name, that has to be said.
bool is_about_more(const Tokens& text, std::size_t names) {
  constexpr std::size_t most_joints_of_a_name = 4;
  const auto joints = std::count_if(text.begin(), text.end(), [](const Token& token) {
    return token.plain == "," || token.plain == ";" || token.plain == "or";
  });
  return most_joints_of_a_name * names <= static_cast<std::size_t>(joints);
}

/// The tokens of the rule, if these were read before; but for quotation marks, which are
/// so many bytes.
const Tokens* tokens_of(const RuleTexts& texts, const Rule& rule, std::size_t marks) {
  const Wording& wording = rule.statement.wordings.back();
  const bool has_only_its_words = rule.children.empty() && wording.proved.empty() &&
                                  !wording.said.empty() &&
                                  wording.text.size() == wording.said.size() + marks &&
                                  wording.text.find(wording.said) != wording.text.npos;
  return has_only_its_words ? texts.find(wording.said) : nullptr;
}

/// Which rules another row says already, together with others.
std::vector<bool> joined_rules(const RuleBlock& block) {
  std::vector<bool> joined(block.rules.size(), false);
  for (const Rule& rule : block.rules) {
    for (const std::size_t place : rule.stands_for) {
      joined[place] = true;
    }
  }
  return joined;
}

/// The rows of the column that the rule takes by itself, about.
int rows_of(const Rule& rule) {
  constexpr std::size_t letters_of_a_row = 42;
  return 1 +
         static_cast<int>(rule.statement.wordings.back().text.size() / letters_of_a_row);
}

/// For each line the rules that it can name, those of most worth first.
std::vector<std::vector<Named>> nameable(const Words& words, const RuleTexts& texts,
                                         const RuleBlock& block) {
  const std::vector<MentionLine>& lines = mentions(words).lines();
  std::vector<std::vector<Named>> found(lines.size());
  const std::size_t marks = quoted(words, "x").size() - 1;
  const std::vector<bool> joined = joined_rules(block);
  for (std::size_t i = 0; i < block.rules.size(); ++i) {
    const Rule& rule = block.rules[i];
    if (rule.covered || !rule.counted || joined[i] ||
        !mentions(words).can_name(block.id, rule.category)) {
      continue;
    }
    const Tokens* known = tokens_of(texts, rule, marks);
    std::optional<NearTokens> own;
    const Tokens& text = known != nullptr ? *known : own.emplace(whole_text(rule)).all();
    if (auto named = mentions(words).in(block.id, rule.category, text)) {
      const bool is_more =
          lines[named->line].tells_more && is_about_more(text, named->names.size());
      found[named->line].push_back(
          {i, rule.rank, rows_of(rule), std::move(named->names), is_more});
    }
  }
  for (std::vector<Named>& rules : found) {
    std::stable_sort(rules.begin(), rules.end(),
                     [](const Named& a, const Named& b) { return a.worth > b.worth; });
  }
  return found;
}

/// The names of a line, and the rules that one of them names.
struct Content {
  std::vector<const MentionName*> names;
  std::vector<std::size_t> rules;
  int worth = 0;
  bool is_more = false;
};

/// Takes out the rule that is worth most for the room it takes.
void leave_out_one(std::vector<Named>& rules) {
  rules.erase(
      std::min_element(rules.begin(), rules.end(), [](const Named& a, const Named& b) {
        return a.worth * b.rows > b.worth * a.rows;
      }));
}

Content content_of(const std::vector<Named>& rules) {
  Content content;
  content.names.reserve(most_names);
  content.rules.reserve(rules.size());
  for (const Named& rule : rules) {
    for (const MentionName* name : rule.names) {
      if (content.names.size() < most_names && !holds(content.names, name)) {
        content.names.push_back(name);
      }
    }
    if (holds(content.names, rule.names.front())) {
      content.rules.push_back(rule.rule);
      content.worth += std::min(rule.worth, most_worth_of_a_name);
      content.is_more = content.is_more || rule.is_more;
    }
  }
  return content;
}

std::string said(const Words& words, const MentionName& name) {
  const std::string key = "rules.name." + name.id;
  return name.as.empty() ? words.text(key) : words.text(key, {{"name", name.as}});
}

Rule make_line(const Words& words, const MentionLine& line, const RuleBlock& block,
               const Content& content) {
  std::vector<std::string> names;
  names.reserve(content.names.size() + 1);
  for (const MentionName* name : content.names) {
    names.push_back(said(words, *name));
  }
  if (content.is_more) {
    names.push_back(words.text("rules.more"));
  }
  const Rule& first = block.rules[content.rules.front()];
  Rule made;
  made.statement = {block.id + "." + line.id,
                    criteria_source,
                    {{words.plural("rules.mention." + line.id,
                                   static_cast<std::int64_t>(content.rules.size()),
                                   {{"names", words.list(names)}}),
                      Tier::structured, ""}}};
  made.rank = std::min(content.worth * line.worth / 100, most_worth);
  made.kind = first.kind;
  made.category = first.category;
  made.counted = false;
  made.ask_only = true;
  made.stands_for = content.rules;
  return made;
}

/// Where the rules of the record begin, behind those made from fields.
std::size_t first_of_the_record(const RuleBlock& block) {
  const auto first = std::find_if(block.rules.begin(), block.rules.end(),
                                  [](const Rule& rule) { return rule.counted; });
  return static_cast<std::size_t>(first - block.rules.begin());
}

}  // namespace

void add_mentions(const Words& words, const RuleTexts& texts, RuleBlock& block) {
  std::vector<Rule> leading;
  std::vector<Rule> lines;
  std::vector<std::vector<Named>> named = nameable(words, texts, block);
  for (std::size_t i = 0; i < named.size(); ++i) {
    const MentionLine& line = mentions(words).lines()[i];
    std::vector<Named>& rules = named[i];
    const auto least = static_cast<std::size_t>(std::max(line.least, 1));
    for (std::size_t left_out = 0; left_out <= most_left_out && rules.size() >= least;
         ++left_out) {
      const Content content = content_of(rules);
      if (content.rules.size() < least) {
        break;
      }
      (line.leads ? leading : lines).push_back(make_line(words, line, block, content));
      leave_out_one(rules);
    }
  }
  insert_lines(std::move(lines), block.rules.size(), block);
  insert_lines(std::move(leading), first_of_the_record(block), block);
}

}  // namespace trialsheet
