// Decodes queries and forms. What is not well formed is refused, not guessed at.

#include "service/parameters.hpp"

#include <array>

#include "base/text.hpp"
#include "service/message.hpp"
#include "service/problem.hpp"

namespace trialsheet {

namespace {

int hex_digit(char c) {
  constexpr std::string_view digits = "0123456789abcdef";
  const auto at = digits.find(c >= 'A' && c <= 'F' ? static_cast<char>(c + 32) : c);
  return at == digits.npos ? -1 : static_cast<int>(at);
}

char escaped_byte(std::string_view text, std::size_t at) {
  const int high = at + 1 < text.size() ? hex_digit(text[at + 1]) : -1;
  const int low = at + 2 < text.size() ? hex_digit(text[at + 2]) : -1;
  if (high < 0 || low < 0) {
    throw Problem(400, "a % in the address is not followed by two hexadecimal digits");
  }
  return static_cast<char>(high * 16 + low);
}

std::string decoded(std::string_view text) {
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '%') {
      result += escaped_byte(text, i);
      i += 2;
    } else {
      result += text[i] == '+' ? ' ' : text[i];
    }
  }
  if (find_invalid_utf8(result) != std::string::npos) {
    throw Problem(400, "a value is not UTF-8");
  }
  return result;
}

[[noreturn]] void refuse_multipart(const char* problem) {
  throw Problem(400, std::string("the form is not well formed: ") + problem);
}

void add(Parameters& parameters, Parameter parameter) {
  if (parameters.size() == most_parameters) {
    throw Problem(
        400, "there are more than " + std::to_string(most_parameters) + " parameters");
  }
  parameters.push_back(std::move(parameter));
}

/// The value of an attribute such as boundary=x or name="x".
std::string attribute(std::string_view value, std::string_view name) {
  for (auto at = value.find(';'); at != value.npos;) {
    const auto end = value.find(';', at + 1);
    const auto part = without_blanks(value.substr(at + 1, end - at - 1));
    at = end;
    const auto equals = part.find('=');
    if (equals == part.npos || !is_same_token(part.substr(0, equals), name)) {
      continue;
    }
    auto found = part.substr(equals + 1);
    if (found.size() >= 2 && found.front() == '"' && found.back() == '"') {
      found = found.substr(1, found.size() - 2);
    }
    return std::string(found);
  }
  return {};
}

/// The name in the head of a part.
std::string name_of_part(std::string_view head) {
  while (!head.empty()) {
    const auto end = head.find("\r\n");
    const auto line = head.substr(0, end);
    head = end == head.npos ? std::string_view() : head.substr(end + 2);
    const auto colon = line.find(':');
    if (colon != line.npos &&
        is_same_token(line.substr(0, colon), "content-disposition")) {
      return attribute(line.substr(colon + 1), "name");
    }
  }
  return {};
}

Parameter read_part(std::string_view part) {
  const auto gap = part.find("\r\n\r\n");
  if (gap == part.npos) {
    refuse_multipart("a part has no head");
  }
  auto name = name_of_part(part.substr(0, gap));
  if (name.empty()) {
    refuse_multipart("a part has no name");
  }
  return {std::move(name), std::string(part.substr(gap + 4))};
}

}  // namespace

Parameters parse_parameters(std::string_view text) {
  Parameters parameters;
  for (std::size_t at = 0; at < text.size();) {
    const auto end = std::min(text.find('&', at), text.size());
    const auto pair = text.substr(at, end - at);
    at = end + 1;
    if (pair.empty()) {
      continue;
    }
    const auto equals = pair.find('=');
    add(parameters,
        {decoded(pair.substr(0, equals)),
         equals == pair.npos ? std::string() : decoded(pair.substr(equals + 1))});
  }
  return parameters;
}

Parameters parse_multipart(std::string_view type, std::string_view body) {
  const auto boundary = attribute(type, "boundary");
  if (boundary.empty() || boundary.size() > 70) {  // RFC 2046, section 5.1.1
    refuse_multipart("it names no boundary");
  }
  const auto delimiter = "\r\n--" + boundary;
  if (!body.starts_with(delimiter.substr(2))) {
    refuse_multipart("it does not begin with its boundary");
  }
  body.remove_prefix(delimiter.size() - 2);
  Parameters parameters;
  while (!body.starts_with("--")) {
    if (!body.starts_with("\r\n")) {
      refuse_multipart("a boundary does not end its line");
    }
    const auto end = body.find(delimiter, 2);
    if (end == body.npos) {
      refuse_multipart("its last boundary is missing");
    }
    add(parameters, read_part(body.substr(2, end - 2)));
    body.remove_prefix(end + delimiter.size());
  }
  return parameters;
}

}  // namespace trialsheet
