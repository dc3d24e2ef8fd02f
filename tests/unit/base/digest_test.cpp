#include "base/digest.hpp"

#include <catch2/catch.hpp>

#include <set>
#include <string>
#include <utility>

using namespace boardpack::base;

TEST_CASE("SHA-256 of the examples of FIPS 180-4", "[base]") {
  CHECK(digestOf("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  CHECK(digestOf("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  Digest in_pieces;
  in_pieces.add("a");
  in_pieces.add("bc");
  CHECK(in_pieces.hex() == digestOf("abc"));
}

TEST_CASE("an identifier that is a digest of 128 bits is kept, any other text is digested", "[base]") {
  CHECK(keyOf("0123456789abcdeffedcba9876543210") == Key128{0x0123456789abcdefULL, 0xfedcba9876543210ULL});
  const std::string crime_id = "0123456789abcdeffedcba9876543210" + std::string(32, '7');
  CHECK(keyOf("abc") == Key128{0xba7816bf8f01cfeaULL, 0x414140de5dae2223ULL});
  CHECK_FALSE(keyOf("31/12345/25") == keyOf("31/12346/25"));
  // 64 characters of which one is no hexadecimal digit are an ordinary text.
  std::string spoilt = crime_id;
  spoilt.back() = 'z';
  CHECK_FALSE(keyOf(spoilt) == keyOf(crime_id));
}

TEST_CASE("every digit of a long identifier decides", "[base]") {
  // 33 to 96 digits; each digit in turn made each other digit, and the number of digits changed.
  for (const std::size_t length : {33U, 48U, 64U, 65U, 96U}) {
    const std::string base = "a" + std::string(length - 1, '0');
    std::set<std::pair<std::uint64_t, std::uint64_t>> seen;
    const auto add = [&](const std::string& text) {
      const Key128 key = keyOf(text);
      return seen.insert({key.high, key.low}).second;
    };
    CHECK(add(base));
    for (std::size_t at = 0; at < length; ++at) {
      for (const char digit : std::string("123456789abcdef")) {
        std::string other = base;
        if (other[at] != digit) {
          other[at] = digit;
          CHECK(add(other));
        }
      }
    }
    CHECK(add(base + "0"));
  }
  // Halves that change places.
  const std::string one = "a" + std::string(31, '1');
  const std::string two = "b" + std::string(31, '2');
  CHECK_FALSE(keyOf(one + two) == keyOf(two + one));
  CHECK(keyOf(std::string(64, 'A')) == keyOf(std::string(64, 'a')));
}

TEST_CASE("a number with noughts before it is no published digest", "[base]") {
  CHECK_FALSE(isPublishedDigest(std::string(60, '0') + "1234"));
  CHECK(isPublishedDigest(std::string(60, '0') + "123a"));
  CHECK_FALSE(isPublishedDigest(std::string(30, '0') + "a"));
}

TEST_CASE("identifiers are digested with a secret: HMAC-SHA-256 of the examples of RFC 4231", "[base]") {
  KeyDigest one(std::string(20, '\x0b'));
  CHECK(one.of("Hi There") == Key128{0xb0344c61d8db3853ULL, 0x5ca8afceaf0bf12bULL});
  KeyDigest other("Jefe");
  CHECK(other.of("what do ya want for nothing?") == Key128{0x5bdcc146bf60754eULL, 0x6a042426089575c7ULL});
  // One after another, as the rows of a file.
  CHECK(one.of("Hi There") == Key128{0xb0344c61d8db3853ULL, 0x5ca8afceaf0bf12bULL});
  CHECK_FALSE(one.of("31/12345/25") == other.of("31/12345/25"));
  CHECK_FALSE(KeyDigest("").of("31/12345/25") == keyOf("31/12345/25"));
}
