#!/usr/bin/env python3
"""Recomputes the reference values of tests/unit/statistics from the published definitions, with nothing but the
standard library and exact fractions. Prints one block a vector; the tests hold these numbers as literals.

Sources: NHSRplotthedots 0.2.2 (its deviations page publishes the two captions of the vector "deviations"); Nelson 1982
for the screening of moving ranges.
"""
from fractions import Fraction as F

LIMIT, SCREEN = F("2.66"), F("3.267")

VECTORS = {
    "golden": [52, 48, 55, 50, 47, 53, 49, 51, 54, 46, 50, 52, 48, 75, 51, 49],
    "deviations": [1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1],
    "gap": [10, 12, None, 20, 22, 11, 13, 12, 10, 12, 11, 13, 12],
    "equality": [50, 50, 50, 50, 50, 50, 50, 50, 50, 50, 60, 40],
    "two_trends": [8, 24, 8, 24, 8, 24, 10, 12, 14, 16, 18, 20, 22, 19, 17, 15, 13, 11, 9, 16],
    "concern_and_improvement": [20, 10, 20, 10, 20, 10, 20, 10, 20, 10, 60, 58, 56, 54, 52, 50, 48],
    "two_in_three": [49, 51] * 10 + [56, 51, 56, 49, 51],
    "outside_as_third": [48, 52] * 12 + [61, 68, 61, 49, 51],
    "outside_does_not_count": [48, 52] * 12 + [68, 60, 52, 49, 51],
    "opposite_sides": [48, 52] * 12 + [60, 40, 52, 49, 51],
    "shift": [48, 52, 47, 53, 46, 54, 48, 43, 46, 47, 57, 53, 55, 52, 57, 54, 56],
}


def sign(x):
    return (x > 0) - (x < 0)


def describe(name, values, screen):
    present = [F(v) for v in values if v is not None]
    mean = sum(present) / len(present)
    ranges = [abs(F(b) - F(a)) for a, b in zip(values, values[1:]) if a is not None and b is not None]
    mr = sum(ranges) / len(ranges)
    if screen:
        kept = [r for r in ranges if r < SCREEN * mr]
        mr = sum(kept) / len(kept)
    up, low = mean + LIMIT * mr, mean - LIMIT * mr
    near = F(2, 3) * LIMIT * mr
    side = [0 if v is None else sign(v - mean) for v in values]
    out = [v is not None and (v > up or v < low) for v in values]
    close = [v is not None and not o and abs(v - mean) > near for v, o in zip(values, out)]
    n = len(values)
    rules = {"A": [i for i in range(n) if out[i]]}
    trend = {}
    for i in range(n - 6):
        window = values[i:i + 7]
        if None in window:
            continue
        steps = {sign(b - a) for a, b in zip(window, window[1:])}
        if steps in ({1}, {-1}):
            for j in range(i, i + 7):
                trend[j] = steps.copy().pop()
    rules["B"] = sorted(trend.items())
    rules["C"] = sorted({j for i in range(n - 2) if abs(sum(side[i:i + 3])) == 3 and sum(close[i:i + 3]) >= 2
                         for j in range(i, i + 3) if close[j]})
    rules["D"] = sorted({j for i in range(n - 6) if abs(sum(side[i:i + 7])) == 7 for j in range(i, i + 7)})
    print(f"{name} ({'screened' if screen else 'unscreened'})")
    print(f"  mean {float(mean):.6f} moving range {float(mr):.6f} limits {float(low):.6f} {float(up):.6f}"
          f" near {float(mean - near):.6f} {float(mean + near):.6f}")
    print(f"  A {rules['A']} B {rules['B']} C {rules['C']} D {rules['D']}")


for name, values in VECTORS.items():
    for screen in (True, False):
        describe(name, values, screen)
print("small counts: |sqrt2 (sqrt a - sqrt b)|")
for a, b in ((20, 13), (40, 13), (49, 33), (0, 5), (0, 1)):
    print(f"  {b} to {a}: {abs(2 ** 0.5 * (a ** 0.5 - b ** 0.5)):.4f}")
