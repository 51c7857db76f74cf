// Parts of the service: heads, forms, addresses, lines of the log.

#include <catch2/catch.hpp>

#include "base/base64.hpp"
#include "base/error.hpp"
#include "service/access_log.hpp"
#include "service/framing.hpp"
#include "service/listening.hpp"
#include "service/parameters.hpp"
#include "service/problem.hpp"
#include "service/response_head.hpp"

using namespace trialsheet;

namespace {

constexpr const char* host = "Host: x\r\n";

struct Head {
  const char* what;
  std::string head;
  int status;
};

std::string get(const std::string& fields) {
  return "GET / HTTP/1.1\r\n" + fields + "\r\n";
}

const Head heads[] = {
    {"plain", get(host), 0},
    {"1.0 needs no Host", "GET / HTTP/1.0\r\n\r\n", 0},
    {"no Host", get(""), 400},
    {"two Hosts", get(std::string(host) + host), 400},
    {"length", get(std::string(host) + "Content-Length: 5\r\n"), 0},
    {"two lengths", get(std::string(host) + "Content-Length: 5\r\nContent-Length: 5\r\n"),
     400},
    {"signed length", get(std::string(host) + "Content-Length: +5\r\n"), 400},
    {"list of lengths", get(std::string(host) + "Content-Length: 5, 5\r\n"), 400},
    {"huge length", get(std::string(host) + "Content-Length: 18446744073709551621\r\n"),
     400},
    {"chunked", get(std::string(host) + "Transfer-Encoding: Chunked\r\n"), 0},
    {"other coding", get(std::string(host) + "Transfer-Encoding: gzip\r\n"), 501},
    {"length and coding",
     get(std::string(host) + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n"), 400},
    {"two codings",
     get(std::string(host) +
         "Transfer-Encoding: chunked\r\ntransfer-encoding: chunked\r\n"),
     400},
    {"coding in 1.0", "POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n", 400},
    {"space before colon", get(std::string(host) + "A : b\r\n"), 400},
    {"folded line", get(std::string(host) + "A: b\r\n c\r\n"), 400},
    {"no field", get(std::string(host) + "A\r\n"), 400},
    {"space in target", "GET /a b HTTP/1.1\r\nHost: x\r\n\r\n", 400},
    {"two spaces", "GET  / HTTP/1.1\r\nHost: x\r\n\r\n", 400},
    {"no version", "GET /\r\nHost: x\r\n\r\n", 400},
    {"other version", "GET / HTTP/2.0\r\nHost: x\r\n\r\n", 505},
    {"bytes in target", "GET /\xC3\xA4 HTTP/1.1\r\nHost: x\r\n\r\n", 400},
};

HeadState state_of(std::string_view bytes) {
  HeadScan scan;
  auto state = HeadState::incomplete;
  for (std::size_t i = 1; i <= bytes.size() && state == HeadState::incomplete; ++i) {
    state = scan.look(bytes.substr(0, i));
  }
  return state;
}

std::string multipart(const std::string& inner) {
  return "--X\r\n" + inner + "\r\n--X--\r\n";
}

}  // namespace

TEST_CASE("heads that proxies and servers could read differently are refused") {
  for (const auto& [what, head, status] : heads) {
    CAPTURE(what);
    REQUIRE(state_of(head) == HeadState::complete);
    CHECK(framing_fault(head).status == status);
  }
}

TEST_CASE("a head ends at its empty line, however its bytes arrive") {
  HeadScan scan;
  CHECK(scan.look("GET / HTTP/1.1\r\nA: b\r\n\r") == HeadState::incomplete);
  CHECK(scan.look("GET / HTTP/1.1\r\nA: b\r\n\r\nmore") == HeadState::complete);
  CHECK(scan.length() == 24);
}

TEST_CASE("what no head holds is told at its first byte") {
  CHECK(state_of("\x16\x03\x01") == HeadState::malformed);
  CHECK(state_of("GET / HTTP/1.1\n") == HeadState::malformed);
  CHECK(state_of("GET / HTTP/1.1\rA") == HeadState::malformed);
  CHECK(state_of(std::string("GET / HTTP/1.1\r\nA: \0", 20)) == HeadState::malformed);
  CHECK(state_of("GET /" + std::string(9000, 'a')) == HeadState::too_long);
}

TEST_CASE("a target may be a whole address") {
  CHECK(origin_form("http://host:80/v1/sheet?a=b") == "/v1/sheet?a=b");
  CHECK(origin_form("https://host") == "/");
  CHECK(origin_form("/v1?next=http://x/") == "/v1?next=http://x/");
}

TEST_CASE("queries are decoded, and broken ones refused") {
  const auto query = parse_parameters("near=Lyon%2C+France&no-attach&=x&a=");
  CHECK(value_of(query, "near") == "Lyon, France");
  REQUIRE(find(query, "no-attach") != nullptr);
  CHECK(find(query, "no-attach")->empty());
  CHECK(find(query, "b") == nullptr);
  CHECK_THROWS_AS(parse_parameters("a=%4"), Problem);
  CHECK_THROWS_AS(parse_parameters("a=%zz"), Problem);
  CHECK_THROWS_AS(parse_parameters("a=%ff"), Problem);
  std::string many;
  for (int i = 0; i < 65; ++i) {
    many += "a=b&";
  }
  CHECK_THROWS_AS(parse_parameters(many), Problem);
}

TEST_CASE("the parts of a form are its values, files byte for byte") {
  const std::string bytes("{\r\n--X\0\xFF}", 10);
  const auto form = parse_multipart(
      "multipart/form-data; boundary=\"X\"",
      multipart(
          "Content-Disposition: form-data; name=\"nct\"\r\n\r\n 0515 3070\r\n--X\r\n"
          "content-disposition: form-data; filename=\"a.json\"; name=\"file\"\r\n"
          "Content-Type: application/json\r\n\r\n" +
          bytes.substr(0, 2) + bytes.substr(7)));
  CHECK(value_of(form, "nct") == " 0515 3070");
  CHECK(value_of(form, "file") == bytes.substr(0, 2) + bytes.substr(7));
}

TEST_CASE("a form that is not well formed is refused") {
  const auto parse = [](const char* type, const std::string& body) {
    return parse_multipart(type, body);
  };
  const auto good = multipart("Content-Disposition: form-data; name=\"a\"\r\n\r\nb");
  CHECK(value_of(parse("multipart/form-data; boundary=X", good), "a") == "b");
  CHECK_THROWS_AS(parse("multipart/form-data", good), Problem);
  CHECK_THROWS_AS(parse("multipart/form-data; boundary=Y", good), Problem);
  CHECK_THROWS_AS(parse("multipart/form-data; boundary=X", good.substr(0, 50)), Problem);
  CHECK_THROWS_AS(parse("multipart/form-data; boundary=X", multipart("no head")),
                  Problem);
  CHECK_THROWS_AS(parse("multipart/form-data; boundary=X", multipart("A: b\r\n\r\nc")),
                  Problem);
}

TEST_CASE("base64 brings all bytes back") {
  std::string bytes;
  for (int i = 0; i < 259; ++i) {
    bytes += static_cast<char>(i);
    CHECK(from_base64(to_base64(bytes)) == bytes);
  }
  CHECK(to_base64("trial") == "dHJpYWw=");
  CHECK(!from_base64("dHJpYWw"));
  CHECK(!from_base64("dHJp*Ww="));
}

TEST_CASE("addresses to listen at") {
  const auto tcp = read_listen_address("127.0.0.1:8080");
  CHECK(tcp.host == "127.0.0.1");
  CHECK(tcp.port == 8080);
  CHECK(read_listen_address("[::1]:80").host == "::1");
  CHECK(read_listen_address("localhost:0").host == "127.0.0.1");
  CHECK(read_listen_address("unix:/run/a.sock").path == "/run/a.sock");
  for (const char* wrong : {"8080", "127.0.0.1:", "127.0.0.1:99999", "unix:", ""}) {
    CAPTURE(wrong);
    CHECK_THROWS_AS(read_listen_address(wrong), Error);
  }
}

TEST_CASE("a line of the log is JSON that ties no trial to a person") {
  AccessEntry entry{request_id("", 0.5, 7),
                    known_method("NCT05153070"),
                    "/v1/sheet/{nct}",
                    200,
                    1234,
                    4.5,
                    0.25};
  CHECK(
      log_line(entry, 1'784'000'000) ==
      "{\"time\":\"2026-07-14T03:33:20Z\",\"id\":\"7fffffff-00000007\",\"method\":"
      "\"other\",\"route\":\"/v1/sheet/{nct}\",\"status\":200,\"bytes\":1234,\"ms\":4.5,"
      "\"waited_ms\":0.2}\n");
  CHECK(http_date(1'784'000'000) == "Tue, 14 Jul 2026 03:33:20 GMT");
}

TEST_CASE("a request id of the client's is kept if it can hold no number of a trial") {
  CHECK(request_id("1b4e28ba-2fa1-11d2-883f-0016d3cca427", 0, 1) ==
        "1b4e28ba-2fa1-11d2-883f-0016d3cca427");
  for (const char* other :
       {"NCT05153070", "abc", "a b c d e f", "\"}{\"a\":\"12345678"}) {
    CHECK(request_id(other, 0, 1) == "00000000-00000001");
  }
}

TEST_CASE("no value ends its field early") {
  auto response = response_of(200, "text/plain", "a");
  response.length = 1;
  add_field(response, "Content-Disposition", "a\r\nSet-Cookie: b\n\nc");
  const auto head = response_head(response, {"id", "date", true});
  CHECK(head ==
        "HTTP/1.1 200 OK\r\nDate: date\r\nContent-Type: text/plain\r\n"
        "Content-Disposition: a  Set-Cookie: b  c\r\nContent-Length: 1\r\n"
        "X-Request-Id: id\r\nConnection: close\r\n\r\n");
}
