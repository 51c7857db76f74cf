// Own brands: those that an engine of the C interface or the worker was given.
//
// A request chooses one by its name and can make nothing else be read.

#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "request/parameter.hpp"

namespace trialsheet {

struct Brand;

/// By the paths of their files, as they were given.
using OwnBrands = std::map<std::string, std::shared_ptr<const Brand>>;

/// Throws as read_brand_file().
OwnBrands read_own_brands(const std::vector<std::string>& files);

/// The brand that the parameter `brand` names, or null, and takes the parameter out; the
/// brand's defaults are put in where there are no parameters of theirs. Throws
/// Error{Fault::request}.
std::shared_ptr<const Brand> take_brand(Parameters& parameters, const OwnBrands& brands);

}  // namespace trialsheet
