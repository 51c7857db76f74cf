// Glossary: finds terms, asks of each whether it may be explained where it stands.

#include "words/glossary.hpp"

#include <algorithm>
#include <optional>

#include "base/text.hpp"
#include "words/impl.hpp"
#include "words/insertions.hpp"
#include "words/terms.hpp"

namespace trialsheet {
namespace {

constexpr std::size_t most_glosses = 2;
/// A long form of the record that is longer explains nothing.
constexpr std::size_t longest_form = 60;

bool is_sign(const Token& token, std::string_view sign) {
  return token.kind == Token::Kind::sign && token.plain == sign;
}

bool is_joint(const Token& token) {
  return is_sign(token, "-") || is_sign(token, "/");
}

template <typename List, typename Value>
bool holds(const List& list, const Value& value) {
  return std::find(list.begin(), list.end(), value) != list.end();
}

/// Whether `name` (as by plain_name) is one of the term's own.
bool is_named(const Term& term, std::string_view name) {
  return std::any_of(term.names.begin(), term.names.end(), [&](std::string_view known) {
    return known.ends_with('*') ? name.starts_with(known.substr(0, known.size() - 1))
                                : name == known;
  });
}

}  // namespace

/// Explains the terms of one text.
class Glosser {
 public:
  using Found = Terms::Found;

  Glosser(const Terms& terms, std::string_view text, const Tokens& tokens,
          const Explained& already)
      : terms_(terms), already_(already), text_(text), tokens_(tokens) {}

  Glossed gloss() {
    reading_ = terms_.read(text_, tokens_);
    add_defined();
    std::size_t free_from = 0;
    for (const Found& found : reading_.terms) {
      if (found.first >= free_from) {
        free_from = found.end;
        if (!is_in_brackets(found.first)) {
          look_at(found);
        }
      }
    }
    keep_hardest(insertions_, most_glosses, result_.terms);
    insert(text_, insertions_, result_);
    return std::move(result_);
  }

 private:
  /// Abbreviations that only the record explains join the terms.
  void add_defined() {
    if (already_.definitions_.empty()) {
      return;
    }
    std::vector<Found> defined;
    for (std::size_t at = 0; at < tokens_.size(); ++at) {
      if (tokens_[at].kind == Token::Kind::word &&
          tokens_[at].plain.size() <= longest_abbreviation && has_capital(at) &&
          definition(at, at + 1) != nullptr && !starts_term(at)) {
        defined.push_back({Terms::none, at, at + 1, true});
      }
    }
    const auto middle =
        reading_.terms.insert(reading_.terms.end(), defined.begin(), defined.end());
    std::inplace_merge(reading_.terms.begin(), middle, reading_.terms.end(),
                       [](const Found& a, const Found& b) { return a.first < b.first; });
  }

  /// As every abbreviation has.
  bool has_capital(std::size_t token) const {
    return spelled(token, token + 1) != tokens_[token].plain;
  }

  bool starts_term(std::size_t token) const {
    return std::any_of(reading_.terms.begin(), reading_.terms.end(),
                       [&](const Found& found) { return found.first == token; });
  }

  /// In square brackets of the record's own. Asked from left to right.
  bool is_in_brackets(std::size_t token) {
    for (; counted_ < token; ++counted_) {
      open_ += is_sign(tokens_[counted_], "[") ? 1 : 0;
      open_ -= is_sign(tokens_[counted_], "]") && open_ > 0 ? 1 : 0;
    }
    return open_ > 0;
  }

  std::string_view spelled(std::size_t first, std::size_t end) const {
    const std::size_t begin = tokens_[first].begin;
    return text_.substr(begin, tokens_[end - 1].end - begin);
  }

  /// What the record says that these tokens mean; nullptr if it does not.
  const std::string* definition(std::size_t first, std::size_t end) const {
    const auto found = already_.definitions_.find(spelled(first, end));
    return found == already_.definitions_.end() ? nullptr : &found->second;
  }

  void look_at(const Found& found) {
    const std::string* defined =
        found.short_form ? definition(found.first, found.end) : nullptr;
    const Term* term = found.id == Terms::none ? nullptr : &terms_.all()[found.id];
    const bool barred = term != nullptr && already_.barred_.contains(term->id);
    if (defined != nullptr &&
        (term == nullptr || barred || already_.studied_.contains(term->id) ||
         !is_named(*term, plain_name(*defined)))) {
      look_at_defined(found, *defined);
    } else if (term != nullptr && !barred && !is_known(*term, found) &&
               (defined != nullptr || may_be_meant(*term, found))) {
      explain(found, term->id, term->gloss, term);
    }
  }

  void look_at_defined(const Found& found, const std::string& long_form) {
    const std::string id(spelled(found.first, found.end));
    const bool after_number =
        found.first > 0 && tokens_[found.first - 1].kind == Token::Kind::number;
    if (long_form.empty() || long_form.size() > longest_form || is_told(id) ||
        is_titled(id) || is_left_alone(id) || after_number) {
      return;
    }
    explain(found, id, long_form, nullptr);
  }

  /// Abbreviations that everybody knows, also where the record explains them.
  bool is_left_alone(std::string_view abbreviation) const {
    const Tokens alone(abbreviation);
    const Terms::Reading reading = terms_.read(abbreviation, alone);
    return !reading.terms.empty() && reading.terms.front().id == Terms::none;
  }

  bool is_told(std::string_view id) const {
    return already_.has(id) || holds(result_.terms, id);
  }

  /// The page's title writes it out.
  bool is_titled(std::string_view abbreviation) const {
    return already_.titled_.contains(abbreviation);
  }

  bool is_known(const Term& term, const Found& found) const {
    const bool covered =
        !term.covers.empty() &&
        std::all_of(term.covers.begin(), term.covers.end(),
                    [this](const std::string& id) { return is_told(id); });
    const bool studied = already_.studied_.contains(term.id) && !found.short_form;
    const bool titled =
        term.writes_out && found.short_form && is_titled(spelled(found.first, found.end));
    return is_told(term.id) || studied || titled || covered;
  }

  bool may_be_meant(const Term& term, const Found& found) const {
    if (!term.only_studied.empty() && !already_.sure_.contains(term.id)) {
      return false;
    }
    const bool doubtful = found.short_form || !term.has_exact;
    if (doubtful && (term.only_defined ||
                     !(term.needs.empty() || is_near(term.needs, term, found)))) {
      return false;
    }
    const std::size_t end = end_with_own_name(found, &term);
    return !stands_at(term.not_before, after(found.end), Side::begins) &&
           !stands_at(term.not_before, after(end), Side::begins) &&
           !stands_at(term.not_after, before(found.first), Side::ends) &&
           !is_near(term.not_with, term, found);
  }

  enum class Side { begins, ends };

  /// The token that follows, past a hyphen or slash.
  std::size_t after(std::size_t end) const {
    return end < tokens_.size() && is_joint(tokens_[end]) ? end + 1 : end;
  }

  /// One past the token before, past a hyphen or slash.
  std::size_t before(std::size_t first) const {
    return first > 0 && is_joint(tokens_[first - 1]) ? first - 1 : first;
  }

  bool is_one_of(const std::vector<std::string>& signs, std::size_t token) const {
    if (signs.empty() || token >= tokens_.size()) {
      return false;
    }
    return tokens_[token].kind == Token::Kind::number
               ? holds(signs, std::string_view("#"))
               : holds(signs, tokens_[token].plain);
  }

  bool stands_at(const Surroundings& what, std::size_t at, Side side) const {
    const bool begins = side == Side::begins;
    return is_one_of(what.signs, begins ? at : at - 1) ||
           std::any_of(reading_.surroundings.begin(), reading_.surroundings.end(),
                       [&](const Found& found) {
                         return (begins ? found.first : found.end) == at &&
                                holds(what.phrases, found.id);
                       });
  }

  bool is_near(const Surroundings& what, const Term& term, const Found& place) const {
    const std::size_t from = place.first - std::min(place.first, term.within);
    const std::size_t to = std::min(tokens_.size(), place.end + term.within);
    for (std::size_t at = from; at < to; ++at) {
      if (is_one_of(what.signs, at)) {
        return true;
      }
    }
    return std::any_of(reading_.surroundings.begin(), reading_.surroundings.end(),
                       [&](const Found& found) {
                         const bool apart =
                             found.end <= place.first || found.first >= place.end;
                         return apart && found.first < to && found.end > from &&
                                holds(what.phrases, found.id);
                       });
  }

  void explain(const Found& found, const std::string& id, const std::string& words,
               const Term* term) {
    if (!stands_free(found)) {
      return;
    }
    const std::size_t end = end_with_own_name(found, term);
    const bool hard =
        term == nullptr || !(term->easy || already_.studied_.contains(term->id));
    if (!may_end(end) || (already_.sentences_ && !hard)) {
      return;
    }
    const std::size_t noted = result_.terms.size();
    note(id, term);
    if (!text_explains(found, end, words)) {
      insertions_.push_back(
          {tokens_[end - 1].end, " [" + words + "]", noted, result_.terms.size(), hard});
    }
  }

  void note(const std::string& id, const Term* term) {
    result_.terms.push_back(id);
    if (term != nullptr) {
      result_.terms.insert(result_.terms.end(), term->covers.begin(), term->covers.end());
    }
  }

  /// Not joined to what is around it, as in "non-metastatic", and not in brackets alone.
  bool stands_free(const Found& found) const {
    const Token& first = tokens_[found.first];
    if (found.first > 0) {
      const Token& token = tokens_[found.first - 1];
      const bool touches = token.end == first.begin;
      const bool joint = is_joint(token) || is_sign(token, "_") || is_sign(token, "+") ||
                         is_sign(token, ")") || token.kind == Token::Kind::word;
      if ((touches && joint) || is_sign(token, "[")) {
        return false;
      }
    }
    return may_end(found.end);
  }

  /// Whether an explanation may stand before token `end`.
  bool may_end(std::size_t end) const {
    if (end < tokens_.size()) {
      const Token& token = tokens_[end];
      const bool touches = token.begin == tokens_[end - 1].end;
      const bool ends = is_sign(token, ".") || is_sign(token, ",") ||
                        is_sign(token, ";") || is_sign(token, ":") ||
                        is_sign(token, ")") || is_sign(token, "(") ||
                        is_sign(token, "?") || is_sign(token, "\"");
      return !touches || ends || is_comparison(token);
    }
    return true;
  }

  static bool is_comparison(const Token& token) {
    return is_sign(token, "<") || is_sign(token, ">") || is_sign(token, "=") ||
           is_sign(token, "\u2264") || is_sign(token, "\u2265");
  }

  /// Past another name of the term in brackets: "alanine aminotransferase (ALT)".
  std::size_t end_with_own_name(const Found& found, const Term* term) const {
    if (term == nullptr || found.end + 2 >= tokens_.size() ||
        !is_sign(tokens_[found.end], "(")) {
      return found.end;
    }
    for (const Found& other : reading_.terms) {
      if (other.first == found.end + 1 && other.id == found.id && other.short_form &&
          other.end < tokens_.size() && is_sign(tokens_[other.end], ")")) {
        return other.end + 1;
      }
    }
    return found.end;
  }

  /// Whether the record's own words explain the term, at `end` where a gloss would go or
  /// around it.
  bool text_explains(const Found& found, std::size_t end,
                     const std::string& words) const {
    if (end < tokens_.size() && explains(end)) {
      return true;
    }
    const bool alone_in_brackets = found.first > 0 && end < tokens_.size() &&
                                   is_sign(tokens_[found.first - 1], "(") &&
                                   is_sign(tokens_[end], ")");
    return alone_in_brackets ||
           lower_text().find(LowerText(words).view()) != std::string::npos;
  }

  /// An explanation begins at `token`: "(", "= ", ", a lung infection", "is defined as".
  bool explains(std::size_t token) const {
    if (is_sign(tokens_[token], "(") || is_sign(tokens_[token], "[") ||
        is_sign(tokens_[token], "\uFF08") || is_sign(tokens_[token], "=")) {
      return true;
    }
    std::size_t at = is_sign(tokens_[token], ",") ? token + 1 : token;
    if (at > token && at < tokens_.size() && is_word(at, {"a", "an", "the", "i", "ie"})) {
      return true;
    }
    at += at < tokens_.size() && is_word(at, {"is", "are", "as"}) ? 1 : 0;
    return at < tokens_.size() && is_word(at, {"defined", "means", "meaning"});
  }

  bool is_word(std::size_t at, std::initializer_list<std::string_view> words) const {
    return holds(words, tokens_[at].plain);
  }

  const std::string& lower_text() const {
    return lower_ ? *lower_ : lower_.emplace(lower_ascii(text_));
  }

  const Terms& terms_;
  const Explained& already_;
  std::string_view text_;
  const Tokens& tokens_;
  Terms::Reading reading_;
  mutable std::optional<std::string> lower_;  ///< text_, once it is asked for
  Glossed result_;
  std::vector<Insertion> insertions_;  ///< in the order of the text
  std::size_t counted_ = 0;            ///< tokens whose brackets are in open_
  int open_ = 0;
};

Glossed gloss(const Words& words, std::string_view text, const Explained& already) {
  return gloss(words, text, NearTokens(text).all(), already);
}

Glossed gloss(const Words& words, std::string_view text, const Tokens& tokens,
              const Explained& already) {
  return Glosser(words.impl().terms, text, tokens, already).gloss();
}

}  // namespace trialsheet
