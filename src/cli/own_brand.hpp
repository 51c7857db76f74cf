// Own brand: the file that --brand names.

#pragma once

#include "cli/arguments.hpp"
#include "request/parameter.hpp"

namespace trialsheet {

/// `options` with the brand that the user named, its logo from the folder of that file,
/// and its defaults where the user typed nothing; then with the layout file, if `layout`
/// is one. Throws FileError for a file that cannot be read, Error{Fault::layout} for a
/// broken one.
RenderOptions with_own_files(RenderOptions options, const BrandArguments& brand);

/// The defaults of `brand`, by the names of the options.
Parameters presets_of(const Brand& brand);

}  // namespace trialsheet
