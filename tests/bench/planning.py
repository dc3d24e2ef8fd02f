#!/usr/bin/env python3
"""How the time of a run grows with its measures, and what values and keys cost: a part of `./dev bench`, by itself
`tests/bench/planning.py [--rows N] [--runs N]`. It needs nothing beside the project.

Rows are street files of Cambridgeshire over 48 months whose crime ids repeat, so that they stand for people who come
again. Every run reads a kept warehouse and makes the figures (no charts, workbook or document): statistics and
`figures.csv` are part of it, reading extracts is not. The runs take turns, and ratios are of runs of one turn.
"""
import argparse
import hashlib
import os
import pathlib
import random
import shutil
import statistics
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
WORK = ROOT / "build" / "bench" / "planning"
PROGRAM = ROOT / "build" / "release" / "bin" / "boardpack"
MONTHS = ["%d-%02d" % (year, month) for year in range(2016, 2020) for month in range(1, 13)]
CATEGORIES = ["Bicycle theft", "Burglary", "Criminal damage and arson", "Drugs", "Other crime", "Other theft",
              "Possession of weapons", "Public order", "Robbery", "Shoplifting", "Theft from the person",
              "Vehicle crime", "Violence and sexual offences"]
STATUSES = ["Under investigation", "Unable to prosecute suspect", "Investigation complete; no suspect identified",
            "Awaiting court outcome", "Local resolution", "Offender given a caution"]
PLACES = ["Cambridge", "East Cambridgeshire", "Fenland", "Huntingdonshire", "Peterborough", "South Cambridgeshire"]
HEADER = ("Crime ID,Month,Reported by,Falls within,Longitude,Latitude,Location,LSOA code,LSOA name,Crime type,"
          "Last outcome category,Context\n")
SEARCH_HEADER = ("Type,Date,Part of a policing operation,Policing operation,Latitude,Longitude,Gender,Age range,"
                 "Self-defined ethnicity,Officer-defined ethnicity,Legislation,Object of search,Outcome,"
                 "Outcome linked to object of search,Removal of more than just outer clothing\n")
OBJECTS = ["Controlled drugs", "Offensive weapons", "Stolen goods", "Firearms", "Article for use in theft",
           "Articles for use in criminal damage"]
IN_A_PILLAR = 200  # the longest list that a script may have
FORCE = "Cambridgeshire Constabulary"


def write_rows(folder, rows):
    """Street files; a key stands on about two rows. The first half of an identifier alone tells it apart."""
    source = random.Random(1)
    for month in MONTHS:
        (folder / month).mkdir(parents=True)
        with open(folder / month / (month + "-cambridgeshire-street.csv"), "w") as file:
            file.write(HEADER)
            for _ in range(rows // len(MONTHS)):
                place = source.choice(PLACES)
                key = hashlib.sha256(b"%d" % source.randrange(rows // 2)).hexdigest()
                file.write("%s,%s,%s,%s,,,On or near A Road,E01017901,%s %03dA,%s,%s,\n" % (
                    key, month, FORCE, FORCE, place, source.randrange(1, 20), source.choice(CATEGORIES),
                    source.choice(STATUSES)))


def write_searches(folder, rows):
    """Stop and search files, each search at a minute of its own."""
    source = random.Random(2)
    for month in MONTHS:
        with open(folder / month / (month + "-cambridgeshire-stop-and-search.csv"), "w") as file:
            file.write(SEARCH_HEADER)
            for _ in range(rows // len(MONTHS)):
                file.write("Person search,%s-%02dT%02d:%02d:00+00:00,,,,,,,,,,%s,Arrest,True,\n" % (
                    month, source.randrange(1, 29), source.randrange(24), source.randrange(60),
                    source.choice(OBJECTS)))


def additive(count):
    """Counts and shares over the columns that measures share, each another one."""
    for i in range(count):
        category = CATEGORIES[i % len(CATEGORIES)]
        status = STATUSES[i // len(CATEGORIES) % len(STATUSES)]
        kind = "count = true" if i % 2 == 0 else "share = \"status = '%s'\"" % status
        where = "category <> '%s'" % category if i % 2 == 1 else "category = '%s' or status = '%s'" % (category, status)
        yield "  where = \"%s\", %s, by = { \"district\" }," % (where, kind)


def rolling():
    """Ten that do not add up, by district or object. The medians are of as many different values as there are hours."""
    for i in range(4):
        yield "  where = \"category <> '%s'\", distinct = \"crime_id\", by = { \"district\" }," % CATEGORIES[i]
        yield ("  where = \"category <> '%s'\", by = { \"district\" }, repeats = { who = \"crime_id\", within = 12, "
               "count = \"%s\", as = \"share\" }," % (CATEGORIES[i], "who" if i % 2 == 0 else "events"))
    for i in range(2):
        yield ("  where = \"object <> '%s'\", median = \"days(date '2016-01-01', searched_at) * 24 + hour(searched_at)\", "
               "by = { \"object\" }," % OBJECTS[i])


def write_workspace(name, bodies):
    folder = WORK / "workspaces" / name / "scripts"
    shutil.rmtree(folder.parent, ignore_errors=True)
    folder.mkdir(parents=True)
    bodies = list(bodies)
    with open(folder / "bench.lua", "w") as file:
        for i, body in enumerate(bodies):
            file.write("measure \"m%d\" {\n  title = \"Measure %d\", from = \"%s\",\n%s\n  chart = false,\n}\n" %
                       (i + 1, i + 1, "stop_searches" if "searched_at" in body else "crimes", body))
        pillars = range(0, len(bodies), IN_A_PILLAR)
        for pillar, first in enumerate(pillars):
            names = ["\"m%d\"" % (i + 1) for i in range(first, min(first + IN_A_PILLAR, len(bodies)))]
            file.write("pillar \"bench%d\" { title = \"Bench %d\", measures = { %s } }\n" %
                       (pillar + 1, pillar + 1, ", ".join(names)))
    return folder.parent, ["bench%d" % (pillar + 1) for pillar in range(len(pillars))]


def run(data, workspace, pillars):
    """Wall seconds, CPU seconds and peak MiB of one run from the kept warehouse."""
    command = [PROGRAM, "run", "cambridgeshire", "--month", "2019-12", "--workspace", workspace, "--data", str(data) + "@2020-01-15", "--out", WORK / "out", "--formats", "png", "--warehouse",
               WORK / ("warehouse-" + data.name), "--jobs", "2", "--quiet"]
    command += [word for pillar in pillars for word in ("--pillar", pillar)]
    start = time.monotonic()
    process = subprocess.Popen([str(word) for word in command], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                               stderr=subprocess.PIPE)
    errors = process.stderr.read()
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit("boardpack ended with %d:\n%s" % (process.returncode, errors.decode(errors="replace")))
    return time.monotonic() - start, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def report(rows, turns):
    """Runs all of them `turns` times after one to warm up, and prints the table."""
    data = WORK / ("rows-%d" % rows)
    if not (WORK / (data.name + ".done")).exists():
        shutil.rmtree(data, ignore_errors=True)
        write_rows(data, rows)
        write_searches(data, rows)
        (WORK / (data.name + ".done")).touch()
    (WORK / "out").mkdir(exist_ok=True)
    runs = {name: [] for name in ("50", "200", "1000", "ten rolling")}
    spaces = {name: write_workspace(name.replace(" ", "-"), rolling() if "rolling" in name else additive(int(name)))
              for name in runs}
    for turn in range(turns + 1):
        for name, workspace in spaces.items():
            figures = run(data, *workspace)
            if turn > 0:
                runs[name].append(figures)
    print("\n%d rows, 48 months, figures alone, from a kept warehouse; medians of %d runs in turn" %
          (rows, turns))
    print("| measures | wall s | CPU s | peak MiB | wall, times the run of 50 | CPU, times the run of 50 | aim |")
    print("|---|---|---|---|---|---|---|")
    limits = {"200": "under 1.5 times", "1000": "under 3 times", "ten rolling": "under 5 s and 500 MB"}
    for name, figures in runs.items():
        wall, cpu, peak = (statistics.median(column) for column in zip(*figures))
        ratios = [statistics.median(own[column] / base[column] for own, base in zip(figures, runs["50"]))
                  for column in (0, 1)]
        print("| %s | %.2f | %.2f | %.0f | %.2f | %.2f | %s |" %
              (name, wall, cpu, peak, *ratios, limits.get(name, "")))


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--rows", type=int, default=1_000_000)
    arguments.add_argument("--runs", type=int, default=3)
    options = arguments.parse_args()
    report(options.rows, options.runs)


if __name__ == "__main__":
    main()
