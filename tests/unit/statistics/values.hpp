#pragma once
#include "statistics/limits/individuals.hpp"

#include <initializer_list>
#include <optional>
#include <vector>

/// Monthly values of a test, nothing for a gap.
using Values = std::vector<std::optional<double>>;
inline constexpr std::nullopt_t kGap = std::nullopt;

/// `pair` over and over, then `rest`.
inline Values repeated(int times, std::initializer_list<double> pair, std::initializer_list<double> rest) {
  Values values;
  for (int i = 0; i < times; ++i) {
    values.insert(values.end(), pair.begin(), pair.end());
  }
  values.insert(values.end(), rest.begin(), rest.end());
  return values;
}

/// Indices of the points that meet a rule.
template <typename Rule>
std::vector<std::size_t> which(const boardpack::series::Limits& limits, Rule rule) {
  std::vector<std::size_t> found;
  for (std::size_t i = 0; i < limits.classes.size(); ++i) {
    if (rule(limits.classes[i])) {
      found.push_back(i);
    }
  }
  return found;
}
using Indices = std::vector<std::size_t>;
