// Packing: records are kept compressed, because all 600,000 of the registry then take 3
// GB instead of 10, and reading less from a disk saves more time than unpacking takes.

#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace trialsheet {

/// `bytes` as zlib data (RFC 1950), whose checksum tells damage.
std::string packed(std::string_view bytes);

/// What was packed, `size` bytes; nothing if the data are damaged or of another size.
std::optional<std::string> unpacked(std::string_view data, std::size_t size);

}  // namespace trialsheet
