// Tokens: a text as words, numbers and signs, for whatever looks for words in records.

#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory_resource>
#include <string_view>
#include <vector>

#include "base/near_memory.hpp"

namespace trialsheet {

struct Token {
  enum class Kind : std::uint8_t {
    word,    ///< letters, then letters and digits: "HbA1c", "Crohn's", "naïve"
    number,  ///< digits with points and commas between them: "1,500", "0.5"
    sign,    ///< any other character that is not white space: ">", "≥", "("
  };

  std::string_view plain;  ///< in lower case, without apostrophes: "crohns"
  std::uint32_t begin;     ///< first byte in the text
  std::uint32_t end;       ///< byte after the last
  /// Of `plain`: of equal ones equal, of others hardly ever. Its highest bits are the
  /// best.
  std::uint32_t hash;
  std::uint16_t first_hash;  ///< of its first three letters, below letters_hashes
  std::uint16_t last_hash;   ///< of its last three
  Kind kind;

  /// The first eight bytes of `plain`, those it lacks as 0; of equal ones equal.
  std::uint64_t letters() const {
    std::uint64_t eight = 0;
    std::memcpy(&eight, plain.data(), sizeof eight);  // there is room behind the text
    return plain.size() < sizeof eight ? eight & first_bytes(plain.size()) : eight;
  }

  /// Of a word of fewer letters they are those of what stands around it.
  static constexpr std::size_t letters_hashes = 4096;

 private:
  /// All bits of the first `count` of eight bytes, on any machine.
  static constexpr std::uint64_t first_bytes(std::size_t count) {
    const std::uint64_t all = ~std::uint64_t{0};
    return std::endian::native == std::endian::little ? all >> 8 * (sizeof all - count)
                                                      : all << 8 * (sizeof all - count);
  }
};

/// The tokens of a text, in its order; `plain` of each looks into them.
class Tokens {
 public:
  using List = std::pmr::vector<Token>;

  /// Any bytes, but fewer than 4 GiB; linear in their number. Keeps no view of `text`.
  /// `memory`, where they are kept, must outlive them.
  explicit Tokens(std::string_view text,
                  std::pmr::memory_resource* memory = std::pmr::new_delete_resource());

  std::size_t size() const { return tokens_.size(); }
  bool empty() const { return tokens_.empty(); }
  const Token& operator[](std::size_t index) const { return tokens_[index]; }
  List::const_iterator begin() const { return tokens_.begin(); }
  List::const_iterator end() const { return tokens_.end(); }

  Tokens(const Tokens&) = delete;
  Tokens& operator=(const Tokens&) = delete;
  Tokens(Tokens&&) = delete;
  Tokens& operator=(Tokens&&) = delete;
  ~Tokens() = default;

 private:
  std::pmr::vector<char> lower_;  ///< the text, with margins around it
  List tokens_;
};

/// The tokens of a text that is looked at once: kept where this is, on the stack, unless
/// the text is long.
class NearTokens {
 public:
  explicit NearTokens(std::string_view text) : tokens_(text, &memory_) {}

  const Tokens& all() const { return tokens_; }

 private:
  NearMemory<4096> memory_;  ///< of some 50 words
  Tokens tokens_;
};

}  // namespace trialsheet
