// Weighs choices: first everything, then less of it, then room given back.
//
// Heights are exact (the same strips that will be painted), so a choice either fits or
// does not. Each column makes room by its own steps, in the order of SHEET_DESIGN,
// section 6: what a step gives up is taken back afterwards where the room turns out to be
// there.

#include "page/fitter.hpp"

#include <algorithm>

namespace trialsheet {

using namespace literals;

namespace {

std::size_t index(int column) {
  return static_cast<std::size_t>(column);
}

int column_of(const Layout& layout, BlockKind kind) {
  for (const auto& block : layout.blocks)
    if (block.kind == kind)
      return std::max(block.column, 0);
  return 0;
}

/// With larger type, this many writing lines stay (SHEET_DESIGN, section 6).
constexpr int lines_beside_larger_type = 3;

}  // namespace

Fitter::Fitter(const Summary& summary, const Layout& layout, const Composer& composer)
    : summary_(&summary),
      layout_(&layout),
      composer_(&composer),
      story_(column_of(layout, BlockKind::rules)),
      talk_(column_of(layout, BlockKind::questions)),
      title_(column_of(layout, BlockKind::title)),
      what_(column_of(layout, BlockKind::what)) {}

/// Enough for the least writing lines however much air the column takes.
Length Fitter::least_notes(const Choice& choice) const {
  const int lines = layout_->least_note_lines;
  return lines == 0 ? Length()
                    : layout_->measures.section_gap.most +
                          notes_height(composer_->scene(choice), lines);
}

bool Fitter::fits(const Choice& choice) const {
  const auto& spare = composer_->spare(choice);
  return spare[index(story_)] >= story_reserve_ && spare[index(talk_)] >= talk_reserve_ &&
         *std::min_element(spare.begin(), spare.end()) >= Length();
}

Length Fitter::missing(const Choice& choice, int column, Length reserve) const {
  return reserve - composer_->spare(choice)[index(column)];
}

/// More air, column by column, as far as it fits.
void Fitter::take_fitting_air(Choice& choice) const {
  for (auto& air : choice.air) {
    int fitting = air;
    for (int step = most_air; step > 0; step /= 2) {
      air = std::min(fitting + step, most_air);
      if (air != fitting && fits(choice))
        fitting = air;
    }
    air = fitting;
  }
}

/// The most that a column has left in which writing lines can stand.
Length Fitter::most_for_notes(const std::vector<Length>& spare) const {
  Length most;
  for (std::size_t c = 0; c < spare.size(); ++c)
    if (composer_->is_in_last_row(static_cast<int>(c)))
      most = std::max(most, spare[c]);
  return most;
}

/// All is said and fits: larger type if even that fits with all air, else just more air.
Choice Fitter::with_room(Choice choice) const {
  for (int body = 0; body < choice.body; ++body) {
    auto larger = choice;
    larger.body = body;
    larger.air.assign(larger.air.size(), most_air);
    const auto notes = composer_->notes_gap(larger, story_) +
                       notes_height(composer_->scene(larger), lines_beside_larger_type);
    const auto& spare = composer_->spare(larger);
    if (*std::min_element(spare.begin(), spare.end()) >= Length() &&
        most_for_notes(spare) >= notes)
      return larger;
  }
  take_fitting_air(choice);
  return choice;
}

Choice Fitter::best() {
  if (composer_->row_of(story_) != composer_->row_of(talk_))
    return best_of_rows();
  auto choice = everything(*summary_, *layout_);
  const auto notes = least_notes(choice);
  story_reserve_ = notes;
  if (!fits(choice)) {
    story_reserve_ = {};
    talk_reserve_ = notes;
  }
  if (fits(choice)) {
    explain_what(choice);
    choice = with_room(std::move(choice));
  } else {
    make_room_for_talk(choice);
    make_room_for_story(choice);
    // A smaller title may have brought the lower parts so near that one now waits.
    if (!fits(choice))
      stop_waiting(choice);
    if (missing(choice, story_, notes) <= Length()) {
      // The rules left room for the writing lines: the questions need not.
      story_reserve_ = notes;
      talk_reserve_ = {};
    }
    explain_what(choice);
    give_back_to_talk(choice);
    take_fitting_air(choice);
  }
  share_spare_room(choice);
  return choice;
}

int Fitter::note_lines_in(const Choice& choice, int column, Length spare) const {
  if (!composer_->is_in_last_row(column))
    return 0;
  const auto room = spare - composer_->notes_gap(choice, column) -
                    notes_height(composer_->scene(choice), 0);
  return static_cast<int>(
      std::max<std::int64_t>(0, room.thousandths() / layout_->note_line.thousandths()));
}

/// Writing lines in the column with most room for them, in a further column from
/// notes_from on; what is left of a column without them goes into its spaces.
void Fitter::share_spare_room(Choice& choice) const {
  const auto& spare = composer_->spare(choice);
  std::vector<int> lines;
  for (std::size_t c = 0; c < spare.size(); ++c)
    lines.push_back(note_lines_in(choice, static_cast<int>(c), spare[c]));
  const auto most = std::max_element(lines.begin(), lines.end()) - lines.begin();
  for (std::size_t c = 0; c < spare.size(); ++c) {
    const auto column = static_cast<int>(c);
    if (lines[c] > 0 && (column == most || spare[c] >= layout_->notes_from))
      choice.note_lines[c] = lines[c];
    else if (const int gaps = composer_->gaps(choice, column);
             gaps > 0 && composer_->is_in_last_row(column))
      choice.stretch[c] = std::min(spare[c] / gaps, layout_->measures.section_gap.most);
  }
}

}  // namespace trialsheet
