#include "base/decimal.hpp"

#include <boardpack/sdk/error.hpp>

namespace boardpack::base {

void Decimal::tooLarge() {
  throw sdk::Error(sdk::ErrorKind::Data,
                   "An amount is too large to be added up exactly: sums go up to 922 million million. Check the column "
                   "for values in the wrong unit.");
}

}  // namespace boardpack::base
