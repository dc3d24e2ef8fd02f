#!/usr/bin/env python3
"""A force with systems of its own (examples/new_force): figures are those that are counted here from its extracts."""
import collections
import csv
import os
import shutil
import subprocess
import sys
import unittest

import packs

EXAMPLE = packs.SOURCE / "examples" / "new_force"


def rows_of(data, feed):
    rows = []
    for path in sorted(data.glob("*-durham-%s.csv" % feed)):
        with open(path, newline="", encoding="utf-8") as file:
            rows += list(csv.DictReader(file))
    return rows


class OwnSystems(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.scratch = packs.Scratch()
        folder = cls.scratch.__enter__()
        cls.program = packs.program_with(folder, (packs.BUILD / "example_force" / "plugins").glob("*.so"))
        cls.data = folder / "data"
        subprocess.run([sys.executable, "-B", str(EXAMPLE / "generate.py"), "--out", str(cls.data)], check=True)
        cls.packs = []
        for name in ["one", "two"]:
            workspace = folder / ("workspace-" + name)
            shutil.copytree(EXAMPLE / "workspace", workspace)
            code, _, told = cls.pack(workspace, folder / name)
            assert code == 0, told
            cls.packs.append(folder / name / "durham" / "2025-12" / "restricted")
        cls.folder = folder
        cls.figures = packs.figures(cls.packs[0])

    @classmethod
    def pack(cls, workspace, out):
        done = packs.run("run", "durham", "--month", "2025-12", "--workspace", workspace, "--data", cls.data, "--out",
                         out, "--formats", "xlsx", program=cls.program)
        return done.returncode, done.stdout, done.stderr

    @classmethod
    def tearDownClass(cls):
        cls.scratch.__exit__()

    def value(self, measure, **which):
        return packs.figure(self.figures, measure, **which)

    def test_outcomes_take_class_and_district_from_their_crimes(self):
        crimes = {row["Crime number"]: row for row in rows_of(self.data, "crimes")}
        classes, districts = collections.Counter(), collections.Counter()
        for row in rows_of(self.data, "outcomes"):
            if row["Outcome date"].endswith("12/2025") and row["Outcome type"] in ("1", "2", "8") \
                    and row["Current"] == "Y":
                crime = crimes[row["Crime number"]]
                classes[crime["Class"]] += 1
                districts[crime["District"]] += 1
        self.assertGreater(len(classes), 5)
        for group, name in [("Shoplifting", "SHOPLIFTING"), ("Violence with injury", "VIOLENCE WITH INJURY"),
                            ("Robbery", "ROBBERY"), ("Drugs", "DRUGS")]:
            self.assertEqual(self.value("positive_outcomes_by_class", breakdown="subcategory", group=group),
                             classes[name])
        self.assertEqual(self.value("positive_outcomes_by_class", breakdown="district", group="Darlington"),
                         districts["DARLINGTON"])
        self.assertEqual(self.value("positive_outcomes_by_class"), sum(classes.values()))

    def test_a_share_of_domestic_outcomes(self):
        crimes = {row["Crime number"]: row for row in rows_of(self.data, "crimes")}
        outcomes = [row["Outcome type"] for row in rows_of(self.data, "outcomes")
                    if row["Outcome date"].endswith("12/2025") and row["Current"] == "Y"
                    and crimes[row["Crime number"]]["Domestic"] == "Y"]
        met = sum(kind in ("1", "2", "8") for kind in outcomes)
        self.assertAlmostEqual(self.value("domestic_positive_share"), 100 * met / len(outcomes), places=9)

    def test_calls_answered_in_time(self):
        known = [int(row["Wait"]) for row in rows_of(self.data, "calls")
                 if row["Received"].startswith("2025-12") and row["Line"] == "999" and row["Answered"] == "Y"
                 and row["Wait"]]
        self.assertAlmostEqual(self.value("calls_999_within_10s"),
                               100 * sum(wait <= 10 for wait in known) / len(known), places=9)

    def test_a_secret_is_made_and_no_output_depends_on_it(self):
        secrets = [self.folder / ("workspace-" + name) / "secret" for name in ["one", "two"]]
        self.assertEqual([os.stat(path).st_mode & 0o777 for path in secrets], [0o600, 0o600])
        self.assertNotEqual(*[path.read_text() for path in secrets])
        self.assertEqual(packs.tree(self.packs[0]), packs.tree(self.packs[1]))

    def test_the_second_run_reads_nothing_again(self):
        code, _, _ = self.pack(self.folder / "workspace-one", self.folder / "again")
        self.assertEqual(code, 0)
        self.assertEqual(packs.tree(self.packs[0]), packs.tree(self.folder / "again/durham/2025-12/restricted"))


if __name__ == "__main__":
    unittest.main()
