// Signs: found one after the other, each once.

#include "criteria/signs.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace trialsheet {
namespace {

constexpr auto npos = std::string_view::npos;

bool starts_in_conjunction(std::string_view text) {
  const std::string lower = lower_ascii(text.substr(0, 7));
  return lower.starts_with("or ") || lower.starts_with("and ") ||
         lower.starts_with("and/or");
}

bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}

/// Bytes of the bullet at `at` if a space or the end of a word stands before it.
std::size_t bullet_at(std::string_view text, std::size_t at) {
  constexpr std::u32string_view bullets = U"•·▪▫●○■□◆‣➢\uF0B7\uF0A7\uF0D8";
  if (static_cast<unsigned char>(text[at]) < 0x80) {
    return 0;
  }
  const Character found = character_at(text, at);
  const bool spaced = at > 0 && text[at - 1] == ' ' && at + found.length < text.size() &&
                      text[at + found.length] == ' ';
  return spaced && bullets.find(found.code) != npos ? found.length : 0;
}

std::size_t dash_at(std::string_view text, std::size_t at, bool after_heading) {
  const bool dash = text[at] == '-' && at > 0 && at + 2 < text.size() &&
                    text[at + 1] == ' ' && is_upper(text[at + 2]);
  return dash && (after_heading || text[at - 1] == ' ') ? 1 : 0;
}

/// Whether what stands at `at` goes on with the rule before it.
bool goes_on_at(std::string_view text, std::size_t at) {
  const std::string_view next = text.substr(at, 5);
  return next.starts_with("They ") || next.starts_with("This ") ||
         next.starts_with("Note");
}

/// Whether the dash at `at` is glued to the end of a rule, or stands after its full stop,
/// and the next begins after it: neither a name of two words nor a sentence that goes on.
bool parts_two_rules(std::string_view text, std::size_t at) {
  constexpr std::size_t shortest = 8;  // ours: a rule before it has as many letters
  if (text[at] != '-' || at < shortest || at + shortest > text.size() ||
      text[at + 1] != ' ' || !is_upper(text[at + 2]) || goes_on_at(text, at + 2)) {
    return false;
  }
  if (text[at - 1] == ' ') {
    return text[at - 2] == '.' || text[at - 2] == ';';
  }
  constexpr std::string_view prefixes =
      " anti co inter intra long non post pre re self semi short sub ";
  const std::size_t word = text.substr(0, at).rfind(' ') + 1;  // npos + 1 is 0
  const bool named = is_upper(text[word]) && text[at - 1] != '.';
  const std::string before = ' ' + lower_ascii(text.substr(word, at - word)) + ' ';
  return !named && prefixes.find(before) == npos;
}

/// Bytes of the bullet at `at` that is glued to the end of a rule: "stenosis.\u2022
/// Gout".
std::size_t glued_bullet_at(std::string_view text, std::size_t at) {
  constexpr std::string_view bullet = "\xE2\x80\xA2";
  const std::size_t next = at + bullet.size();
  const bool ends_rule = at > 0 && (text[at - 1] == '.' || text[at - 1] == ';');
  const bool found = ends_rule && text.substr(at).starts_with(bullet) &&
                     next + 1 < text.size() &&
                     is_upper(text[text[next] == ' ' ? next + 1 : next]);
  return found ? bullet.size() : 0;
}

/// Whether the semicolon at `at` parts two rules: outside of parentheses.
class Depth {
 public:
  bool outside(char c) {
    depth_ += c == '(' || c == '[' ? 1 : c == ')' || c == ']' ? -1 : 0;
    return depth_ <= 0;
  }

 private:
  int depth_ = 0;
};

std::vector<std::string_view> cut_at_semicolons(std::string_view text) {
  constexpr std::string_view full_width = "\xEF\xBC\x9B";
  std::vector<std::string_view> parts;
  Depth depth;
  std::size_t start = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool wide = text.substr(at).starts_with(full_width);
    if (depth.outside(text[at]) && (text[at] == ';' || wide)) {
      parts.push_back(trimmed(text.substr(start, at - start)));
      start = at + (wide ? full_width.size() : 1);
    }
  }
  const std::string_view last = trimmed(text.substr(start));
  if (!last.empty()) {
    parts.push_back(last);
  }
  return parts;
}

/// Takes the numbers off parts that are counted up, the first with or without its own:
/// "a; 3. b; 4. c".
void take_numbers(std::vector<std::string_view>& parts) {
  std::vector<Line> lines;
  lines.reserve(parts.size());
  for (const std::string_view part : parts) {
    lines.push_back(read_line(part, 0));
  }
  for (std::size_t at = 1; at < lines.size(); ++at) {
    const bool follows = at == 1 || lines[at].ordinal == lines[at - 1].ordinal + 1;
    if (lines[at].ordinal == 0 || !follows) {
      return;
    }
  }
  for (std::size_t at = 0; at < parts.size(); ++at) {
    const bool counted = lines[at].ordinal > 0 && lines[at].inner == Marker::none;
    parts[at] = counted ? lines[at].text : parts[at];
  }
}

}  // namespace

bool ends_in_conjunction(std::string_view text) {
  const std::string lower = lower_ascii(text);
  return lower.ends_with(" or") || lower.ends_with(" and") || lower.ends_with("and/or");
}

std::vector<std::string_view> symbol_parts(std::string_view text, Marker marker,
                                           bool after_heading) {
  const bool dashes = marker == Marker::dash;
  std::vector<std::string_view> parts;
  std::size_t start = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const std::size_t symbol =
        dashes ? dash_at(text, at, after_heading) : bullet_at(text, at);
    if (symbol > 0) {
      parts.push_back(trimmed(text.substr(start, at - start)));
      start = at + symbol;
    }
  }
  parts.push_back(trimmed(text.substr(start)));
  const bool empty = std::any_of(parts.begin(), parts.end(),
                                 [](std::string_view part) { return !has_words(part); });
  const std::size_t least = dashes && !after_heading ? 3 : 2;
  return empty || parts.size() < least ? std::vector<std::string_view>{} : parts;
}

std::vector<std::string_view> glued_parts(std::string_view text) {
  std::vector<std::string_view> parts;
  if (text.find("- ") == npos && text.find("\xE2\x80\xA2") == npos) {
    return parts;  // of nearly every line
  }
  Depth depth;
  std::size_t start = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!depth.outside(text[at])) {
      continue;
    }
    const std::size_t sign = parts_two_rules(text, at) ? 1 : glued_bullet_at(text, at);
    if (sign > 0) {
      parts.push_back(trimmed(text.substr(start, at - start)));
      start = at + sign;
    }
  }
  if (!parts.empty()) {
    parts.push_back(trimmed(text.substr(start)));
  }
  return parts;
}

std::vector<std::string_view> semicolon_parts(std::string_view text) {
  constexpr std::size_t least = 4;
  std::vector<std::string_view> parts = cut_at_semicolons(text);
  if (parts.size() < least ||
      text.substr(0, static_cast<std::size_t>(parts[1].data() - text.data())).find(':') !=
          npos) {
    return {};
  }
  const auto is_joined = [&parts](std::string_view part) {
    const bool last = part.data() == parts.back().data();
    return !has_words(part) || ends_in_conjunction(part) ||
           (!last && starts_in_conjunction(part));
  };
  if (std::any_of(parts.begin(), parts.end(), is_joined)) {
    return {};
  }
  take_numbers(parts);
  return parts;
}

}  // namespace trialsheet
