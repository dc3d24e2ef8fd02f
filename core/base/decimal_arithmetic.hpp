#pragma once

namespace boardpack::base {

// Arithmetic with the numbers that people write: 0.1 + 0.2 is 0.3, 1.1 × 3 is 3.3, and 0.3 / 0.1 is 3. Numbers of 15
// digits at the most, nine of them decimals, are worked with as decimals; others as binary fractions, as a quotient
// such as 1 / 3 is one.

double sumOf(double a, double b);
/// Of two binary fractions that are the same but for their last digits (kSameWithin), 0.
double differenceOf(double a, double b);
double productOf(double a, double b);
/// `b` is not 0.
double quotientOf(double a, double b);

/// Two numbers that differ by no more than this part of the larger are the same: so much, and no more, is left of a
/// quotient after rounding in binary. Decimals of 15 digits at the most are compared as they are, whatever their size.
inline constexpr double kSameWithin = 1e-12;
/// Whether one number is above another, and not the same.
bool isAbove(double a, double b);
inline bool isSame(double a, double b) { return !isAbove(a, b) && !isAbove(b, a); }

}  // namespace boardpack::base
