#!/usr/bin/env python3
"""Crimes by type and month from street files of police.uk, as `type;count count …`, for the tests of statistics.

    cleveland.py FOLDER...   folders of 2023-01-cleveland-street.csv.gz and so on

What R makes of them (dispersion of the month-of-year x year model, 2025 against 2024):

    y <- as.numeric(strsplit(counts, " ")[[1]]); month <- factor(rep(1:12, 3)); year <- factor(rep(1:3, each = 12))
    summary(glm(y ~ month + year, quasipoisson, control = glm.control(1e-12)))$dispersion
"""
import collections
import csv
import glob
import gzip
import io
import sys

counts = collections.defaultdict(collections.Counter)
seen = set()
for folder in sys.argv[1:]:
    for path in sorted(glob.glob(folder + "/**/*-cleveland-street.csv.gz", recursive=True)):
        name = path.rsplit("/", 1)[1]
        if name in seen:
            continue
        seen.add(name)
        for row in csv.DictReader(io.TextIOWrapper(gzip.open(path), encoding="utf-8")):
            counts[row["Crime type"]][row["Month"]] += 1
months = sorted({month for of_type in counts.values() for month in of_type})
print("All crime;" + " ".join(str(sum(counts[t][m] for t in counts if t != "Anti-social behaviour")) for m in months))
for crime_type in sorted(counts):
    print(crime_type + ";" + " ".join(str(counts[crime_type][m]) for m in months))
