// Siblings: a list typed without indentation. That "one of the following:" has children
// is sure; where they end must be read from the items: by "or" between them, by lower
// case, by limits ("≥ 9 g/dL"), or by an item that starts as only rules do ("Signed
// consent", "Women who"). Where nothing tells, the items stay rules of their own, except
// after words that promise a list: an exception must never become a rule.

#include "criteria/siblings.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "base/text.hpp"
#include "criteria/words_of.hpp"

namespace trialsheet {
namespace {

bool is_in(std::string_view list, std::string_view word) {
  return !word.empty() && stands_in(list, word);
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_lower(char c) {
  return c >= 'a' && c <= 'z';
}

bool is_lead(std::string_view text) {
  return text.ends_with(':') || text.ends_with("\xEF\xBC\x9A");
}

bool is_marked_lead(const Sibling& item) {
  return item.marker != Marker::none && is_lead(item.text);
}

/// "Adequate organ function as defined below (within 7 days)." although no colon says so.
bool points_below(const Sibling& item) {
  constexpr std::array<std::string_view, 5> pointing = {
      "as defined below", "as listed below", "as follows", "as shown below",
      "of the following"};
  std::string_view text = item.text;
  text.remove_suffix(text.ends_with('.') ? 1 : 0);
  const std::size_t open = text.ends_with(')') ? text.rfind(" (") : text.npos;
  text = text.substr(0, open);
  return item.marker != Marker::none &&
         std::any_of(pointing.begin(), pointing.end(),
                     [text](std::string_view end) { return text.ends_with(end); });
}

bool has_digit(std::string_view text) {
  return std::any_of(text.begin(), text.end(), is_digit);
}

/// The first words of an item, in lower case.
class Start {
 public:
  explicit Start(std::string_view text) : words_(words_of(text.substr(0, reach))) {}

  std::string_view word(std::size_t at) const {
    return at < words_.size() ? std::string_view(words_[at].text) : std::string_view();
  }
  bool has(std::string_view list) const {
    return std::any_of(words_.begin(), words_.end(),
                       [list](const LineWord& word) { return is_in(list, word.text); });
  }

 private:
  // Ours: what an item is about is told by its first seven or eight words.
  static constexpr std::size_t reach = 48;
  std::vector<LineWord> words_;
};

constexpr std::string_view people =
    " adults children female females individual individuals male males man men "
    "participant participants patient patients people person persons pt pts subject "
    "subjects volunteers woman women ";
/// Items that start so are rules of their own and seldom one of several under a lead.
constexpr std::string_view rule_starts =
    " ability able access age aged agree agreement agrees any be being breast-feeding "
    "breastfeeding concurrent contraindication currently enrolled fluent has have having "
    "history inability informed is known lactating life live lives must no not nursing "
    "own owns ownership participated participation pregnancy pregnant presence prior "
    "provide provides provision received receiving signed unable understand understands "
    "unwilling unwillingness use willing willingness written ";

/// "Signed informed consent", "Patients who", "Able to": but not where the first child
/// starts in the same way, nor in the words of the lead itself.
bool starts_a_rule(const Sibling& item, const Sibling& first) {
  const Start start(item.text);
  const Start pattern(first.text);
  if (start.word(0) == pattern.word(0)) {
    return false;
  }
  const bool about_people = is_in(people, start.word(0)) || is_in(people, start.word(1));
  const bool as_first = is_in(people, pattern.word(0)) || is_in(people, pattern.word(1));
  return (about_people && !as_first) || is_in(rule_starts, start.word(0)) ||
         start.has(" consent ") ||
         (start.has(people) && start.has(" must ") && !pattern.has(" must "));
}

bool ends_in_conjunction(std::string_view text) {
  const std::size_t last = text.find_last_not_of(" ,;.");
  text = text.substr(0, last == std::string_view::npos ? 0 : last + 1);
  const std::string lower =
      lower_ascii(text.substr(text.size() - std::min<std::size_t>(text.size(), 7)));
  return lower.ends_with(" or") || lower.ends_with(" and") || lower.ends_with("and/or");
}

/// "≥ 9 g/dL", "< 8".
bool has_sign(std::string_view text) {
  constexpr std::array<std::string_view, 5> signs = {"<", ">", "\xE2\x89\xA4",
                                                     "\xE2\x89\xA5", "="};
  return has_digit(text) &&
         std::any_of(signs.begin(), signs.end(), [text](std::string_view sign) {
           return text.find(sign) != std::string_view::npos;
         });
}

/// Whether the lead's last words promise a list.
bool promises_list(std::string_view lead) {
  constexpr std::array<std::string_view, 21> promises = {
      "following",    "follows:",   "one of",     "any of",        "all of",
      "either",       "such as:",   "including:", "include:",      "includes:",
      "exception",    "except",     "unless:",    "defined as",    "defined by",
      "at least one", "or more of", "criteria:",  "evidenced by:", "question:",
      "questions:"};
  constexpr std::size_t reach = 100;
  const std::string tail =
      lower_ascii(lead.substr(lead.size() - std::min(lead.size(), reach)));
  return std::any_of(promises.begin(), promises.end(), [&tail](std::string_view promise) {
    return tail.find(promise) != std::string::npos;
  });
}

/// "with the exception of:", "except:".
bool takes_back(std::string_view lead) {
  constexpr std::size_t reach = 20;
  const std::string tail =
      lower_ascii(lead.substr(lead.size() - std::min(lead.size(), reach)));
  return tail.find("except") != std::string::npos;
}

/// One lead and the items after it up to `limit`, of which it takes the first ones.
struct Candidates {
  const std::vector<Sibling>& items;
  std::size_t lead;
  std::size_t limit;

  std::size_t first() const { return lead + 1; }
  /// Behind the items from the first on that `belongs` is true of.
  template <typename Rule>
  std::size_t end_of(Rule belongs) const {
    std::size_t at = first();
    while (at < limit && belongs(items[at])) {
      ++at;
    }
    return at;
  }
};

bool is_alike(const Sibling& a, const Sibling& b) {
  return a.marker == b.marker && a.inner == b.inner && a.group == b.group;
}

std::size_t limit_after(const std::vector<Sibling>& items, std::size_t lead) {
  std::size_t at = lead + 1;
  while (at < items.size() && !is_lead(items[at].text) &&
         is_alike(items[lead], items[at])) {
    ++at;
  }
  return at;
}

/// "a, or", "b, or", "c": the items that are joined, and the one after the last "or".
std::size_t end_of_joined(const Candidates& list) {
  std::size_t end = list.first();
  // The first of three or four may only end in a comma.
  for (std::size_t at = list.first(); at < list.limit && at <= end + 1; ++at) {
    end = ends_in_conjunction(list.items[at].text) ? at + 1 : end;
  }
  return end == list.first() ? end : std::min(end + 1, list.limit);
}

std::size_t end_of_lower_case(const Candidates& list) {
  const auto is_small = [](const Sibling& item) { return is_lower(item.text[0]); };
  return is_small(list.items[list.lead]) ? list.first() : list.end_of(is_small);
}

/// "Hepatic:" among "Renal: words" and "Cardiac: words".
bool is_labelled_like(const Sibling& item, std::string_view lead) {
  constexpr std::size_t longest = 20;
  return lead.size() <= longest &&
         item.text.substr(0, longest + 2).find(": ") != std::string_view::npos;
}

/// "Adequate liver function:" takes the limits after it, up to "Adequate renal function".
std::size_t end_of_limits(const Candidates& list) {
  const Sibling& lead = list.items[list.lead];
  const Sibling& first = list.items[list.first()];
  const Start pattern(first.text);
  const bool about_people =
      is_in(people, pattern.word(0)) || is_in(people, pattern.word(1));
  if (has_digit(lead.text) || about_people) {
    return list.first();
  }
  const Start start(lead.text);
  return list.end_of([&](const Sibling& item) {
    return has_limit(item.text) && Start(item.text).word(0) != start.word(0) &&
           !is_labelled_like(item, lead.text) && !starts_a_rule(item, first);
  });
}

/// "ANC at least 750/μL" and "Platelets ≥ 75,000/μL" behind what points below.
std::size_t end_of_pointed_at(const std::vector<Sibling>& items, std::size_t lead) {
  constexpr std::size_t reach = 80;
  const Candidates list{items, lead, limit_after(items, lead)};
  const std::size_t end = list.end_of([](const Sibling& item) {
    const Start start(item.text);
    return has_sign(std::string_view(item.text).substr(0, reach)) &&
           !is_in(people, start.word(0)) && !is_in(people, start.word(1)) &&
           !is_in(rule_starts, start.word(0));
  });
  return end > list.first() + 1 ? end : list.first();
}

std::size_t end_of_promised(const Candidates& list) {
  const Sibling& lead = list.items[list.lead];
  const Sibling& first = list.items[list.first()];
  // Numbers that go on count rules.
  if (!promises_list(lead.text) || (lead.number > 0 && first.number == lead.number + 1)) {
    return list.first();
  }
  const std::size_t end = list.end_of([&first](const Sibling& item) {
    return &item == &first || !starts_a_rule(item, first);
  });
  // A single exception shows no list, and to tell the next one as an exclusion would do
  // harm: the summary asks about what is left at one level.
  const bool is_thin = end == list.first() + 1 && end < list.limit;
  return is_thin && takes_back(lead.text) ? list.first() : end;
}

std::size_t end_of_children(const std::vector<Sibling>& items, std::size_t lead) {
  const Candidates list{items, lead, limit_after(items, lead)};
  if (list.first() >= list.limit) {
    return list.first();
  }
  for (const auto& end_by :
       {end_of_joined, end_of_lower_case, end_of_promised, end_of_limits}) {
    const std::size_t end = end_by(list);
    if (end > list.first()) {
      return end;
    }
  }
  return list.first();
}

/// "Transplant evaluation" and after it "i. words", "ii. words": lettered items under one
/// that is not.
std::size_t end_of_lettered(const std::vector<Sibling>& items, std::size_t parent) {
  std::size_t at = parent + 1;
  const bool starts = at < items.size() && items[parent].inner == Marker::none &&
                      items[at].inner == Marker::letter && items[at].starts_list;
  while (starts && at < items.size() && items[at].inner == Marker::letter &&
         items[at].marker == items[parent].marker) {
    ++at;
  }
  return at > parent + 2 ? at : parent + 1;
}

/// A paragraph that ends in a colon, before one that goes on in lower case.
bool leads_on(const std::vector<Sibling>& items, std::size_t at) {
  if (items[at].marker != Marker::none || !is_lead(items[at].text) ||
      at + 1 == items.size()) {
    return false;
  }
  const Sibling& next = items[at + 1];
  return next.marker == Marker::none && !next.text.empty() && is_lower(next.text[0]);
}

}  // namespace

bool has_limit(std::string_view text) {
  constexpr std::array<std::string_view, 13> signs = {
      "<",       ">",     "\xE2\x89",   "\xE2\xA9",  "=",        " than ",
      "below ",  "above", " or higher", " or lower", " within ", "within normal",
      "at least"};
  return has_digit(text) &&
         std::any_of(signs.begin(), signs.end(), [text](std::string_view sign) {
           return text.find(sign) != std::string_view::npos;
         });
}

bool opens_as_a_rule(std::string_view text) {
  constexpr std::size_t reach = 3;
  const Start start(text);
  for (std::size_t at = 0; at < reach; ++at) {
    if (is_in(people, start.word(at)) || is_in(rule_starts, start.word(at))) {
      return true;
    }
  }
  return false;
}

bool may_take(const Sibling& item) {
  return is_lead(item.text) || (item.inner == Marker::letter && item.starts_list) ||
         points_below(item);
}

std::vector<std::size_t> leads_among(const std::vector<Sibling>& items) {
  std::vector<std::size_t> leads(items.size(), no_lead);
  for (std::size_t at = 0; at < items.size();) {
    std::size_t end = at + 1;
    if (!items[at].has_children) {
      end = is_marked_lead(items[at]) ? end_of_children(items, at)
            : leads_on(items, at)     ? at + 2
            : points_below(items[at]) ? end_of_pointed_at(items, at)
                                      : end_of_lettered(items, at);
    }
    std::fill(leads.begin() + static_cast<std::ptrdiff_t>(at) + 1,
              leads.begin() + static_cast<std::ptrdiff_t>(end), at);
    at = end;
  }
  return leads;
}

}  // namespace trialsheet
