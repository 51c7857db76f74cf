// Reading a charstring once, copying what draws.
//
// The operands of each operator are known only when it is met, so they are copied first;
// those of a call or a hint are then taken back.

#include "pdf/cff_outline.hpp"

#include <vector>

namespace trialsheet {

namespace {

constexpr int deepest_call = 10;  // Technical Note 5177, appendix B
constexpr std::size_t longest_outline = 65'535;

enum Operator : int {
  hstem = 1,
  vstem = 3,
  callsubr = 10,
  return_op = 11,
  escape = 12,
  endchar = 14,
  hstemhm = 18,
  hintmask = 19,
  cntrmask = 20,
  vstemhm = 23,
  shortint = 28,
  callgsubr = 29,
};

/// The flex operators are the only ones of two bytes that draw.
constexpr int first_flex = 34;
constexpr int last_flex = 37;

class Flattener {
 public:
  Flattener(const CffTable& table, const CffPart& part) : table_(table), part_(part) {}

  std::string flat(const SfntBytes& outline) {
    run(outline, 0);
    return std::move(out_);
  }

 private:
  struct Operand {
    std::size_t at;  ///< in out_
    int value;
  };

  void run(const SfntBytes& code, int depth);
  std::size_t number(const SfntBytes& code, std::size_t at);
  std::size_t command(const SfntBytes& code, std::size_t at, int depth);
  void call(const CffIndex* subrs, const SfntBytes& code, int depth);
  void drop_hints();
  void copy(const SfntBytes& code, std::size_t at, std::size_t size) {
    out_ += code.part(at, size).view();
  }

  const CffTable& table_;
  const CffPart& part_;
  std::string out_;
  std::vector<Operand> operands_;
  std::size_t stems_ = 0;
  bool has_width_passed_ = false;  ///< a first operator may have a width before it
  bool ended_ = false;
};

void Flattener::run(const SfntBytes& code, int depth) {
  if (depth > deepest_call)
    code.fail("subroutines of its CFF table call each other too deeply");
  for (std::size_t at = 0; at < code.size() && !ended_;) {
    const int first = code.u8(at);
    if (first == return_op)
      return;
    at += first >= 32 || first == shortint ? number(code, at) : command(code, at, depth);
    if (out_.size() > longest_outline)
      code.fail("a glyph is longer than a charstring may be");
  }
}

/// Copies a number; returns its size.
std::size_t Flattener::number(const SfntBytes& code, std::size_t at) {
  const int first = code.u8(at);
  std::size_t size = 1;
  int value = first - 139;
  if (first == shortint) {
    size = 3;
    value = code.i16(at + 1);
  } else if (first == 255) {
    size = 5;
    value = code.i16(at + 1);  // a fraction is never a subroutine's number
  } else if (first >= 247) {
    size = 2;
    value = first >= 251 ? -(first - 251) * 256 - code.u8(at + 1) - 108
                         : (first - 247) * 256 + code.u8(at + 1) + 108;
  }
  operands_.push_back({out_.size(), value});
  copy(code, at, size);
  return size;
}

/// Copies an operator, or does what it says; returns its size.
std::size_t Flattener::command(const SfntBytes& code, std::size_t at, int depth) {
  const int op = code.u8(at);
  switch (op) {
    case callsubr:
      call(part_.subrs ? &*part_.subrs : nullptr, code, depth);
      return 1;
    case callgsubr:
      call(&table_.global_subrs(), code, depth);
      return 1;
    case hstem:
    case vstem:
    case hstemhm:
    case vstemhm:
      drop_hints();
      return 1;
    case hintmask:
    case cntrmask:
      drop_hints();
      return 1 + (stems_ + 7) / 8;
    default:
      break;
  }
  if (op == escape && (code.u8(at + 1) < first_flex || code.u8(at + 1) > last_flex))
    code.fail("its CFF table calculates, which no font of today does");
  const std::size_t size = op == escape ? 2 : 1;
  copy(code, at, size);
  operands_.clear();
  has_width_passed_ = true;
  ended_ = op == endchar;
  return size;
}

/// Subroutines are counted from a bias, so that small numbers do (5177, 4.7).
void Flattener::call(const CffIndex* subrs, const SfntBytes& code, int depth) {
  if (!subrs || operands_.empty())
    code.fail("a glyph calls a subroutine that its CFF table does not have");
  const auto [at, value] = operands_.back();
  operands_.pop_back();
  out_.resize(at);
  const int bias = subrs->count() < 1'240    ? 107
                   : subrs->count() < 33'900 ? 1'131
                                             : 32'768;
  if (value + bias < 0)
    code.fail("a glyph calls a subroutine that its CFF table does not have");
  run((*subrs)[static_cast<std::size_t>(value + bias)], depth + 1);
}

/// Takes back the operands of stems: they come in pairs, and a glyph's width may stand
/// before the first.
void Flattener::drop_hints() {
  const bool has_width = !has_width_passed_ && operands_.size() % 2 == 1;
  const std::size_t kept = has_width ? 1 : 0;
  stems_ += operands_.size() / 2;
  if (operands_.size() > kept)
    out_.resize(operands_[kept].at);
  operands_.clear();
  has_width_passed_ = true;
}

}  // namespace

std::string flat_outline(const CffTable& table, std::uint16_t glyph) {
  return Flattener(table, table.parts()[table.part_of(glyph)])
      .flat(table.glyphs()[glyph]);
}

}  // namespace trialsheet
