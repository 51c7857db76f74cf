// SHA-1 after RFC 3174, method 1. The constants are those of its section 5.

#include "base/sha1.hpp"

#include <array>
#include <bit>
#include <cstdint>

namespace trialsheet {

namespace {

constexpr std::size_t block_size = 64;

using State = std::array<std::uint32_t, 5>;

std::uint32_t word_at(std::string_view block, std::size_t at) {
  std::uint32_t word = 0;
  for (std::size_t i = at; i < at + 4; ++i) {
    word = word << 8 | static_cast<unsigned char>(block[i]);
  }
  return word;
}

std::array<std::uint32_t, 80> schedule(std::string_view block) {
  std::array<std::uint32_t, 80> words{};
  for (std::size_t t = 0; t < 16; ++t) {
    words[t] = word_at(block, 4 * t);
  }
  for (std::size_t t = 16; t < 80; ++t) {
    words[t] = std::rotl(words[t - 3] ^ words[t - 8] ^ words[t - 14] ^ words[t - 16], 1);
  }
  return words;
}

/// The function and the constant of round `t`, added up.
std::uint32_t mixed(std::size_t t, std::uint32_t b, std::uint32_t c, std::uint32_t d) {
  if (t < 20) {
    return ((b & c) | (~b & d)) + 0x5A827999;
  }
  if (t < 40) {
    return (b ^ c ^ d) + 0x6ED9EBA1;
  }
  return t < 60 ? ((b & c) | (b & d) | (c & d)) + 0x8F1BBCDC : (b ^ c ^ d) + 0xCA62C1D6;
}

void take_in(State& state, std::string_view block) {
  const auto words = schedule(block);
  auto [a, b, c, d, e] = state;
  for (std::size_t t = 0; t < 80; ++t) {
    const auto next = std::rotl(a, 5) + mixed(t, b, c, d) + e + words[t];
    e = d;
    d = c;
    c = std::rotl(b, 30);
    b = a;
    a = next;
  }
  state = {state[0] + a, state[1] + b, state[2] + c, state[3] + d, state[4] + e};
}

void append(std::string& bytes, std::uint64_t value, int size) {
  for (int shift = 8 * (size - 1); shift >= 0; shift -= 8) {
    bytes += static_cast<char>(value >> shift & 0xFF);
  }
}

/// What is left after the whole blocks, filled up to whole blocks with the length.
std::string padded(std::string_view rest, std::uint64_t size) {
  std::string blocks(rest);
  blocks += '\x80';
  while (blocks.size() % block_size != block_size - 8) {
    blocks += '\0';
  }
  append(blocks, 8 * size, 8);
  return blocks;
}

void take_in_all(State& state, std::string_view blocks) {
  for (std::size_t at = 0; at + block_size <= blocks.size(); at += block_size) {
    take_in(state, blocks.substr(at, block_size));
  }
}

}  // namespace

std::string sha1(std::string_view bytes) {
  State state = {0x67452301, 0xEFCDAB89, 0x98BADCFE, 0x10325476, 0xC3D2E1F0};
  take_in_all(state, bytes);
  const auto whole = bytes.size() - bytes.size() % block_size;
  take_in_all(state, padded(bytes.substr(whole), bytes.size()));
  std::string digest;
  for (const auto word : state) {
    append(digest, word, 4);
  }
  return digest;
}

}  // namespace trialsheet
