#!/usr/bin/env python3
"""Reference values of tests/unit/measure/entries_test.cpp: numpy's default (linear, type 7 of Hyndman and Fan 1996),
which is also R's quantile() and Excel's PERCENTILE.INC. Needs numpy."""
import numpy

both = [(i * i * 0.125, i % 2) for i in range(1, 24) for _ in range(3 if i == 7 else 1)]
for share in (0.01, 0.1, 0.25, 0.5, 0.9, 0.95, 0.999):
    print(share, numpy.quantile([value for value, _ in both], share),
          numpy.quantile([value for value, month in both if month == 1], share))
