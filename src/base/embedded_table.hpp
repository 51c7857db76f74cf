// The table of embedded files, which embedded.cmake writes. Private to embedded.cpp.

#pragma once

#include <span>
#include <string_view>

namespace trialsheet {

struct EmbeddedFile {
  std::string_view path;
  const char* begin;
  const char* end;
};

/// All embedded files, in no order.
std::span<const EmbeddedFile> embedded_table();

}  // namespace trialsheet
