// The colour profile that gives the page's RGB numbers a meaning (output intent).

#pragma once

#include <string>

#include "pdf/deflate.hpp"

namespace trialsheet {

/// sRGB (IEC 61966-2-1) as an ICC profile of version 4.
const std::string& srgb_profile();

/// The same as a stream, deflated once.
const Stream& srgb_stream();

}  // namespace trialsheet
