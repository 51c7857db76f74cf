// Blocks: the parts of a sheet as strips of a column, measured and ready to paint.

#pragma once

#include <deque>
#include <functional>
#include <string>
#include <vector>

#include "page/choice.hpp"
#include "page/layout.hpp"
#include "page/painter.hpp"
#include "page/setter.hpp"
#include "summary/summary.hpp"

namespace trialsheet {

/// The structure nodes that strips of one block share while they are painted.
struct Branch {
  int parent = 0;
  int list = artifact;
  int body = artifact;  ///< of the item that inner_list belongs to
  int inner_list = artifact;
};

/// How a strip is tied to the one before it, where a column goes on from page to page.
enum class Tie {
  none,   ///< a page may begin with it
  loose,  ///< on the same page, if the two with what is tied to them fit one
  close,  ///< always on the same page
};

/// A horizontal part of a column. Painting it needs no measuring.
struct Strip {
  Length above;  ///< white space before it; none at the top of a column
  Length height;
  bool section_rule = false;  ///< a thick rule inside its top
  std::function<void(Painter&, Point, Branch&)> paint;
  Tie tie = Tie::none;
  /// Of the heading of a section that may go on, or of a rule that leads to others: what
  /// says so on top of a further page.
  std::vector<Strip> again = {};
};

using Strips = std::vector<Strip>;

/// What strips that stand below each other take together.
struct Extent {
  Length above;   ///< white space before the first
  Length height;  ///< from the first to the end of the last
  int strips = 0;
  int gaps = 0;               ///< strips with white space before them, but for the first
  bool section_rule = false;  ///< of the first

  bool is_empty() const { return strips == 0; }
  void add(Length above_strip, Length strip_height, bool has_section_rule);
};

Extent extent_of(const Strips& strips);

/// All that a block is made from.
struct Scene {
  const Summary* summary;
  const Layout* layout;
  const Words* words;
  const Choice* choice;
  Setter* setter;
  const Styles& styles;            ///< with the chosen sizes of body and title
  const TextStyle& standard_body;  ///< of the layout's size whatever was chosen

  Length width(int column) const;
  Length elastic(const Elastic& measure, int column) const;
  const SetText& set(std::string_view text, const TextStyle& style, Length width) const;

  /// A text of the record in a sheet of another language runs in its own direction.
  const SetText& set(const Wording& wording, const TextStyle& style, Length width) const;

  /// The chosen wording, or the last where there are fewer.
  const Wording& wording(const Statement& statement, int depth) const;

  /// The language to mark a node with; empty where it is the sheet's own. Lives as long
  /// as the wording, or if it is empty for ever.
  const std::string& node_language(const Wording& wording) const;
};

/// `style` with the leading that texts in the sheet's own script have.
TextStyle in_own_script(TextStyle style);

/// The styles of a layout with the sizes that choices take; made once for each. For one
/// thread; what it gives stays as long as it does.
class ChosenStyles {
 public:
  ChosenStyles(const Layout& layout, LineHeight line_height);

  const Styles& of(const Choice& choice);
  const TextStyle& standard_body() const { return standard_body_; }

 private:
  struct Known {
    int body;
    int title;
    Styles styles;
  };

  const Layout* layout_;
  LineHeight line_height_;
  TextStyle standard_body_;
  std::deque<Known> known_;
};

/// The strips of `block` in `column`.
Strips block_strips(const Scene& scene, BlockKind block, int column);

/// The heading of a section: a rule, then the H2, which leaves `beside` free at its end.
Strip heading_strip(const Scene& scene, int column, Length above,
                    const std::string& heading, Length beside = {});

/// One text in one style as a strip of its own, tagged as a paragraph. A wording that
/// names its language lives as long as the strip.
Strip text_strip(const Scene& scene, int column, Length above, const Wording& wording,
                 const TextStyle& style);

Strips rules_strips(const Scene& scene, int column);
Strips count_strips(const Scene& scene, int column);

/// What a rule over the first strip of `block` adds to its height.
Length inset_below_rule(const Scene& scene, BlockKind block);

/// `strip`, the first of `block`, with a rule over it, which it has not by itself.
Strip below_rule(const Scene& scene, BlockKind block, Strip strip, Length above);

/// `strip`, tied to the one before it.
Strip tied(Strip strip, Tie tie);

/// Whether the choice shows a rule, and no other row says it.
bool is_on_page(const Scene& scene, std::size_t block, std::size_t rule);

/// The height of a block's heading, with or without the heads of the tick columns beside
/// it.
Length heading_height(const Scene& scene, int column, const RuleBlock& block,
                      bool has_heads);

/// What a sentence in the place of rules takes.
Length sentence_height(const Scene& scene, int column, const std::string& sentence);

/// The space above the heading of a block of rules.
Length above_block(const Scene& scene, int column, bool is_first);

Strips code_strips(const Scene& scene, int column);
Strips facts_strips(const Scene& scene, int column);
Strips questions_strips(const Scene& scene, int column);

/// Measures the same without making strips: of questions most choices are weighed. Of one
/// summary, layout and column. For one thread.
class QuestionHeights {
 public:
  Extent extent(const Scene& scene, int column);

 private:
  /// A question with what stands over it, each where the summary has it.
  struct Known {
    const std::string* head;
    const Wording* text;
    int body;
    Length height;
  };

  std::vector<Known> known_;
};

Strips places_strips(const Scene& scene, int column);
Strips contacts_strips(const Scene& scene, int column);

/// The writing lines at the end of a column.
Strip notes_strip(const Scene& scene, int column, Length above, int lines);

/// The height that `lines` writing lines take without the space above.
Length notes_height(const Scene& scene, int lines);

/// The banner across all columns; no strips for a study open to all.
Strips banner_strips(const Scene& scene, Length width);

/// What the footer of a column says, without the rule over it.
Strips footer_strips(const Scene& scene, BlockKind block, int column);

}  // namespace trialsheet
