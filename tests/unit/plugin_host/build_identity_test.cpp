#include "plugin_host/build_identity.hpp"

#include <catch2/catch.hpp>

using namespace boardpack::plugin_host;

namespace {

constexpr const char* kOne = "boardpack_sdk_abi1_headers0011aabb_gcc12_cxx202002L_libstdcxx12_strings1_debug0";

}  // namespace

TEST_CASE("an identity is read out in words") {
  CHECK(describeIdentity(kOne) ==
        "ABI 1, headers 0011aabb, gcc 12, C++ 202002, libstdc++ 12, strings 1, debug containers 0");
}

TEST_CASE("a difference is named by its parts") {
  CHECK(identityDifference(kOne, kOne).empty());
  CHECK(identityDifference(kOne, "boardpack_sdk_abi1_headersffffffff_gcc12_cxx202002L_libstdcxx12_strings1_debug0") ==
        "the SDK's headers");
  CHECK(identityDifference(kOne, "boardpack_sdk_abi2_headersffffffff_clang14_cxx202002L_libstdcxx12_strings1_debug1") ==
        "the ABI number, the SDK's headers, the compiler and the debug containers");
}

TEST_CASE("an identity of another shape is shown as it stands, and what differs is not guessed") {
  CHECK(describeIdentity("boardpack_sdk_abi9") == "boardpack_sdk_abi9");
  CHECK(identityDifference(kOne, "boardpack_sdk_abi9").empty());
}

TEST_CASE("this program's identity has every part") {
  CHECK(identityDifference(ownIdentity(), kOne) != "");
  CHECK(ownIdentity().starts_with("boardpack_sdk_abi2_headers"));
}
