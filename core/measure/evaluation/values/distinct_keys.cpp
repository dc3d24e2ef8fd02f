#include "measure/evaluation/values/distinct_keys.hpp"

namespace boardpack::measure {

DistinctKeys::DistinctKeys(std::size_t groups, int months)
    : months_(static_cast<std::size_t>(months)), last_(groups), arrivals_(groups * months_ * (months_ + 1)) {}

void DistinctKeys::add(std::size_t group, int month) {
  Last& last = last_[group];
  if (last.key != key_) {
    last = {.key = key_, .month = -1};
  }
  if (last.month != month) {
    ++arrivals_[at(group, month, last.month)];
    last.month = month;
  }
}

std::int64_t DistinctKeys::count(std::size_t group, int first, int last) const {
  std::int64_t found = 0;
  for (int month = first; month <= last; ++month) {
    for (int before = -1; before < first; ++before) {
      found += arrivals_[at(group, month, before)];
    }
  }
  return found;
}

}  // namespace boardpack::measure
