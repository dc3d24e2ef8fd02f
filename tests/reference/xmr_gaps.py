#!/usr/bin/env python3
"""Limits and special causes of series with gaps, in exact fractions by the published definitions, with a gap breaking
moving ranges, runs and trends (NHSRplotthedots stops at a gap). Standard library only.

    xmr_gaps.py > xmr_gaps.csv

Columns as in xmr_nhsrplotthedots.R; NA is a gap, its meaning is "?"; direction and target are not varied.
"""
import random
from fractions import Fraction as F

LIMIT, SCREEN = F("2.66"), F("3.267")


def sign(x):
    return (x > 0) - (x < 0)


def process(values, screen):
    present = [v for v in values if v is not None]
    mean = sum(present) / len(present)
    ranges = [abs(b - a) for a, b in zip(values, values[1:]) if a is not None and b is not None]
    amr = sum(ranges) / len(ranges)
    if screen:
        kept = [r for r in ranges if r < SCREEN * amr]
        amr = sum(kept) / len(kept)
    return mean, amr


def causes(values, mean, amr):
    """Rule and side of each point, by windows of seven and three; 0 for none, None for a gap."""
    n = len(values)
    upper, lower, near = mean + LIMIT * amr, mean - LIMIT * amr, F(2, 3) * LIMIT * amr
    side = [None if v is None else sign(v - mean) for v in values]
    found = [{} for _ in values]
    for i, v in enumerate(values):
        if v is not None and not lower <= v <= upper:
            found[i][1] = side[i]
    close = [v is not None and 1 not in found[i] and abs(v - mean) > near for i, v in enumerate(values)]
    for i in range(n - 6):
        window = values[i:i + 7]
        if None in window:
            continue
        steps = {sign(b - a) for a, b in zip(window, window[1:])}
        if steps == {1} or steps == {-1}:
            for j in range(i, i + 7):
                found[j][2] = min(steps)
        if set(side[i:i + 7]) in ({1}, {-1}):
            for j in range(i, i + 7):
                found[j][4] = side[i]
    for i in range(n - 2):
        if set(side[i:i + 3]) in ({1}, {-1}) and sum(close[i:i + 3]) >= 2:
            for j in range(i, i + 3):
                if close[j]:
                    found[j][3] = side[j]
    return [None if v is None else (min(f) * f[min(f)] if f else 0) for v, f in zip(values, found)]


def meaning(cause):
    if cause is None:
        return "?"
    return "C" if cause == 0 else ("H" if cause > 0 else "L")


random.seed(20251231)
for number in range(100):
    n = random.randint(16, 60)
    level = random.choice([40, 300, 5000])
    drift = random.choice([0, 0, 0.4]) * level ** 0.5
    value, values = float(level), []
    for _ in range(n):
        value += drift * random.gauss(0, 1)
        noise = level ** 0.5 * random.gauss(0, 1) * (6 if random.random() < 0.06 else 1)
        values.append(F(round(4 * (value + noise)), 4))
    for at in random.sample(range(1, n - 1), random.randint(1, 4)):
        values[at] = None
    for screen in (True, False):
        mean, amr = process(values, screen)
        found = causes(values, mean, amr)
        print(";".join([
            str(number), "0", "", str(int(screen)), "0", "0",
            " ".join("NA" if v is None else repr(float(v)) for v in values),
            " ".join(repr(float(x)) for x in (mean, mean - LIMIT * amr, mean + LIMIT * amr)),
            " ".join("0" if c is None else str(c) for c in found), "".join(meaning(c) for c in found), "none"]))
