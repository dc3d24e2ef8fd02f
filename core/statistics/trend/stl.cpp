#include "statistics/trend/stl.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <optional>
#include <vector>

namespace boardpack::statistics {

namespace {

constexpr int kYear = 12;
constexpr int kInnerPasses = 2;

/// How a loess curve is drawn: neighbours in a fit, degree of the fit, and every how many points one is made.
struct Loess {
  int window;
  int degree;
  int jump;
};
constexpr Loess kSeasonal{11, 0, 2};
constexpr Loess kTrend{21, 1, 3};
constexpr Loess kLowPass{13, 1, 2};

/// What each point from the first on counts for in a fit; empty when none has weight.
using Weights = std::vector<double>;

/// The weights of the points left to right (counted from 1, both included) in the fit at `at` of `n` points.
Weights weightsAt(int n, const Loess& loess, double at, int left, int right) {
  double reach = std::max(at - left, right - at);
  if (loess.window > n) {
    // Whole numbers, as the published program divides.
    reach += static_cast<double>((loess.window - n) / 2);
  }
  const double far = 0.999 * reach;
  const double near = 0.001 * reach;
  Weights weights;
  double total = 0;
  for (int j = left; j <= right; ++j) {
    const double distance = std::abs(j - at);
    double weight = 0;
    if (distance <= near) {
      weight = 1;
    } else if (distance <= far) {
      const double part = distance / reach;
      const double tail = 1 - part * part * part;
      weight = tail * tail * tail;
    }
    weights.push_back(weight);
    total += weight;
  }
  if (total <= 0) {
    return {};
  }
  for (double& weight : weights) {
    weight /= total;
  }
  if (reach > 0 && loess.degree > 0) {
    const auto weightOf = [&](int j) -> double& { return weights[static_cast<std::size_t>(j - left)]; };
    double centre = 0;
    for (int j = left; j <= right; ++j) {
      centre += weightOf(j) * j;
    }
    double spread = 0;
    for (int j = left; j <= right; ++j) {
      spread += weightOf(j) * (j - centre) * (j - centre);
    }
    if (std::sqrt(spread) > 0.001 * (n - 1)) {
      const double slope = (at - centre) / spread;
      for (int j = left; j <= right; ++j) {
        weightOf(j) *= slope * (j - centre) + 1;
      }
    }
  }
  return weights;
}

/// The weights depend on where a fit is made alone, not on the values, and every series of a run has about as many
/// months: each thread works them out once.
const Weights& knownWeights(int n, const Loess& loess, int at, int left, int right) {
  thread_local std::map<std::array<int, 6>, Weights> known;
  const std::array<int, 6> key{n, loess.window, loess.degree, at, left, right};
  auto found = known.find(key);
  if (found == known.end()) {
    constexpr std::size_t kMostKept = 20'000;
    if (known.size() >= kMostKept) {
      known.clear();
    }
    found = known.emplace(key, weightsAt(n, loess, at, left, right)).first;
  }
  return found->second;
}

/// The fit at `at` from the points left to right; nothing when no point has weight.
std::optional<double> fitAt(std::span<const double> y, const Loess& loess, int at, int left, int right) {
  const Weights& weights = knownWeights(static_cast<int>(y.size()), loess, at, left, right);
  if (weights.empty()) {
    return std::nullopt;
  }
  double fitted = 0;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    fitted += weights[i] * y[static_cast<std::size_t>(left - 1) + i];
  }
  return fitted;
}

/// Puts a straight line between the fits at `from` and `to` (counted from 1).
void joinLine(std::vector<double>& fits, int from, int to) {
  const double start = fits[static_cast<std::size_t>(from - 1)];
  const double step = (fits[static_cast<std::size_t>(to - 1)] - start) / (to - from);
  for (int j = from + 1; j < to; ++j) {
    fits[static_cast<std::size_t>(j - 1)] = start + step * (j - from);
  }
}

std::vector<double> smooth(std::span<const double> y, const Loess& loess) {
  const int n = static_cast<int>(y.size());
  std::vector<double> fits(y.begin(), y.end());
  if (n < 2) {
    return fits;
  }
  const int jump = std::min(loess.jump, n - 1);
  const int half = (loess.window + 1) / 2;
  int left = 1;
  int right = std::min(loess.window, n);
  const auto fit = [&](int i) {
    const std::size_t index = static_cast<std::size_t>(i - 1);
    fits[index] = fitAt(y, loess, i, left, right).value_or(y[index]);
  };
  for (int i = 1; i <= n; i += jump) {
    if (loess.window < n) {
      left = std::clamp(i - half + 1, 1, n - loess.window + 1);
      right = left + loess.window - 1;
    }
    fit(i);
  }
  if (jump == 1) {
    return fits;
  }
  for (int i = 1; i <= n - jump; i += jump) {
    joinLine(fits, i, i + jump);
  }
  const int last = (n - 1) / jump * jump + 1;
  if (last != n) {
    // The window of the last fit serves the end, as in the published program.
    fit(n);
    joinLine(fits, last, n);
  }
  return fits;
}

std::vector<double> movingMeans(std::span<const double> x, std::size_t length) {
  std::vector<double> means;
  double sum = 0;
  for (std::size_t i = 0; i < x.size(); ++i) {
    sum += x[i];
    if (i + 1 > length) {
      sum -= x[i - length];
    }
    if (i + 1 >= length) {
      means.push_back(sum / static_cast<double>(length));
    }
  }
  return means;
}

/// Each month of the year smoothed over the years, and one year more at both ends.
std::vector<double> smoothedCycles(const std::vector<double>& detrended) {
  std::vector<double> cycles(detrended.size() + 2 * kYear);
  for (std::size_t month = 0; month < kYear; ++month) {
    std::vector<double> years;
    for (std::size_t i = month; i < detrended.size(); i += kYear) {
      years.push_back(detrended[i]);
    }
    const int n = static_cast<int>(years.size());
    const std::vector<double> fits = smooth(years, kSeasonal);
    const int right = std::min(kSeasonal.window, n);
    const int left = std::max(1, n - kSeasonal.window + 1);
    cycles[month] = fitAt(years, kSeasonal, 0, 1, right).value_or(fits.front());
    for (std::size_t year = 0; year < fits.size(); ++year) {
      cycles[(year + 1) * kYear + month] = fits[year];
    }
    cycles[(fits.size() + 1) * kYear + month] = fitAt(years, kSeasonal, n + 1, left, n).value_or(fits.back());
  }
  return cycles;
}

}  // namespace

SeasonalTrend decompose(std::span<const double> values) {
  const std::size_t n = values.size();
  SeasonalTrend parts{.season = std::vector<double>(n), .trend = std::vector<double>(n), .remainder = {}};
  std::vector<double> work(n);
  for (int pass = 0; pass < kInnerPasses; ++pass) {
    for (std::size_t i = 0; i < n; ++i) {
      work[i] = values[i] - parts.trend[i];
    }
    const std::vector<double> cycles = smoothedCycles(work);
    const std::vector<double> low = smooth(movingMeans(movingMeans(movingMeans(cycles, kYear), kYear), 3), kLowPass);
    for (std::size_t i = 0; i < n; ++i) {
      parts.season[i] = cycles[kYear + i] - low[i];
      work[i] = values[i] - parts.season[i];
    }
    parts.trend = smooth(work, kTrend);
  }
  for (std::size_t i = 0; i < n; ++i) {
    parts.remainder.push_back(values[i] - parts.season[i] - parts.trend[i]);
  }
  return parts;
}

}  // namespace boardpack::statistics
