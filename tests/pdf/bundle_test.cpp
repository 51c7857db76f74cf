// The bundle writer: what is written when, and that it is one file.

#include "pdf/bundle.hpp"

#include <catch2/catch.hpp>

#include "pdf/sample.hpp"

namespace trialsheet {

namespace {

std::vector<std::string> pieces_of(int sheets) {
  std::vector<std::string> pieces;
  BundleWriter writer(sample::pdf_fonts(),
                      [&](std::string_view bytes) { pieces.emplace_back(bytes); });
  for (int i = 0; i < sheets; ++i) {
    const std::vector<Attachment> files = {{"NCT9000000" + std::to_string(i) + ".json",
                                            "application/json",
                                            "the record",
                                            Attachment::Relationship::source,
                                            "{}",
                                            {}}};
    writer.add(sample::paragraph("Words"), "Sheet " + std::to_string(i), files);
  }
  writer.finish(sample::paragraph("Words"), "Cover", {});
  return pieces;
}

std::string joined(const std::vector<std::string>& pieces) {
  std::string all;
  for (const auto& piece : pieces)
    all += piece;
  return all;
}

}  // namespace

TEST_CASE("each sheet of a bundle is written as it is added") {
  const auto pieces = pieces_of(3);
  REQUIRE(pieces.size() == 4);  // three sheets, and the rest
  for (const auto& piece : pieces)
    CHECK(piece.size() > 300);
  CHECK(pieces[0].starts_with("%PDF-1.7"));
  CHECK(pieces[3].ends_with("%%EOF\n"));
}

TEST_CASE("a bundle ends with where its cross-reference is") {
  const auto file = joined(pieces_of(3));
  const auto start = std::stoul(file.substr(file.rfind("startxref\n") + 10));
  const auto end = file.find("\nstream", start);
  const auto head = file.substr(start, end - start);
  CHECK(head.find(" 0 obj\n<<\n/Type/XRef") < 8);
}

TEST_CASE("a bundle has one set of fonts, however many sheets") {
  const auto one = joined(pieces_of(1)).size();
  const auto three = joined(pieces_of(3)).size();
  const auto alone = write_pdf(sample::paragraph("Words"), sample::pdf_fonts()).size();
  CHECK(three < one + 2 * alone / 2);
  CHECK(joined(pieces_of(6)).size() < 3 * alone);
}

TEST_CASE("the same bundle has the same bytes") {
  CHECK(joined(pieces_of(2)) == joined(pieces_of(2)));
  CHECK(joined(pieces_of(2)) != joined(pieces_of(3)));
}

}  // namespace trialsheet
