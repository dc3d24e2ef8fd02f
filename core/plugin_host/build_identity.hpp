#pragma once
#include <string>
#include <string_view>

namespace boardpack::plugin_host {

/// What the exported name of every build identity starts with.
inline constexpr std::string_view kIdentityPrefix = "boardpack_sdk_";

/// The identity of this program's own build.
std::string ownIdentity();

/// An identity as a person reads it: "ABI 1, headers 0011aabb, gcc 12, C++ 202002, libstdc++ 12, strings 1, debug
/// containers 0".
std::string describeIdentity(std::string_view identity);

/// Which parts differ: "the SDK's headers and the C++ standard"; "" when that cannot be told.
std::string identityDifference(std::string_view one, std::string_view other);

}  // namespace boardpack::plugin_host
