// The only source that sees OpenSSL, which uses what the processor has for it.

#include "base/sha256.hpp"

#include <openssl/evp.h>

#include <new>

namespace trialsheet {

namespace {

struct FreeContext {
  void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
};

constexpr std::string_view digits = "0123456789abcdef";

/// OpenSSL fails here only for want of memory.
void require(int result) {
  if (result != 1) {
    throw std::bad_alloc();
  }
}

}  // namespace

struct Sha256Stream::Impl {
  std::unique_ptr<EVP_MD_CTX, FreeContext> context{EVP_MD_CTX_new()};
};

Sha256Stream::Sha256Stream() : impl_(new Impl) {
  require(impl_->context ? EVP_DigestInit_ex(impl_->context.get(), EVP_sha256(), nullptr)
                         : 0);
}
Sha256Stream::~Sha256Stream() = default;
Sha256Stream::Sha256Stream(Sha256Stream&&) noexcept = default;
Sha256Stream& Sha256Stream::operator=(Sha256Stream&&) noexcept = default;

void Sha256Stream::add(std::string_view bytes) {
  require(EVP_DigestUpdate(impl_->context.get(), bytes.data(), bytes.size()));
}

Sha256 Sha256Stream::finish() {
  Sha256 hash;
  require(EVP_DigestFinal_ex(impl_->context.get(), hash.bytes.data(), nullptr));
  return hash;
}

Sha256 sha256(std::string_view bytes) {
  Sha256Stream stream;
  stream.add(bytes);
  return stream.finish();
}

std::string hex(const Sha256& hash) {
  std::string text;
  for (const auto byte : hash.bytes) {
    text += digits[byte >> 4];
    text += digits[byte & 15];
  }
  return text;
}

std::optional<Sha256> parse_sha256(std::string_view text) {
  Sha256 hash;
  if (text.size() != 2 * hash.bytes.size()) {
    return std::nullopt;
  }
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto value = digits.find(text[i]);
    if (value == digits.npos) {
      return std::nullopt;
    }
    auto& byte = hash.bytes[i / 2];
    byte = static_cast<unsigned char>(byte << 4 | static_cast<unsigned char>(value));
  }
  return hash;
}

}  // namespace trialsheet
