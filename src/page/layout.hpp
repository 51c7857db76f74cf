// Layout: how a sheet is arranged, read from a file of layouts/ (layouts/README.md is the
// language).
//
// A layout says where columns stand, which block goes where, how texts are set, which
// distances may give and how far. It knows no text and no record.

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "page/lines.hpp"

namespace trialsheet {

/// A sheet of paper and the box on it that holds all marks.
struct Paper {
  std::string name;
  Length width;
  Length height;
  Point text_at;
  Length text_height;
};

/// Columns of one row stand beside each other; a row begins where the longest column of
/// the row before ends.
struct Column {
  std::string name;
  Length left;  ///< from the left edge of the text box
  Length width;
  int row = 1;
};

/// A distance that may give: least when room is short, most when there is room to spare.
struct Elastic {
  Length least;
  Length most;
};

enum class BlockKind {
  banner,
  kicker,
  title,
  what,
  code,
  facts,
  rules,
  count,
  questions,
  places,
  contacts,
  notes,
  source,
  dates,
};

struct Block {
  BlockKind kind = BlockKind::banner;
  int column =
      -1;  ///< index into Layout::columns; -1: across all, or wherever there is room
  bool lower = false;  ///< the first block of a column's lower part; these start level
};

/// A size of the body text and of the title with it.
struct Body {
  Length size;
  Length leading;
  Length title_size;
  Length title_leading;
};

/// A size of the title, and how many lines it may take before the next one is used.
struct TitleStep {
  Length size;
  Length leading;
  int lines = 1;
};

struct Styles {
  TextStyle banner;
  TextStyle kicker;
  TextStyle title;
  TextStyle heading;
  TextStyle body;
  TextStyle strong;
  TextStyle label;
  TextStyle reason;
  TextStyle detail;
  TextStyle strong_detail;
};

/// How the rows of rules are divided.
struct RuleRows {
  Length answer;   ///< width of each column of boxes to tick
  Length write;    ///< width of a column to write in, at the end; 0: there is none
  Elastic height;  ///< that a row with boxes has at least
};

/// On one page, for which room is made; or on as many as all of it needs.
enum class Pages { one, any };

struct Measures {
  Elastic row_padding;    ///< above and below the text of a rule
  Elastic question_gap;   ///< above a question
  Elastic fact_gap;       ///< above a fact
  Elastic section_gap;    ///< above a section rule
  Elastic lower_gap;      ///< above the first section rule of a column
  Elastic heading_row;    ///< height of a section's heading
  Elastic paragraph_gap;  ///< between paragraphs
};

struct Layout {
  std::string name;
  std::string description;
  Pages pages = Pages::one;
  std::vector<Paper> papers;
  std::vector<Column> columns;
  Color ink;
  std::optional<Color> accent;  ///< the colour of this name; a brand's takes its place
  Styles styles;
  std::vector<Body> bodies;       ///< largest first; the last is the standard one
  std::vector<TitleStep> titles;  ///< largest first
  Measures measures;
  RuleRows rule_rows;
  std::vector<Block> blocks;  ///< in reading order
  int least_questions = 5;
  int most_questions = 8;
  int what_lines = 7;  ///< where rules are left out, the description takes no more
  Length wait;         ///< lower parts start level if their tops differ by no more
  Length note_line;    ///< from writing line to writing line
  Length notes_from;   ///< room from which a second column gets writing lines too
  int least_note_lines = 1;

  const Paper* find_paper(std::string_view paper) const;

  /// A length that goes with body text of 12 points, grown with the body text of this
  /// layout: boxes to tick, indents, the code.
  Length grown(Length usual) const;
};

/// Reads a layout file. `file` names it in errors: where() of an Error{Fault::layout} is
/// file, line, column and JSON pointer, "mine.json:12:8 /styles/detail/size"; its message
/// says what would be right.
Layout read_layout(std::string_view json, const std::string& file);

/// The names of the layouts in the program.
std::vector<std::string> built_in_layouts();

/// A layout in the program. Throws Error{Fault::request}, naming those there are, if
/// `name` is none of them.
Layout built_in_layout(std::string_view name);

}  // namespace trialsheet
