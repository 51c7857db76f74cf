// Tar: the ustar format of POSIX.1-2017 (pax, "ustar Interchange Format"), as far as
// files with short names need it.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace trialsheet {

constexpr std::uint64_t tar_block = 512;

/// The header of a file with mode 0644, of nobody, of 1970. `name` is at most 100 bytes
/// of ASCII; `size` under 8 GiB.
std::string tar_header(std::string_view name, std::uint64_t size);

/// Zeros that fill the last block of a file.
std::string tar_padding(std::uint64_t size);

/// What ends an archive: two blocks of zeros.
std::string tar_end();

/// Of header, file and padding.
std::uint64_t tar_size(std::uint64_t size);

}  // namespace trialsheet
