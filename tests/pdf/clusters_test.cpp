// Tests of clusters: whose characters a glyph stands for.

#include "pdf/clusters.hpp"

#include <catch2/catch.hpp>

#include "page/page.hpp"

namespace trialsheet {

namespace {

using Texts = std::vector<std::string_view>;

/// A run whose glyphs have these clusters.
TextRun run(std::string text, const std::vector<std::uint32_t>& clusters) {
  TextRun out;
  out.text = std::move(text);
  for (const auto cluster : clusters)
    out.glyphs.push_back({1, cluster, {}, {}});
  return out;
}

/// Views into `run`, which lives as long as the expression it is made in.
Texts texts_of(const TextRun& run) {
  Texts texts{"what was there before"};
  glyph_texts(run, texts);
  return texts;
}

std::vector<std::string> actual_texts(const TextRun& run) {
  std::vector<std::string> out;
  for (const auto& segment : segments(run))
    out.emplace_back(segment.actual_text);
  return out;
}

}  // namespace

TEST_CASE("a glyph of its own stands for its whole cluster") {
  CHECK(texts_of(run("abc", {0, 1, 2})) == Texts{"a", "b", "c"});
  CHECK(texts_of(run("ffix", {0, 3})) == Texts{"ffi", "x"});
  CHECK(texts_of(run("e\u0301x", {0, 1, 3})) == Texts{"e", "\u0301", "x"});
}

TEST_CASE("glyphs of one cluster share its characters in order") {
  CHECK(texts_of(run("\u0915\u093F", {0, 0})) == Texts{"\u0915", "\u093F"});
  CHECK(texts_of(run("abcd", {0, 0})) == Texts{"a", "bcd"});
}

TEST_CASE("a glyph for which no character is left stands for an invisible one") {
  CHECK(texts_of(run("ab", {0, 0, 1})) == Texts{"a", "\u2060", "b"});
}

TEST_CASE("clusters that make no sense are no reason to crash") {
  CHECK(texts_of(run("ab", {9, 1, 0})) == Texts{"a", "\u2060", "ab"});
  CHECK(texts_of(run("", {0, 4})) == Texts{"\u2060", "\u2060"});
}

TEST_CASE("only words with a shared cluster carry a replacement text") {
  CHECK(actual_texts(run("ab cd", {0, 1, 2, 3, 4})) == std::vector<std::string>{""});
  CHECK(actual_texts(run("a b xy c d", {0, 1, 2, 3, 4, 4, 6, 7, 8, 9})) ==
        std::vector<std::string>{"", "xy ", ""});
}

TEST_CASE("runs from right to left carry none") {
  auto arabic = run("\u0644\u0627", {0, 0});
  arabic.right_to_left = true;
  CHECK(actual_texts(arabic) == std::vector<std::string>{""});
}

}  // namespace trialsheet
