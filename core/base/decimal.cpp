#include "base/decimal.hpp"

#include <boardpack/sdk/error.hpp>

namespace boardpack::base {
namespace {

[[noreturn]] void tooLarge() {
  throw sdk::Error(sdk::ErrorKind::Data,
                   "An amount is too large to be added up exactly: sums go up to 922 million million. Check the column "
                   "for values in the wrong unit.");
}

}  // namespace

Decimal Decimal::fromCount(std::int64_t count) {
  std::int64_t amount = 0;
  if (__builtin_mul_overflow(count, std::int64_t{10000}, &amount)) {
    tooLarge();
  }
  return fromTenThousandths(amount);
}

Decimal& Decimal::operator+=(Decimal other) {
  if (__builtin_add_overflow(amount_, other.amount_, &amount_)) {
    tooLarge();
  }
  return *this;
}

}  // namespace boardpack::base
