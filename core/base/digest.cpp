#include "base/digest.hpp"

#include "base/system.hpp"

#include <boardpack/sdk/error.hpp>

#include <fmt/format.h>
#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <openssl/params.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <vector>

namespace boardpack::base {
namespace {

constexpr std::size_t kBlock = 1 << 20;

/// The value of each hexadecimal digit, -1 for every other character. A table, since a Crime ID has 64 of them and a
/// year of a force has a hundred thousand Crime IDs.
constexpr std::array<std::int8_t, 256> kHexDigits = [] {
  std::array<std::int8_t, 256> digits{};
  digits.fill(-1);
  for (int i = 0; i < 10; ++i) {
    digits[static_cast<std::size_t>('0' + i)] = static_cast<std::int8_t>(i);
  }
  for (int i = 0; i < 6; ++i) {
    digits[static_cast<std::size_t>('a' + i)] = static_cast<std::int8_t>(10 + i);
    digits[static_cast<std::size_t>('A' + i)] = static_cast<std::int8_t>(10 + i);
  }
  return digits;
}();

int hexDigit(char c) { return kHexDigits[static_cast<unsigned char>(c)]; }

/// 64 bits of 16 hexadecimal digits; false when one is none.
bool readHex(std::string_view sixteen, std::uint64_t& value) {
  value = 0;
  int any = 0;
  for (const char c : sixteen) {
    const int digit = hexDigit(c);
    any |= digit;
    value = value << 4 | static_cast<std::uint64_t>(digit & 15);
  }
  return any >= 0;
}

__extension__ using Wide = unsigned __int128;

// Odd, so that multiplying by it loses nothing: digits of the golden ratio and of e.
constexpr Wide kMultiplier = static_cast<Wide>(0x9E3779B97F4A7C15u) << 64 | 0xB7E151628AED2A6Bu;

bool isHex(std::string_view text) {
  int any = 0;
  for (const char c : text) {
    any |= hexDigit(c);
  }
  return any >= 0;
}

/// A polynomial of the runs of 16 digits and of their number.
Key128 keyOfLongDigest(std::string_view digits) {
  Wide sum = digits.size();
  while (!digits.empty()) {
    std::uint64_t run = 0;
    readHex(digits.substr(0, 16), run);
    sum = sum * kMultiplier + run;
    digits.remove_prefix(std::min<std::size_t>(16, digits.size()));
  }
  return {static_cast<std::uint64_t>(sum >> 64), static_cast<std::uint64_t>(sum)};
}

}  // namespace

struct Digest::State {
  EVP_MD_CTX* context = EVP_MD_CTX_new();
  State() { EVP_DigestInit_ex(context, EVP_sha256(), nullptr); }
  ~State() { EVP_MD_CTX_free(context); }
  State(const State&) = delete;
  State& operator=(const State&) = delete;
};

Digest::Digest() : state_(std::make_unique<State>()) {}
Digest::~Digest() = default;
Digest::Digest(Digest&&) noexcept = default;
Digest& Digest::operator=(Digest&&) noexcept = default;

void Digest::add(std::string_view bytes) { EVP_DigestUpdate(state_->context, bytes.data(), bytes.size()); }

std::string Digest::hex() {
  std::array<unsigned char, 32> bytes{};
  unsigned int length = 0;
  EVP_DigestFinal_ex(state_->context, bytes.data(), &length);
  std::string text;
  text.reserve(64);
  for (const unsigned char byte : bytes) {
    text += fmt::format("{:02x}", byte);
  }
  return text;
}

std::string digestOf(std::string_view bytes) {
  Digest digest;
  digest.add(bytes);
  return digest.hex();
}

std::string digestOfFile(const std::string& path) {
  const OpenFile file = openFile(path);
  Digest digest;
  std::vector<char> block(kBlock);
  std::size_t read = 0;
  while ((read = std::fread(block.data(), 1, block.size(), file.get())) > 0) {
    digest.add({block.data(), read});
  }
  if (std::ferror(file.get()) != 0) {
    throw sdk::Error(sdk::ErrorKind::Outside,
                     fmt::format("The file {} cannot be read. Check that it is there and that you may read it.", path));
  }
  return digest.hex();
}

Key128 keyOf(std::string_view identifier) {
  Key128 key;
  if (identifier.size() == 32 && readHex(identifier.substr(0, 16), key.high) &&
      readHex(identifier.substr(16, 16), key.low)) {
    return key;
  }
  if (isPublishedDigest(identifier)) {
    return keyOfLongDigest(identifier);
  }
  const std::string digest = digestOf(identifier);
  readHex(std::string_view(digest).substr(0, 16), key.high);
  readHex(std::string_view(digest).substr(16, 16), key.low);
  return key;
}

bool isPublishedDigest(std::string_view identifier) {
  const auto isLetter = [](char c) { return c > '9'; };
  return identifier.size() >= 32 && isHex(identifier) && std::any_of(identifier.begin(), identifier.end(), isLetter);
}

struct KeyDigest::State {
  EVP_MAC* algorithm = EVP_MAC_fetch(nullptr, "HMAC", nullptr);
  EVP_MAC_CTX* context = EVP_MAC_CTX_new(algorithm);
  State() = default;
  ~State() {
    EVP_MAC_CTX_free(context);
    EVP_MAC_free(algorithm);
  }
  State(const State&) = delete;
  State& operator=(const State&) = delete;
};

namespace {

[[noreturn]] void failToDigest() {
  throw sdk::Error(sdk::ErrorKind::Outside,
                   "Identifiers could not be digested: the system's OpenSSL has no HMAC-SHA-256. Install its default "
                   "provider, then run again.");
}

std::uint64_t bigEndian(const unsigned char* bytes) {
  std::uint64_t value = 0;
  for (int i = 0; i < 8; ++i) {
    value = value << 8 | bytes[i];
  }
  return value;
}

}  // namespace

KeyDigest::KeyDigest(std::string_view secret) : state_(std::make_unique<State>()) {
  std::array<char, 7> name{"SHA256"};
  const std::array<OSSL_PARAM, 2> parameters{OSSL_PARAM_construct_utf8_string(OSSL_MAC_PARAM_DIGEST, name.data(), 0),
                                             OSSL_PARAM_construct_end()};
  // An empty secret is one too: what it keys is a plain digest of another kind.
  const std::string key = secret.empty() ? std::string(1, '\0') : std::string(secret);
  if (state_->context == nullptr || EVP_MAC_init(state_->context, reinterpret_cast<const unsigned char*>(key.data()),
                                                 key.size(), parameters.data()) != 1) {
    failToDigest();
  }
}

KeyDigest::~KeyDigest() = default;
KeyDigest::KeyDigest(KeyDigest&&) noexcept = default;
KeyDigest& KeyDigest::operator=(KeyDigest&&) noexcept = default;

Key128 KeyDigest::of(std::string_view identifier) {
  std::array<unsigned char, 32> bytes{};
  std::size_t length = 0;
  const bool is_digested = EVP_MAC_init(state_->context, nullptr, 0, nullptr) == 1 &&
                           EVP_MAC_update(state_->context, reinterpret_cast<const unsigned char*>(identifier.data()),
                                          identifier.size()) == 1 &&
                           EVP_MAC_final(state_->context, bytes.data(), &length, bytes.size()) == 1;
  if (!is_digested || length != bytes.size()) {
    failToDigest();
  }
  return {bigEndian(bytes.data()), bigEndian(bytes.data() + 8)};
}

}  // namespace boardpack::base
