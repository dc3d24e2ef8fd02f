#pragma once

namespace boardpack::statistics {

/// Probabilities and quantiles, by Boost.Math.

/// Two-sided p of a normal z.
double twoSidedNormal(double z);
/// Two-sided p of Student's t.
double twoSidedStudent(double t, double degrees);

/// P(X ≤ k) of Binomial(n, p) and Poisson(mean); 0 below k = 0.
double binomialAtMost(double k, double n, double p);
double poissonAtMost(double k, double mean);
/// The smallest k with P(X ≤ k) ≥ probability.
double binomialQuantile(double probability, double n, double p);
double poissonQuantile(double probability, double mean);
/// P(X > x) of χ² with so many degrees of freedom.
double chiSquaredAbove(double x, double degrees);

}  // namespace boardpack::statistics
