// Settings: a name for all that decides what a record's sheet looks like.

#pragma once

#include <string>

#include "render.hpp"

namespace trialsheet {

/// Equal on two machines if they make the same sheets: of the same version, options,
/// languages, and fonts for the scripts in common use. `own_texts` is what the user has
/// given beside the options: the texts of own languages. Renders a sheet, and so throws
/// Error for options that no sheet can be made with.
std::string settings_of(const Engine& engine, const RenderOptions& options,
                        const std::string& own_texts);

}  // namespace trialsheet
