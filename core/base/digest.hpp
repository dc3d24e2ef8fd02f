#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace boardpack::base {

/// SHA-256, in pieces.
class Digest {
 public:
  Digest();
  ~Digest();
  Digest(Digest&&) noexcept;
  Digest& operator=(Digest&&) noexcept;
  Digest(const Digest&) = delete;
  Digest& operator=(const Digest&) = delete;

  void add(std::string_view bytes);
  /// 64 hexadecimal digits; nothing may be added after it.
  std::string hex();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

std::string digestOf(std::string_view bytes);
/// Throws sdk::Error(Outside) when the file cannot be read.
std::string digestOfFile(const std::string& path);
/// 128 bits of an identifier, for columns of type Key. Text of 32 or more hexadecimal digits is a digest already (the
/// Crime ID of police.uk): 32 are taken as they stand; of more each decides, and two that differ within one run of 16
/// alone never become the same. Any other text is digested with SHA-256.
struct Key128 {
  std::uint64_t high = 0;
  std::uint64_t low = 0;
  bool operator==(const Key128&) const = default;
};
Key128 keyOf(std::string_view identifier);

/// Digests identifiers with a secret, so that nobody who lacks it can find one out by trying all there are: the first
/// 128 bits of HMAC-SHA-256 (RFC 2104, FIPS 180-4). For one thread at a time.
class KeyDigest {
 public:
  explicit KeyDigest(std::string_view secret);
  ~KeyDigest();
  KeyDigest(KeyDigest&&) noexcept;
  KeyDigest& operator=(KeyDigest&&) noexcept;
  KeyDigest(const KeyDigest&) = delete;
  KeyDigest& operator=(const KeyDigest&) = delete;

  Key128 of(std::string_view identifier);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// True of text of 32 or more hexadecimal digits, a letter among them: a digest that its source has made and published
/// (the Crime ID of police.uk), which nobody can guess. Decimal digits alone may be a number with noughts before it.
bool isPublishedDigest(std::string_view identifier);

}  // namespace boardpack::base
