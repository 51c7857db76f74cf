// Own brand: the file that --brand names.

#pragma once

#include <memory>
#include <string>

#include "cli/arguments.hpp"
#include "request/parameter.hpp"

namespace trialsheet {

/// `options` with the brand that the user named, its logo from the folder of that file,
/// and its defaults where the user typed nothing; then with the layout file, if `layout`
/// is one. Throws FileError for a file that cannot be read, Error{Fault::layout} for a
/// broken one.
RenderOptions with_own_files(RenderOptions options, const BrandArguments& brand);

/// The brand in a file, with its logo. Throws as above.
std::shared_ptr<const Brand> read_own_brand(const std::string& file);

/// The defaults of `brand`, by the names of the options.
Parameters presets_of(const Brand& brand);

}  // namespace trialsheet
