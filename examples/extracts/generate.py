#!/usr/bin/env python3
"""Makes example extracts in the form of police.uk's open data (Python 3 standard library only).

    generate.py --out DIR [--forces cumbria,cleveland,…] [--months N]

Writes DIR/<force>/YYYY-MM-<force>-{street,outcomes,stop-and-search}.csv[.gz] for the N months to December 2025, and
population.csv; DIR/<force>-later holds some months of one force as extracted a month later, with revised outcomes.
Everything is invented; what is kept is the form of the published files and their known faults (see README.md). The same
arguments give the same bytes, and a month's files do not depend on which others are made.
"""
import argparse
import gzip
import itertools
import pathlib
import sys

sys.dont_write_bytecode = True  # nothing is left beside the sources

import facts
from crimes import Month, index, month_of, outcome_rows, places, text
from searches import search_rows

# The line that a pack prints as the source of its figures.
SOURCE = "Generated example extracts. The figures are made up and say nothing of any real place.\n"

NOTE = """These extracts are generated: no row, identifier or number is real
====================================================================

Made by examples/extracts/generate.py of boardpack, in the form of the open data of police.uk, to try the program on. The
names of forces, districts and kinds of crime are real, everything else is invented: rows, Crime IDs, coordinates, LSOA
codes, counts, trends and population. Nothing can be learnt from them about any place.

Extracted, for --data DIR@DATE: the folders of the forces on 2026-01-15, those ending in -later on 2026-02-15.
"""


def write(path, header, rows, line_end="\n"):
    body = line_end.join(itertools.chain([header], rows, [""])).encode()
    if path.suffix == ".gz":
        # Neither name nor time in the gzip header: the same bytes on any day and in any folder.
        body = gzip.compress(body, 6, mtime=0)
    path.write_bytes(body)


def write_population(force, folder, years):
    fact, rows = facts.FORCES[force], []
    for year in years:
        districts = {name: round(district[0] * (1 + 0.006 * (year - 2024)), -2)
                     for name, district in fact["districts"].items()}
        for area, value in [(fact["short_name"], sum(districts.values())), *districts.items()]:
            rows.append("%s,%d,people,%d,generated example" % (area, year, value))
    write(folder / "population.csv", "area,year,kind,value,source", rows)


def write_force(force, out, count):
    folder, last = out / force, index(facts.LAST_MONTH)
    folder.mkdir(parents=True, exist_ok=True)
    points = places(force)
    weights = list(itertools.accumulate(point[0] for point in points))
    name, extracted = facts.FORCES[force]["name"], index(facts.EXTRACTED)
    # Outcomes come up to some months after their crime, so the months before the first are made as well, not written.
    first = last - count + 1
    months = {number: Month(force, month_of(number), points, weights)
              for number in range(first - len(facts.LAGS), last + 1)}
    total = 0
    (folder / "source.txt").write_text(SOURCE, encoding="utf-8")
    for number in range(first, last + 1):
        month = month_of(number)
        line_end = "\r\n" if force == "cambridgeshire" and month[0] == 2024 else "\n"
        street = [row.street_row(name, extracted) for row in months[number].rows]
        stem = "%s-%s-" % (text(month), force)
        # Most as published here and there: packed; what is small, and one force's newest month, as it is.
        write(folder / (stem + "street.csv" + ("" if number == last and force == "cumbria" else ".gz")), facts.STREET,
              street, line_end)
        write(folder / (stem + "outcomes.csv.gz"), facts.OUTCOMES, outcome_rows(force, months, number), line_end)
        write(folder / (stem + "stop-and-search.csv"), facts.SEARCHES, search_rows(force, month, points, weights),
              line_end)
        total += len(street)
    write_population(force, folder, range(month_of(first)[0], facts.LAST_MONTH[0] + 1))
    if force == facts.LATER_FORCE:
        later = out / (force + "-later")
        later.mkdir(parents=True, exist_ok=True)
        (later / "source.txt").write_text(SOURCE, encoding="utf-8")
        for number in range(max(first, last - facts.LATER_MONTHS), last):
            street = [row.street_row(name, extracted + 1) for row in months[number].rows]
            write(later / ("%s-%s-street.csv.gz" % (text(month_of(number)), force)), facts.STREET, street)
    return total


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--out", required=True, type=pathlib.Path, help="folder to write into")
    parser.add_argument("--forces", default=",".join(facts.FORCES), help="comma-separated (default: all four)")
    parser.add_argument("--months", type=int, default=36, help="months up to December 2025 (default: 36)")
    arguments = parser.parse_args()
    forces = arguments.forces.split(",")
    unknown = [force for force in forces if force not in facts.FORCES]
    if unknown:
        parser.error("no such force: %s; known are %s" % (", ".join(unknown), ", ".join(facts.FORCES)))
    if not 1 <= arguments.months <= 120:
        parser.error("--months is a number from 1 to 120")
    arguments.out.mkdir(parents=True, exist_ok=True)
    (arguments.out / "README.md").write_text(NOTE, encoding="utf-8")
    for force in forces:
        rows = write_force(force, arguments.out, arguments.months)
        print("%s: %d months, %d rows of crime and anti-social behaviour (generated)" % (force, arguments.months, rows))


if __name__ == "__main__":
    main()
