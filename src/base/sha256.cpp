// The only source that sees OpenSSL, which uses what the processor has for it. Loaded
// when the first hash is wanted (base/loaded_library.hpp).

#include "base/sha256.hpp"

#include <openssl/evp.h>

#include <new>

#include "base/loaded_library.hpp"

namespace trialsheet {

namespace {

struct Digests {
  decltype(&EVP_DigestFinal_ex) final;
  decltype(&EVP_DigestInit_ex) init;
  decltype(&EVP_DigestUpdate) update;
  decltype(&EVP_MD_CTX_free) free;
  decltype(&EVP_MD_CTX_new) make;
  decltype(&EVP_sha256) sha256;
};

Digests load() {
  const LoadedLibrary library(TRIALSHEET_LIBCRYPTO,
                              "content cannot be told apart without it; install OpenSSL");
  Digests digests{};
  library.find("EVP_DigestFinal_ex", digests.final);
  library.find("EVP_DigestInit_ex", digests.init);
  library.find("EVP_DigestUpdate", digests.update);
  library.find("EVP_MD_CTX_free", digests.free);
  library.find("EVP_MD_CTX_new", digests.make);
  library.find("EVP_sha256", digests.sha256);
  return digests;
}

const Digests& openssl() {
  static const Digests library = load();
  return library;
}

struct FreeContext {
  void operator()(EVP_MD_CTX* context) const { openssl().free(context); }
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
  std::unique_ptr<EVP_MD_CTX, FreeContext> context{openssl().make()};
};

Sha256Stream::Sha256Stream() : impl_(new Impl) {
  require(impl_->context
              ? openssl().init(impl_->context.get(), openssl().sha256(), nullptr)
              : 0);
}
Sha256Stream::~Sha256Stream() = default;
Sha256Stream::Sha256Stream(Sha256Stream&&) noexcept = default;
Sha256Stream& Sha256Stream::operator=(Sha256Stream&&) noexcept = default;

void Sha256Stream::add(std::string_view bytes) {
  require(openssl().update(impl_->context.get(), bytes.data(), bytes.size()));
}

Sha256 Sha256Stream::finish() {
  Sha256 hash;
  require(openssl().final(impl_->context.get(), hash.bytes.data(), nullptr));
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
