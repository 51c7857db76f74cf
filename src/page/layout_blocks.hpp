// The names of blocks in layout files.

#pragma once

#include <array>
#include <string_view>
#include <utility>

#include "page/layout.hpp"

namespace trialsheet {

constexpr std::array<std::pair<std::string_view, BlockKind>, 14> block_names = {{
    {"banner", BlockKind::banner},
    {"kicker", BlockKind::kicker},
    {"title", BlockKind::title},
    {"what", BlockKind::what},
    {"code", BlockKind::code},
    {"facts", BlockKind::facts},
    {"rules", BlockKind::rules},
    {"count", BlockKind::count},
    {"questions", BlockKind::questions},
    {"places", BlockKind::places},
    {"contacts", BlockKind::contacts},
    {"notes", BlockKind::notes},
    {"source", BlockKind::source},
    {"dates", BlockKind::dates},
}};

}  // namespace trialsheet
