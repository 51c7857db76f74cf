// Categories: what a rule of the record is about, and how much that matters to a patient.
//
// The categories, the words that tell them and their worth are data (en/categories.json),
// for a clinician to correct; the words are of the record, so there is one file, in
// English.

#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/tokens.hpp"
#include "words/words.hpp"

namespace trialsheet {

class ByteWriter;
class ByteReader;

struct Category {
  std::string id;        ///< "hiv_hepatitis": what questions and tests know it by
  std::string category;  ///< "infection": what explain calls it
  std::string kind;      ///< "illnesses": key of its texts under count.kind
  int inclusion = 0;     ///< worth of such a rule in the list of who may join, 0 to 1000;
  int exclusion = 0;     ///< and of who may not. 0: never takes the room of another rule
  bool at_home = false;  ///< whether a patient can answer it without the doctor
  bool always = false;   ///< dangerous to overlook: the first of a list is always shown
};

/// The categories of a file, with their words compiled. Thread-safe once made.
class Categories {
 public:
  /// Reads `json`, the content of `file`, as README.md has it; throws
  /// Error{Fault::layout}.
  Categories(std::string_view file, std::string_view json);
  /// What pack() wrote.
  explicit Categories(ByteReader& packed);
  ~Categories();
  Categories(Categories&&) noexcept;
  Categories& operator=(Categories&&) noexcept;

  void pack(ByteWriter& writer) const;

  /// A category, and whether a strong word of it was there, not only such as may stand in
  /// rules on anything.
  struct Match {
    const Category* category;  ///< never null
    bool is_sure;
  };

  /// The one that most words of `text` tell, those at its beginning more than others; of
  /// several the first of the file. The last of the file if no word tells any.
  Match of(const Tokens& text) const;

  const std::vector<Category>& all() const;

  /// All kinds in the order of the file, "other" last.
  const std::vector<std::string>& kinds() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

/// Those that `words` were read with.
const Categories& categories(const Words& words);

/// The kinds of their categories, as above.
const std::vector<std::string>& kinds(const Words& words);

}  // namespace trialsheet
