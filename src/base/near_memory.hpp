// Near memory: room on the stack for what one function needs, and more from the heap
// where that is not enough.

#pragma once

#include <array>
#include <cstddef>
#include <memory_resource>

namespace trialsheet {

template <std::size_t size>
struct NearRoom {
  alignas(std::max_align_t) std::array<std::byte, size> bytes;
};

/// Not for several threads. What is kept in it must not outlive it.
template <std::size_t usual_size>
class NearMemory : private NearRoom<usual_size>,
                   public std::pmr::monotonic_buffer_resource {
 public:
  NearMemory() : monotonic_buffer_resource(this->bytes.data(), usual_size) {}
};

}  // namespace trialsheet
