// Reads a head strictly.

#include "service/framing.hpp"

#include <algorithm>

#include "service/message.hpp"

namespace trialsheet {

namespace {

bool is_token_character(char c) {
  constexpr std::string_view others = "!#$%&'*+-.^_`|~";
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
         others.find(c) != others.npos;
}

bool is_token(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), is_token_character);
}

bool is_digits(std::string_view text) {
  return !text.empty() && text.size() <= 18 &&
         text.find_first_not_of("0123456789") == text.npos;
}

/// Whether byte `at` may stand in a head, given the byte before it.
bool may_stand(std::string_view bytes, std::size_t at) {
  const auto c = static_cast<unsigned char>(bytes[at]);
  const bool after_return = at > 0 && bytes[at - 1] == '\r';
  if (after_return || c == '\n') {
    return after_return && c == '\n';
  }
  return (c >= ' ' && c != 0x7F) || c == '\t' || c == '\r';
}

/// How often each field that frames the message occurs, and what it says.
struct Framing {
  std::size_t fields = 0;
  int hosts = 0;
  int lengths = 0;
  int encodings = 0;
  std::string_view length;
  std::string_view encoding;

  void add(std::string_view name, std::string_view value) {
    ++fields;
    if (is_same_token(name, "host")) {
      ++hosts;
    } else if (is_same_token(name, "content-length")) {
      ++lengths;
      length = value;
    } else if (is_same_token(name, "transfer-encoding")) {
      ++encodings;
      encoding = value;
    }
  }
};

FramingFault fault_of_line(std::string_view line, bool& is_old) {
  const auto first = line.find(' ');
  const auto last = line.rfind(' ');
  if (first == line.npos || first == last || line.find(' ', first + 1) != last) {
    return {400, "the request line is not method, target and version"};
  }
  const auto target = line.substr(first + 1, last - first - 1);
  const auto version = line.substr(last + 1);
  const auto is_visible = [](char c) { return c > ' ' && c < 0x7F; };
  if (!is_token(line.substr(0, first)) || target.empty() ||
      !std::all_of(target.begin(), target.end(), is_visible)) {
    return {400, "the request line holds what no method or target may"};
  }
  if (!version.starts_with("HTTP/") || version.size() != 8) {
    return {400, "the request line names no version of HTTP"};
  }
  is_old = version == "HTTP/1.0";
  if (!is_old && version != "HTTP/1.1") {
    return {505, "HTTP/1.1 and 1.0 are spoken here"};
  }
  return {};
}

FramingFault fault_of_framing(const Framing& framing, bool is_old) {
  if (framing.hosts > 1 || (framing.hosts == 0 && !is_old)) {
    return {400, "there must be exactly one Host"};
  }
  if (framing.lengths > 1 || (framing.lengths == 1 && !is_digits(framing.length))) {
    return {400, "Content-Length must be one number"};
  }
  if (framing.encodings == 0) {
    return {};
  }
  if (framing.lengths > 0 || is_old || framing.encodings > 1) {
    return {400, "Transfer-Encoding stands alone, and in HTTP/1.1"};
  }
  return is_same_token(framing.encoding, "chunked")
             ? FramingFault{}
             : FramingFault{501, "the only Transfer-Encoding known here is chunked"};
}

/// Takes the line that `text` begins with.
std::string_view take_line(std::string_view& text) {
  const auto end = text.find("\r\n");
  const auto line = text.substr(0, end);
  text.remove_prefix(end + 2);
  return line;
}

}  // namespace

HeadState HeadScan::look(std::string_view bytes) {
  for (; seen_ < bytes.size() && seen_ < most_head; ++seen_) {
    if (!may_stand(bytes, seen_)) {
      return HeadState::malformed;
    }
    if (seen_ >= 3 && bytes.substr(seen_ - 3, 4) == "\r\n\r\n") {
      length_ = ++seen_;
      return HeadState::complete;
    }
  }
  return seen_ == most_head ? HeadState::too_long : HeadState::incomplete;
}

FramingFault framing_fault(std::string_view head) {
  bool is_old = false;
  if (auto fault = fault_of_line(take_line(head), is_old); fault.status != 0) {
    return fault;
  }
  Framing framing;
  while (!head.starts_with("\r\n")) {
    const auto line = take_line(head);
    const auto colon = line.find(':');
    if (colon == line.npos || !is_token(line.substr(0, colon))) {
      return {400, "a line of the head is no field"};
    }
    framing.add(line.substr(0, colon), without_blanks(line.substr(colon + 1)));
  }
  if (framing.fields > most_fields) {
    return {431, "there are more than " + std::to_string(most_fields) + " fields"};
  }
  return fault_of_framing(framing, is_old);
}

std::string origin_form(std::string_view target) {
  for (const std::string_view scheme : {"http://", "https://"}) {
    if (target.starts_with(scheme)) {
      const auto slash = target.find('/', scheme.size());
      return slash == target.npos ? "/" : std::string(target.substr(slash));
    }
  }
  return std::string(target);
}

}  // namespace trialsheet
