#include "statistics/estimate/distributions.hpp"

#include <boost/math/distributions/binomial.hpp>
#include <boost/math/distributions/chi_squared.hpp>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/poisson.hpp>
#include <boost/math/distributions/students_t.hpp>
#include <cmath>

namespace boardpack::statistics {

namespace {

namespace math = boost::math;
/// In double precision throughout: long double would cost most of an analysis' time for digits nobody sees.
using Plain = math::policies::policy<math::policies::promote_double<false>>;
using RoundUp = math::policies::policy<math::policies::promote_double<false>,
                                       math::policies::discrete_quantile<math::policies::integer_round_up>>;
using Normal = math::normal_distribution<double, Plain>;
using Student = math::students_t_distribution<double, Plain>;
using ChiSquared = math::chi_squared_distribution<double, Plain>;

constexpr double kBothSides = 2.0;

}  // namespace

double twoSidedNormal(double z) { return kBothSides * math::cdf(math::complement(Normal(), std::abs(z))); }

double twoSidedStudent(double t, double degrees) {
  return kBothSides * math::cdf(math::complement(Student(degrees), std::abs(t)));
}

double binomialAtMost(double k, double n, double p) {
  return k < 0 ? 0.0 : math::cdf(math::binomial_distribution<double, Plain>(n, p), k);
}

double poissonAtMost(double k, double mean) {
  return k < 0 ? 0.0 : math::cdf(math::poisson_distribution<double, Plain>(mean), k);
}

double binomialQuantile(double probability, double n, double p) {
  return math::quantile(math::binomial_distribution<double, RoundUp>(n, p), probability);
}

double poissonQuantile(double probability, double mean) {
  return math::quantile(math::poisson_distribution<double, RoundUp>(mean), probability);
}

double chiSquaredAbove(double x, double degrees) { return math::cdf(math::complement(ChiSquared(degrees), x)); }

}  // namespace boardpack::statistics
