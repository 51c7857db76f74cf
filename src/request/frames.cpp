// Takes frames apart, trusting no length.

#include "request/frames.hpp"

#include <algorithm>
#include <cstdint>

#include "base/error.hpp"
#include "request/options_json.hpp"

namespace trialsheet {

namespace {

constexpr std::size_t head_size = 8;
// A length that is claimed is believed this far ahead of the bytes.
constexpr std::size_t step_size = std::size_t{1} << 20;

std::size_t length_at(std::string_view head, std::size_t at) {
  std::size_t length = 0;
  for (std::size_t i = at; i < at + 4; ++i) {
    length = length << 8 | static_cast<unsigned char>(head[i]);
  }
  return length;
}

void put_length(std::string& head, std::size_t length) {
  for (int shift = 24; shift >= 0; shift -= 8) {
    head += static_cast<char>(length >> shift & 0xFF);
  }
}

/// `size` bytes, or fewer if there are no more.
std::string read_up_to(const ReadBytes& read, std::size_t size) {
  std::string bytes;
  while (bytes.size() < size) {
    const auto had = bytes.size();
    bytes.resize(std::min(size, had + step_size));
    std::size_t now = had;
    while (now < bytes.size()) {
      const auto count = read(bytes.data() + now, bytes.size() - now);
      if (count == 0) {
        bytes.resize(now);
        return bytes;
      }
      now += count;
    }
  }
  return bytes;
}

std::string read_all(const ReadBytes& read, std::size_t size) {
  auto bytes = read_up_to(read, size);
  if (bytes.size() < size) {
    throw Error(Fault::record, "frame",
                "the input ends in the middle of a request; send it whole");
  }
  return bytes;
}

void write_answer(const Delivery& delivery, const WriteBytes& write) {
  std::string head;
  put_length(head, delivery.facts.size());
  put_length(head, delivery.body.size());
  write(head + delivery.facts);
  write(delivery.body);
}

void require_at_most(std::size_t size, std::size_t most, const char* what,
                     const WriteBytes& write) {
  if (size <= most) {
    return;
  }
  const Error error(Fault::record, "frame",
                    std::string("the length of the ") + what + " is " +
                        std::to_string(size) + " bytes; at most " + std::to_string(most) +
                        " would be right");
  write_answer(delivery_of(error), write);
  throw error;
}

}  // namespace

void serve_frames(const Answerer& answerer, const FrameOptions& options,
                  const ReadBytes& read, const WriteBytes& write) {
  for (;;) {
    auto head = read_up_to(read, head_size);
    if (head.empty()) {
      return;
    }
    head += read_all(read, head_size - head.size());
    const auto options_size = length_at(head, 0);
    const auto record_size = length_at(head, 4);
    require_at_most(options_size, largest_options, "options", write);
    require_at_most(record_size, options.most_record, "record", write);
    const auto chosen = read_all(read, options_size);
    const auto record = read_all(read, record_size);
    write_answer(answerer.answer(record, chosen, options.today()), write);
  }
}

}  // namespace trialsheet
