// What fonts/fonts.json says as bytes, which the build puts into the program.

#pragma once

#include <string>
#include <string_view>

namespace trialsheet {

/// Of the content of fonts/fonts.json. Throws as read_face_entries().
std::string packed_face_entries(std::string_view json);

}  // namespace trialsheet
