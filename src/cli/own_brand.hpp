// Own brand: the file that --brand names.

#pragma once

#include "cli/arguments.hpp"

namespace trialsheet {

/// `options` with the brand that the user named, its logo from the folder of that file,
/// and its defaults where the user typed nothing; then with the layout file, if `layout`
/// is one. Throws FileError for a file that cannot be read, Error{Fault::layout} for a
/// broken one.
RenderOptions with_own_files(RenderOptions options, const BrandArguments& brand);

/// Reads the brand file with its logo and throws as above if it is broken.
void check_brand(const std::string& file);

}  // namespace trialsheet
