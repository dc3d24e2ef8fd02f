#pragma once
#include <compare>
#include <cstdint>

namespace boardpack::base {

/// An exact amount in ten-thousandths, as DECIMAL(18,4): what is added up is never a binary fraction, so no number of
/// threads and no order changes a digit. A sum that leaves the range throws sdk::Error(Data).
class Decimal {
 public:
  constexpr Decimal() = default;
  static constexpr Decimal fromTenThousandths(std::int64_t amount) {
    Decimal d;
    d.amount_ = amount;
    return d;
  }
  /// Throws sdk::Error(Data) past 922 million million.
  static Decimal fromCount(std::int64_t count) {
    std::int64_t amount = 0;
    if (__builtin_mul_overflow(count, std::int64_t{10000}, &amount)) {
      tooLarge();
    }
    return fromTenThousandths(amount);
  }

  constexpr std::int64_t tenThousandths() const { return amount_; }
  double toDouble() const { return static_cast<double>(amount_) / 10000.0; }
  Decimal& operator+=(Decimal other) {
    if (__builtin_add_overflow(amount_, other.amount_, &amount_)) {
      tooLarge();
    }
    return *this;
  }
  friend Decimal operator+(Decimal a, Decimal b) { return a += b; }
  auto operator<=>(const Decimal&) const = default;

 private:
  [[noreturn]] static void tooLarge();

  std::int64_t amount_ = 0;
};

}  // namespace boardpack::base
