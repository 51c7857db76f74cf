// Clusters: from one glyph's `cluster` to the next different one.

#include "pdf/clusters.hpp"

#include <algorithm>
#include <cstdint>

#include "base/text.hpp"
#include "page/page.hpp"

namespace trialsheet {

namespace {

/// U+2060 WORD JOINER: no width, no break, and unlike U+FEFF allowed in a ToUnicode map.
constexpr std::string_view invisible = "\u2060";

/// The end of the glyphs that share the cluster of glyph `first`.
std::size_t cluster_end(const TextRun& run, std::size_t first) {
  auto last = first + 1;
  while (last < run.glyphs.size() &&
         run.glyphs[last].cluster == run.glyphs[first].cluster)
    ++last;
  return last;
}

/// The characters of the cluster whose glyphs are [first, last). The first cluster of a
/// run starts with the run.
std::string_view cluster_text(const TextRun& run, std::size_t first, std::size_t last) {
  const std::string_view text = run.text;
  const std::size_t begin =
      first == 0 ? 0 : std::min<std::size_t>(run.glyphs[first].cluster, text.size());
  const std::size_t end =
      last < run.glyphs.size()
          ? std::min<std::size_t>(run.glyphs[last].cluster, text.size())
          : text.size();
  return text.substr(begin, end > begin ? end - begin : 0);
}

std::size_t character_size(std::string_view text) {
  return text.empty() ? 0 : character_at(text, 0).length;
}

/// The first character of `text`, or all of it if no other glyph is left to take the
/// rest.
std::string_view share(std::string_view text, std::size_t glyphs_left) {
  return glyphs_left == 1 ? text : text.substr(0, character_size(text));
}

/// Where the word of glyph `first` ends: behind its space.
std::size_t word_end(const TextRun& run, std::size_t first) {
  for (auto last = first; last < run.glyphs.size();) {
    const auto next = cluster_end(run, last);
    const auto text = cluster_text(run, last, next);
    last = next;
    if (text == " ")
      return last;
  }
  return run.glyphs.size();
}

bool has_shared_cluster(const TextRun& run, std::size_t first, std::size_t last) {
  for (auto i = first + 1; i < last; ++i)
    if (run.glyphs[i].cluster == run.glyphs[i - 1].cluster)
      return true;
  return false;
}

}  // namespace

bool is_of_letters(const TextRun& run) {
  if (run.glyphs.size() != run.text.size() || run.right_to_left)
    return false;
  std::int64_t differing = 0;
  for (std::size_t i = 0; i < run.glyphs.size(); ++i) {
    const auto& glyph = run.glyphs[i];
    differing |= static_cast<std::int64_t>(glyph.cluster ^ i) | glyph.y.thousandths();
  }
  return differing == 0;
}

void glyph_texts(const TextRun& run, std::vector<std::string_view>& texts) {
  texts.clear();
  texts.reserve(run.glyphs.size());
  while (texts.size() < run.glyphs.size()) {
    const auto first = texts.size();
    const auto last = cluster_end(run, first);
    auto rest = cluster_text(run, first, last);
    if (last - first == 1) {
      texts.push_back(rest.empty() ? invisible : rest);
      continue;
    }
    while (texts.size() < last) {
      const auto text = share(rest, last - texts.size());
      rest.remove_prefix(text.size());
      texts.push_back(text.empty() ? invisible : text);
    }
  }
}

std::vector<Segment> segments(const TextRun& run) {
  const auto count = run.glyphs.size();
  if (run.right_to_left || !has_shared_cluster(run, 0, count))
    return {{0, count, {}}};
  std::vector<Segment> out;
  for (std::size_t first = 0; first < count;) {
    const auto last = word_end(run, first);
    if (has_shared_cluster(run, first, last))
      out.push_back({first, last, cluster_text(run, first, last)});
    else if (!out.empty() && out.back().actual_text.empty())
      out.back().last = last;
    else
      out.push_back({first, last, {}});
    first = last;
  }
  return out;
}

}  // namespace trialsheet
