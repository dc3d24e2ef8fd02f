#!/usr/bin/env python3
"""Tries to break the program: `./dev torture [KIND…] [--minutes N] [--rounds N] [--seed N]`.

Kinds: kills, disks, files, scripts, templates, plugins; all when none is named. Each round takes every kind's cases once, with
new random numbers; --minutes ends it when the time is over, after the case that is running. What must hold after each case:
an exit code that the case allows, no signal that ends the program by itself, 10 seconds and 1 GB at the most, nothing left
behind, no child still running, no word of a library, and the earlier pack as it was.
"""
import argparse
import importlib
import pathlib
import shutil
import sys
import tempfile
import time

import frame

KINDS = ("kills", "disks", "files", "scripts", "templates", "plugins")


def arguments():
    parser = argparse.ArgumentParser(prog="./dev torture", description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("kinds", nargs="*", metavar="KIND", help=", ".join(KINDS))
    parser.add_argument("--minutes", type=float, default=10, help="at the most (10)")
    parser.add_argument("--rounds", type=int, default=1, help="how often each kind is taken (1)")
    parser.add_argument("--seed", type=int, default=1, help="of the random numbers (1)")
    parser.add_argument("--patience", type=float, default=1, help="times the seconds a case may take (1)")
    parser.add_argument("--short", action="store_true", help="a few cases of each kind")
    parser.add_argument("--program", default=frame.ROOT / "build" / "release" / "bin" / "boardpack")
    parser.add_argument("--verbose", action="store_true", help="a line a case")
    chosen = parser.parse_args()
    unknown = [kind for kind in chosen.kinds if kind not in KINDS]
    if unknown:
        parser.error("there is no kind %s; the kinds are %s" % (unknown[0], ", ".join(KINDS)))
    return chosen


def main():
    chosen = arguments()
    ends = time.monotonic() + 60 * chosen.minutes
    place = pathlib.Path(tempfile.mkdtemp(prefix="boardpack-torture-"))
    tried, lost, slowest, largest = {}, [], (0, ""), (0, "")
    try:
        ground = frame.Ground(chosen.program, place, chosen.seed)
        for number in range(1, chosen.rounds + 1):
            for kind in chosen.kinds or KINDS:
                cases = importlib.import_module(kind).cases(ground, chosen.short)
                for case in cases:
                    if time.monotonic() > ends:
                        break
                    faults, result = frame.try_case(ground, case, chosen.patience)
                    tried[kind] = tried.get(kind, 0) + 1
                    slowest = max(slowest, (result.seconds, case.name))
                    largest = max(largest, (result.megabytes, case.name))
                    if faults or chosen.verbose:
                        print("%s  %s, %s: %s" % ("LOST" if faults else "held", kind, case.name,
                                                  "; ".join(faults) or "%d, %.1f s, %.0f MB" % (
                                                      result.code, result.seconds, result.megabytes)), flush=True)
                    if faults:
                        lost.append(case.name)
                        print("      said: %s" % result.said.strip()[-600:].replace("\n", "\n            "), flush=True)
    finally:
        shutil.rmtree(place, ignore_errors=True)
    print("%s; %d lost; slowest %.1f s (%s), largest %.0f MB (%s); seed %d" % (
        ", ".join("%s %d" % item for item in tried.items()) or "nothing was tried", len(lost), *slowest, *largest,
        chosen.seed))
    return 1 if lost or not tried else 0


if __name__ == "__main__":
    sys.exit(main())
