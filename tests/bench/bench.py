#!/usr/bin/env python3
"""The benchmark's job by boardpack, beside the same job in pandas and R: `./dev bench [--rows 1M] [--runs N]`.

Contestants take turns (A B C A B C …) after one warm-up each, so that a slow moment of the machine meets all of them;
printed are medians of wall seconds, CPU seconds (user and system, all threads) and peak resident memory of the largest
process, and the ratio of wall times pair by pair. The job, its data and the peers lie in ../shared/bench beside the
project; without them there is nothing to compare with, and this says so. Before it comes how a run grows with its
measures (planning.py), which needs no peers.
"""
import argparse
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import time

import planning

ROOT = pathlib.Path(__file__).resolve().parents[2]
PEERS = ROOT.parent / "shared" / "bench"
WORK = ROOT / "build" / "bench"
PROGRAM = ROOT / "build" / "release" / "bin" / "boardpack"
PYTHON = "/usr/bin/python3"  # Debian's own, which has Debian's pandas


def measure(command):
    """One run: (wall seconds, CPU seconds, peak MiB)."""
    start = time.monotonic()
    process = subprocess.Popen([str(word) for word in command], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                               stderr=subprocess.PIPE)
    errors = process.stderr.read()
    _, status, used = os.wait4(process.pid, 0)
    wall = time.monotonic() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit("%s ended with %d:\n%s" % (command[0], process.returncode, errors.decode(errors="replace")))
    return wall, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def boardpack(data, out, warehouse):
    return [PROGRAM, "run", "cambridgeshire", "--month", "2019-12", "--workspace", ROOT / "tests/bench/workspace",
            "--pillar", "job", "--data", str(data) + "@2020-01-15", "--out", out, "--formats", "xlsx,png",
            "--warehouse", warehouse, "--quiet"]


def figures_of(out):
    return out / "cambridgeshire" / "2019-12" / "restricted.job" / "data" / "figures.csv"


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--rows", default="1M", help="rows of generated data: 200k, 1M, 10M")
    arguments.add_argument("--runs", type=int, default=5)
    options = arguments.parse_args()
    planning.report(1_000_000, options.runs)
    if not PEERS.is_dir():
        sys.exit("The job to compare with is not there: this needs the folder shared/bench beside the project.")

    data = WORK / "data" / options.rows
    if not (data.parent / (options.rows + ".done")).exists():
        shutil.rmtree(data, ignore_errors=True)
        subprocess.run([PYTHON, PEERS / "gen.py", "--rows", options.rows, "--out", data], check=True)
        (data.parent / (options.rows + ".done")).touch()
    out = WORK / "out"
    for name in ("cold", "kept", "pandas", "r"):
        (out / name).mkdir(parents=True, exist_ok=True)
    kept = WORK / ("warehouse-" + options.rows)
    contestants = {
        "boardpack, cold": boardpack(data, out / "cold", "none"),
        "boardpack, second run": boardpack(data, out / "kept", kept),
        "pandas": [PYTHON, PEERS / "peer_python.py", data, out / "pandas"],
    }
    if shutil.which("Rscript"):
        template = WORK / "template.xlsx"
        subprocess.run([PYTHON, PEERS / "make_template.py", template], check=True)
        contestants["R"] = ["Rscript", PEERS / "peer_r.R", data, out / "r", template]

    runs = {name: [] for name in contestants}
    for turn in range(options.runs + 1):
        for name, command in contestants.items():
            figures = measure(command)
            if turn > 0:
                runs[name].append(figures)

    same = True
    for name in ("cold", "kept"):
        report = out / name / "report.xlsx"
        subprocess.run([PYTHON, ROOT / "tests/bench/job_workbook.py", figures_of(out / name), report], check=True)
        for peer in ("pandas", "r"):
            if (out / peer / "report.xlsx").exists():
                check = [PYTHON, PEERS / "check_scorecard.py", "--all", report, out / peer / "report.xlsx"]
                same = subprocess.run([str(word) for word in check]).returncode == 0 and same

    print("\n%s rows, %d runs each in turn, medians" % (options.rows, options.runs))
    print("| contestant | wall s | CPU s | peak MiB | times as fast as pandas, pair by pair |")
    print("|---|---|---|---|---|")
    for name, figures in runs.items():
        wall, cpu, peak = (statistics.median(column) for column in zip(*figures))
        ratios = [p[0] / f[0] for p, f in zip(runs["pandas"], figures)]
        print("| %s | %.2f | %.2f | %.0f | %.1f (%.1f to %.1f) |" % (
            name, wall, cpu, peak, statistics.median(ratios), min(ratios), max(ratios)))
    print("\nSame numbers in every workbook: %s" % ("yes" if same else "NO"))
    sys.exit(0 if same else 1)


if __name__ == "__main__":
    main()
