// Streams: bytes as they will stand in the file, and the filter that reads them back.

#pragma once

#include <string>
#include <string_view>

namespace trialsheet {

struct Stream {
  enum class Filter { none, flate };

  std::string bytes;
  Filter filter = Filter::none;
};

/// `data` compressed (ISO 32000-1, 7.4.4).
Stream deflated(std::string_view data);

/// `data` as it is.
Stream plain(std::string data);

}  // namespace trialsheet
