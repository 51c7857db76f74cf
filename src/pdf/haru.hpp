// The objects of a file, as libharu holds them.
//
// libharu has the catalog, the pages and the information, and writes dictionaries;
// entries go in as finished syntax through its hooks, for its own writing of numbers,
// names and streams differs from version to version. Further objects are numbers: a page
// has two hundred, and nobody asks for one that is written. No libharu type leaves
// haru.cpp.

#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "pdf/syntax.hpp"

namespace trialsheet {

/// The objects of one file, for one thread. Every function throws Error{Fault::setup} if
/// libharu reports a failure.
class ObjectGraph {
 public:
  ObjectGraph();
  ~ObjectGraph();
  ObjectGraph(const ObjectGraph&) = delete;
  ObjectGraph& operator=(const ObjectGraph&) = delete;

  /// What every file has. The catalog knows the pages; each has its Type already.
  Id catalog() const;
  Id pages() const;
  Id information() const;

  /// The number of a further dictionary.
  Id add();

  /// Appends the dictionary with these entries to `out`.
  void write(Id id, std::string_view entries, std::string& out);

  /// All numbers in use are below this; 0 is none.
  std::size_t size() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace trialsheet
