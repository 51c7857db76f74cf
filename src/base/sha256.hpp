// SHA-256: names for content that nobody can give to other content (FIPS 180-4), and that
// sha256sum can check.

#pragma once

#include <array>
#include <compare>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace trialsheet {

struct Sha256 {
  std::array<unsigned char, 32> bytes{};

  friend auto operator<=>(const Sha256&, const Sha256&) = default;
};

Sha256 sha256(std::string_view bytes);

/// Sixty-four small hexadecimal digits.
std::string hex(const Sha256& hash);
std::optional<Sha256> parse_sha256(std::string_view digits);

/// The same of bytes that come one after the other. Not thread-safe.
class Sha256Stream {
 public:
  Sha256Stream();
  ~Sha256Stream();
  Sha256Stream(Sha256Stream&&) noexcept;
  Sha256Stream& operator=(Sha256Stream&&) noexcept;

  void add(std::string_view bytes);
  Sha256 finish();  ///< once

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace trialsheet
