// Clusters: which characters each glyph of a run stands for, so that copied text and
// spoken text are the characters of the run, whatever the font made of them.

#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace trialsheet {

struct TextRun;

/// Whether each glyph stands for one byte, in order, on the baseline: so it is with most
/// runs.
bool is_of_letters(const TextRun& run);

/// Sets `texts` to the text of each glyph of `run`, in order: views into run.text,
/// together all of it.
///
/// A glyph alone in its cluster stands for the whole cluster, as a ligature does. Several
/// glyphs share a cluster's characters one by one, the last taking what is left; a glyph
/// for which none is left stands for an invisible one, because PDF/UA-1 (7.21.7) and
/// PDF/A-3a (6.2.11.7.2) want every code to have a character.
void glyph_texts(const TextRun& run, std::vector<std::string_view>& texts);

/// Glyphs [first, last) that are shown together.
struct Segment {
  std::size_t first = 0;
  std::size_t last = 0;
  std::string_view actual_text;  ///< what they say, where glyph_texts() cannot; or empty
};

/// The glyphs of `run` divided where a replacement text begins or ends. Such a text
/// covers a word with its space: scripts like Devanagari put signs before the letter that
/// they follow, and then no division of a cluster among its glyphs reads right.
///
/// Runs from right to left get none: readers reverse them (PDF_WRITER_FACTS).
std::vector<Segment> segments(const TextRun& run);

}  // namespace trialsheet
