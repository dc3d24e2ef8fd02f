#include "measure/evaluation/values/ordered_values.hpp"

#include <cmath>
#include <stdexcept>

namespace boardpack::measure {
namespace {

constexpr std::size_t kBlock = 512;

}  // namespace

void OrderedValues::add(base::Decimal value, int month, std::int64_t rows) {
  if (values_.size() % kBlock == 0) {
    before_.insert(before_.end(), months_ + 1, 0);
  }
  values_.push_back(value);
  month_.push_back(static_cast<std::uint16_t>(month));
  rows_.push_back(rows);
  before_[before_.size() - months_ + static_cast<std::size_t>(month)] += rows;
}

void OrderedValues::finish() {
  for (std::size_t i = 1; i < before_.size(); ++i) {
    before_[i] += i % (months_ + 1) == 0 ? 0 : before_[i - 1];
  }
}

std::int64_t OrderedValues::inBlock(std::size_t block, int first, int last) const {
  const std::int64_t* of_block = &before_[block * (months_ + 1)];
  return of_block[last + 1] - of_block[first];
}

std::int64_t OrderedValues::count(int first, int last) const {
  std::int64_t found = 0;
  for (std::size_t block = 0; block * kBlock < values_.size(); ++block) {
    found += inBlock(block, first, last);
  }
  return found;
}

base::Decimal OrderedValues::at(int first, int last, std::int64_t place) const {
  std::size_t block = 0;
  while (place >= inBlock(block, first, last)) {
    place -= inBlock(block, first, last);
    ++block;
  }
  for (std::size_t i = block * kBlock; i < values_.size(); ++i) {
    const bool is_inside = first <= month_[i] && month_[i] <= last;
    if (is_inside && place < rows_[i]) {
      return values_[i];
    }
    place -= is_inside ? rows_[i] : 0;
  }
  throw std::logic_error("a place beyond the values");
}

double OrderedValues::quantile(int first, int last, double quantile) const {
  // In whole numbers, since 0.9 is no binary fraction and a place must not fall a hair short of a value.
  constexpr std::int64_t kOne = 10'000;
  const std::int64_t scaled = (count(first, last) - 1) * std::llround(quantile * kOne);
  const base::Decimal low = at(first, last, scaled / kOne);
  const std::int64_t part = scaled % kOne;
  if (part == 0) {
    return low.toDouble();
  }
  const base::Decimal high = at(first, last, scaled / kOne + 1);
  const double step = high.toDouble() - low.toDouble();
  return low.toDouble() + step * static_cast<double>(part) / kOne;
}

}  // namespace boardpack::measure
