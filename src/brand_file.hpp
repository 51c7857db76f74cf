// Brand files: what a clinic puts around its sheets, for RenderOptions::brand.

#pragma once

#include <memory>
#include <string>

#include "base/error.hpp"

namespace trialsheet {

struct Brand;

/// The brand in the file at `path` (samples/brands/README.md is the language), with its
/// logo from the same folder. Read once it serves any number of sheets and threads. Its
/// `defaults` are not taken: RenderOptions says all. Throws Error: Fault::setup for a
/// file that cannot be read, Fault::layout with file, line and place for a broken one.
[[gnu::visibility("default")]] std::shared_ptr<const Brand> read_brand_file(
    const std::string& path);

}  // namespace trialsheet
