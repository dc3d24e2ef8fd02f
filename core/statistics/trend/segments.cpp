#include "statistics/trend/segments.hpp"

#include "statistics/estimate/least_squares.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace boardpack::statistics {

namespace {

constexpr double kTail = 0.025;

/// Sum of squares about the mean of the values from the first index to the second, for all pairs.
std::vector<std::vector<double>> sumsOfSquares(std::span<const double> values) {
  std::vector<std::vector<double>> sums(values.size(), std::vector<double>(values.size(), 0));
  for (std::size_t from = 0; from < values.size(); ++from) {
    double mean = 0;
    double sum = 0;
    for (std::size_t to = from; to < values.size(); ++to) {
      const double count = static_cast<double>(to - from + 1);
      const double off = values[to] - mean;
      mean += off / count;
      sum += off * (values[to] - mean);
      sums[from][to] = sum;
    }
  }
  return sums;
}

/// The logarithm of the normal distribution's lower tail, also far out where the tail itself is no number.
double logLowerTail(double x) {
  if (x > -30) {
    return std::log(0.5 * std::erfc(-x / std::numbers::sqrt2));
  }
  const double square = x * x;
  return -square / 2 - std::log(-x) - 0.5 * std::log(2 * std::numbers::pi) +
         std::log1p(-1 / square + 3 / (square * square));
}

double logHalfNormal(double x, double part) {
  return std::log(x) / 2 - part * x / 8 - 0.5 * std::log(2 * std::numbers::pi);
}

/// The distribution at `at` of where a two-sided Brownian motion with drift has its maximum; `phi` is the ratio of the
/// variances after and before (its regressors have one moment on both sides, so that xi is 1).
double maximumAt(double at, double phi) {
  const double x = std::abs(at);
  if (at < 0) {
    const double part = 1 / phi;
    return -std::exp(logHalfNormal(x, 1)) -
           (phi * (phi + 2) / (phi + 1)) *
               std::exp(part * (1 + part) * x / 2 + logLowerTail(-(0.5 + part) * std::sqrt(x))) +
           std::exp(std::log(x / 2 - 2 + (phi + 2) * (phi + 2) / (phi + 1)) + logLowerTail(-std::sqrt(x) / 2));
  }
  const double part = 1 / phi;
  return 1 + std::sqrt(part) * std::exp(logHalfNormal(x, part)) +
         ((2 * phi + 1) / (phi * (phi + 1))) *
             std::exp((phi + 1) * x / 2 + logLowerTail(-(phi + 0.5) / std::sqrt(phi) * std::sqrt(x))) -
         std::exp(std::log((2 * phi + 1) * (2 * phi + 1) / ((phi + 1) * phi) - 2 + part * x / 2) +
                  logLowerTail(-std::sqrt(part) * std::sqrt(x) / 2));
}

/// Where the distribution reaches `level`, between 0 and a bound that is doubled until it holds it.
double pointOf(double level, double phi) {
  const bool is_upper = level > 0.5;
  double bound = is_upper ? 1 : -1;
  while (is_upper ? maximumAt(bound, phi) < level : maximumAt(bound, phi) > level) {
    bound *= 2;
    if (std::abs(bound) > 1e9) {
      return std::numeric_limits<double>::quiet_NaN();
    }
  }
  double low = is_upper ? 0 : bound;
  double high = is_upper ? bound : 0;
  for (int i = 0; i < 200; ++i) {
    const double middle = (low + high) / 2;
    (maximumAt(middle, phi) < level ? low : high) = middle;
  }
  return (low + high) / 2;
}

}  // namespace

std::vector<Segments> bestSegments(std::span<const double> values, std::size_t shortest) {
  const std::size_t n = values.size();
  const std::vector<std::vector<double>> squares = sumsOfSquares(values);
  std::vector<Segments> found{Segments{.ends = {}, .sum_of_squares = squares[0][n - 1]}};
  if (n < 2 * shortest) {
    return found;
  }
  const std::size_t tried = (n + shortest - 1) / shortest;
  const std::size_t most = std::max<std::size_t>(tried > 2 ? tried - 2 : 1, 1);
  constexpr double kNone = std::numeric_limits<double>::infinity();
  // best[end]: of the first end + 1 values with so many cuts; cuts[m][end]: where the last of m + 1 cuts lies.
  std::vector<double> best(n, kNone);
  for (std::size_t end = shortest - 1; end < n; ++end) {
    best[end] = squares[0][end];
  }
  std::vector<std::vector<std::size_t>> cuts;
  for (std::size_t count = 1; count <= most; ++count) {
    std::vector<double> next(n, kNone);
    std::vector<std::size_t> last(n, 0);
    for (std::size_t end = (count + 1) * shortest - 1; end < n; ++end) {
      for (std::size_t cut = count * shortest; cut + shortest <= end + 1; ++cut) {
        const double sum = best[cut - 1] + squares[cut][end];
        if (sum < next[end]) {
          next[end] = sum;
          last[end] = cut;
        }
      }
    }
    cuts.push_back(last);
    best = next;
    Segments segments{.ends = {}, .sum_of_squares = best[n - 1]};
    std::size_t end = n - 1;
    for (std::size_t m = count; m > 0; --m) {
      segments.ends.insert(segments.ends.begin(), cuts[m - 1][end]);
      end = segments.ends.front() - 1;
    }
    found.push_back(std::move(segments));
  }
  return found;
}

CutInterval cutInterval(std::span<const double> before, std::span<const double> after, std::size_t cut) {
  const double step = meanOf(after) - meanOf(before);
  const double left = sumOfSquares(before) / static_cast<double>(before.size());
  const double right = sumOfSquares(after) / static_cast<double>(after.size());
  const long at = static_cast<long>(cut);
  const bool is_before_even = isRounding(sumOfSquares(before), before);
  const bool is_after_even = isRounding(sumOfSquares(after), after);
  if (is_before_even && is_after_even) {
    return {.lower = at, .upper = at, .is_known = true};
  }
  // A side without any spread leaves the method no ratio: then both sides have the spread of the two together.
  const bool is_even = is_before_even || is_after_even;
  const double size = static_cast<double>(before.size() + after.size());
  const double shared = (left * static_cast<double>(before.size()) + right * static_cast<double>(after.size())) / size;
  const double variance = is_even ? shared : left;
  const double ratio = is_even ? 1.0 : right / left;
  const double middle = maximumAt(0, ratio);
  if (!(middle >= kTail && middle <= 1 - kTail)) {
    return {};
  }
  const double scale = variance / (step * step);
  const double upper = pointOf(1 - kTail, ratio) * scale;
  const double lower = pointOf(kTail, ratio) * scale;
  if (!std::isfinite(upper) || !std::isfinite(lower)) {
    return {};
  }
  constexpr double kFar = 1e6;
  return {.lower = at - static_cast<long>(std::ceil(std::min(upper, kFar))),
          .upper = at - static_cast<long>(std::floor(std::max(lower, -kFar))),
          .is_known = true};
}

}  // namespace boardpack::statistics
