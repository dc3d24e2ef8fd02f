#include "base/decimal_arithmetic.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <optional>
#include <string_view>

namespace boardpack::base {
namespace {

__extension__ using Wide = __int128;

constexpr int kMostDecimals = 9;
constexpr std::int64_t kMostAmount = 999'999'999'999'999;  // of 15 digits: a double tells each of them from the next
constexpr double kLargest = 1e15;

/// A number in decimals: `amount` / 10^`decimals`.
struct Plain {
  std::int64_t amount = 0;
  int decimals = 0;
};

constexpr std::int64_t powerOfTen(int exponent) {
  std::int64_t power = 1;
  for (int i = 0; i < exponent; ++i) {
    power *= 10;
  }
  return power;
}

/// Nothing where the shortest decimal that reads back as the number needs too many digits.
std::optional<Plain> plainOf(double value) {
  if (!(std::abs(value) < kLargest)) {
    return std::nullopt;
  }
  if (value == std::trunc(value)) {
    return Plain{static_cast<std::int64_t>(value), 0};
  }
  std::array<char, 400> buffer{};
  const auto [end, fault] =
      std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::fixed);
  if (fault != std::errc()) {
    return std::nullopt;
  }
  const std::string_view text(buffer.data(), static_cast<std::size_t>(end - buffer.data()));
  const std::size_t point = text.find('.');
  const std::size_t decimals = point == std::string_view::npos ? 0 : text.size() - point - 1;
  if (decimals > static_cast<std::size_t>(kMostDecimals)) {
    return std::nullopt;
  }
  Plain plain{.amount = 0, .decimals = static_cast<int>(decimals)};
  for (const char c : text) {
    if (c >= '0' && c <= '9') {
      plain.amount = plain.amount * 10 + (c - '0');
      if (plain.amount > kMostAmount) {
        return std::nullopt;
      }
    }
  }
  plain.amount = value < 0 ? -plain.amount : plain.amount;
  return plain;
}

/// `amount` / `divisor`, which are exact as doubles, so that their quotient is the double nearest to it.
std::optional<double> nearest(Wide amount, Wide divisor) {
  constexpr Wide kExact = Wide{1} << 53;
  if (amount > kExact || amount < -kExact || divisor > kExact) {
    return std::nullopt;
  }
  return static_cast<double>(static_cast<std::int64_t>(amount)) /
         static_cast<double>(static_cast<std::int64_t>(divisor));
}

/// Both amounts with as many decimals.
struct Aligned {
  Wide a, b;
  int decimals;
};

std::optional<Aligned> aligned(double a, double b) {
  const std::optional<Plain> left = plainOf(a);
  const std::optional<Plain> right = plainOf(b);
  if (!left || !right) {
    return std::nullopt;
  }
  const int decimals = std::max(left->decimals, right->decimals);
  return Aligned{Wide{left->amount} * powerOfTen(decimals - left->decimals),
                 Wide{right->amount} * powerOfTen(decimals - right->decimals), decimals};
}

bool isAboveInBinary(double a, double b) { return a - b > kSameWithin * std::max(std::abs(a), std::abs(b)); }

}  // namespace

double sumOf(double a, double b) { return differenceOf(a, -b); }

double differenceOf(double a, double b) {
  if (const std::optional<Aligned> both = aligned(a, b)) {
    if (const std::optional<double> exact = nearest(both->a - both->b, powerOfTen(both->decimals))) {
      return *exact;
    }
  }
  return isSame(a, b) ? 0.0 : a - b;
}

double productOf(double a, double b) {
  const std::optional<Plain> left = plainOf(a);
  const std::optional<Plain> right = plainOf(b);
  if (left && right) {
    const int decimals = left->decimals + right->decimals;
    if (const std::optional<double> exact = nearest(Wide{left->amount} * right->amount, powerOfTen(decimals))) {
      return *exact;
    }
  }
  return a * b;
}

double quotientOf(double a, double b) {
  if (const std::optional<Aligned> both = aligned(a, b)) {
    const bool is_negative = both->b < 0;
    if (const std::optional<double> exact =
            nearest(is_negative ? -both->a : both->a, is_negative ? -both->b : both->b)) {
      return *exact;
    }
  }
  return a / b;
}

bool isAbove(double a, double b) {
  if (const std::optional<Aligned> both = aligned(a, b)) {
    return both->a > both->b;
  }
  return isAboveInBinary(a, b);
}

}  // namespace boardpack::base
