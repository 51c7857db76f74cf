// Compression by libdeflate, level 1. Over 55 real pages level 6 took 2.3 times as long,
// 120 microseconds of a page, for 600 of its 27,000 bytes; for the attached record 2.8
// times as long for 7 percent of it.

#include "pdf/deflate.hpp"

#include <libdeflate.h>

#include <memory>
#include <new>
#include <utility>

namespace trialsheet {

namespace {

constexpr int level = 1;

struct FreeCompressor {
  void operator()(libdeflate_compressor* compressor) const {
    libdeflate_free_compressor(compressor);
  }
};

using Compressor = std::unique_ptr<libdeflate_compressor, FreeCompressor>;

/// One per thread, because making one touches several hundred kilobytes. It keeps nothing
/// from one call to the next, so the bytes do not depend on the thread.
libdeflate_compressor& compressor() {
  thread_local const Compressor one(libdeflate_alloc_compressor(level));
  if (!one)
    throw std::bad_alloc();
  return *one;
}

/// What is compressed is compressed into the same memory, unless it is longer than most
/// streams of a page.
constexpr std::size_t usual_room = std::size_t{1} << 16;

std::string compressed(std::string_view data, char* room, std::size_t most) {
  const auto size =
      libdeflate_zlib_compress(&compressor(), data.data(), data.size(), room, most);
  return {room, size};
}

}  // namespace

Stream deflated(std::string_view data) {
  thread_local const auto usual = std::make_unique_for_overwrite<char[]>(usual_room);
  const auto most = libdeflate_zlib_compress_bound(&compressor(), data.size());
  if (most <= usual_room)
    return {compressed(data, usual.get(), most), Stream::Filter::flate};
  const auto room = std::make_unique_for_overwrite<char[]>(most);
  return {compressed(data, room.get(), most), Stream::Filter::flate};
}

Stream plain(std::string data) {
  return {std::move(data), Stream::Filter::none};
}

}  // namespace trialsheet
