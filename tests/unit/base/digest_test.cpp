#include "base/digest.hpp"

#include <catch2/catch.hpp>

#include <string>

using namespace boardpack::base;

TEST_CASE("SHA-256 of the examples of FIPS 180-4", "[base]") {
  CHECK(digestOf("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  CHECK(digestOf("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  Digest in_pieces;
  in_pieces.add("a");
  in_pieces.add("bc");
  CHECK(in_pieces.hex() == digestOf("abc"));
}

TEST_CASE("an identifier that is a digest keeps its first 128 bits, any other text is digested", "[base]") {
  const std::string crime_id = "0123456789abcdeffedcba9876543210" + std::string(32, '7');
  CHECK(keyOf(crime_id) == Key128{0x0123456789abcdefULL, 0xfedcba9876543210ULL});
  CHECK(keyOf("abc") == Key128{0xba7816bf8f01cfeaULL, 0x414140de5dae2223ULL});
  CHECK_FALSE(keyOf("31/12345/25") == keyOf("31/12346/25"));
  // 64 characters of which one is no hexadecimal digit are an ordinary text.
  std::string spoilt = crime_id;
  spoilt.back() = 'z';
  CHECK_FALSE(keyOf(spoilt) == keyOf(crime_id));
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
