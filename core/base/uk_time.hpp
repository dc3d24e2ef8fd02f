#pragma once
#include <cstdint>

namespace boardpack::base {

/// UK local time of a moment, both in seconds since 1970-01-01T00:00:00 on their own clock. Summer time by the rule in
/// force since 1996 (last Sunday of March to last Sunday of October, 01:00 UTC), not by the machine's zone tables, so
/// that no machine gives another month. Source: Summer Time Order 2002.
std::int64_t ukLocalFromUtc(std::int64_t utc_seconds);

}  // namespace boardpack::base
