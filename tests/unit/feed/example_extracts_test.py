"""The generated example extracts: the same bytes every time, and every fault that the published files have.

    example_extracts_test.py GENERATOR
"""
import collections
import csv
import gzip
import hashlib
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

GENERATOR = sys.argv.pop()


def generate(out, *arguments, **environment):
    subprocess.run([sys.executable, GENERATOR, "--out", str(out), *arguments], check=True, stdout=subprocess.DEVNULL,
                   env={**os.environ, **environment})


def digests(folder):
    return {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
            for path in sorted(folder.rglob("*.csv*"))}


def content(path):
    data = path.read_bytes()
    return gzip.decompress(data) if path.suffix == ".gz" else data


class ExampleExtracts(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.temporary = tempfile.TemporaryDirectory()
        cls.out = pathlib.Path(cls.temporary.name, "whole")
        generate(cls.out)

    @classmethod
    def tearDownClass(cls):
        cls.temporary.cleanup()

    def rows(self, pattern):
        """(path, row) of every file that the pattern names, in order."""
        for path in sorted(self.out.glob(pattern)):
            for row in csv.DictReader(content(path).decode().splitlines()):
                yield path, row

    def test_same_bytes_again_and_for_fewer_months(self):
        again = pathlib.Path(self.temporary.name, "again")
        generate(again, "--forces", "cleveland,wiltshire", "--months", "5", TZ="Asia/Tokyo", LC_ALL="C",
                 PYTHONHASHSEED="7")
        whole, part = digests(self.out), digests(again)
        self.assertEqual(len(part), 2 * (5 * 3 + 1) + 3)
        for name, digest in part.items():
            if not name.endswith("population.csv"):
                self.assertEqual(digest, whole[name], name)

    def test_files_and_sizes(self):
        for force in ("cumbria", "cleveland", "cambridgeshire", "wiltshire"):
            for feed in ("street", "outcomes", "stop-and-search"):
                files = sorted(self.out.glob("%s/*-%s-%s.csv*" % (force, force, feed)))
                self.assertEqual(len(files), 36, (force, feed))
                self.assertTrue(files[0].name.startswith("2023-01-") and files[-1].name.startswith("2025-12-"))
            months = sum(1 for _ in self.rows("%s/*-street.csv*" % force)) / 36
            self.assertTrue(800 < months < 2500, months)
        kinds = collections.Counter(path.suffix for path in self.out.glob("*/*.csv*"))
        self.assertTrue(kinds[".gz"] > kinds[".csv"] > 30, kinds)
        self.assertIn("generated", (self.out / "README.md").read_text())

    def test_anti_social_behaviour(self):
        rows, blank = collections.Counter(), 0
        for path, row in self.rows("cleveland/*-street.csv*"):
            is_asb = row["Crime type"] == "Anti-social behaviour"
            blank += is_asb
            self.assertEqual(row["Crime ID"] == "", is_asb)
            self.assertEqual(row["Last outcome category"] == "", is_asb)
            self.assertEqual(row["Reported by"], row["Falls within"])
            self.assertEqual(row["Context"], "")
            self.assertEqual(row["Month"], path.name[:7])
            rows[tuple(row.values())] += is_asb
        self.assertGreater(blank, 5000)
        self.assertGreaterEqual(sum(count - 1 for count in rows.values() if count > 1), 100)

    def test_repeated_identifiers(self):
        def surplus(pattern):
            months = collections.defaultdict(list)
            for path, row in self.rows(pattern):
                if row["Crime ID"]:
                    months[row["Crime ID"]].append(path.name[:7])
            return [months for months in months.values() if len(months) > 1]
        self.assertEqual(sorted(m for months in surplus("wiltshire/*-street.csv*") for m in months[1:]),
                         ["2025-01"] * 12 + ["2025-02"] * 12)
        self.assertEqual(surplus("cleveland/*-street.csv*"), [["2025-04", "2025-05"]])
        self.assertEqual(surplus("cumbria/*-street.csv*"), [])

    def test_outcomes(self):
        recorded = {row["Crime ID"]: row["Month"] for _, row in self.rows("cumbria/*-street.csv*")}
        repeated, several, earlier, before = 0, collections.defaultdict(set), 0, 0
        seen = set()
        for path, row in self.rows("cumbria/*-outcomes.csv*"):
            self.assertEqual(row["Month"], path.name[:7])
            repeated += tuple(row.values()) in seen
            seen.add(tuple(row.values()))
            several[row["Crime ID"]].add((row["Month"], row["Outcome type"]))
            earlier += recorded.get(row["Crime ID"], "9") < row["Month"]
            before += row["Crime ID"] not in recorded
        self.assertEqual(repeated, 3 * 36)
        self.assertGreater(sum(len(outcomes) > 1 for outcomes in several.values()), 100)
        self.assertGreater(earlier, 5000)
        self.assertGreater(before, 500)

    def test_places(self):
        places = list(self.rows("cambridgeshire/*-street.csv*"))
        nowhere = [row for _, row in places if row["Location"] == "No Location"]
        self.assertTrue(0.025 < len(nowhere) / len(places) < 0.035)
        self.assertTrue(all(row["LSOA name"] == row["LSOA code"] == row["Longitude"] == row["Latitude"] == ""
                            for row in nowhere))
        self.assertTrue(any("," in row["Location"] for _, row in places))
        half = [row for _, row in self.rows("cumbria/*-street.csv*") if row["Longitude"] and not row["LSOA code"]]
        self.assertEqual(len(half), 2)
        for force, outside in (("cumbria", "Lancaster"), ("cleveland", "Hambleton"), ("wiltshire", "Test Valley"),
                               ("cambridgeshire", "South Holland")):
            self.assertTrue(any(row["LSOA name"].startswith(outside)
                                for _, row in self.rows(force + "/*-street.csv*")), force)
        districts = {row["LSOA name"][:-5] for _, row in self.rows("cumbria/*-street.csv*")}
        self.assertLess({"Allerdale", "Barrow-in-Furness", "Carlisle", "Copeland", "Eden", "South Lakeland"}, districts)

    def test_searches(self):
        rows = list(self.rows("wiltshire/*-stop-and-search.csv*"))
        early = [(path.name[:7], row["Date"]) for path, row in rows if row["Date"][:7] != path.name[:7]]
        self.assertIn(("2025-07", "2025-06-30T23:00:00+00:00"), early)
        # British Summer Time holds on the first of seven months: April to October.
        self.assertEqual({month[5:] for month, _ in early}, {"04", "05", "06", "07", "08", "09", "10"})
        self.assertTrue(all(row["Policing operation"] == "" for _, row in rows))
        for column in ("Gender", "Age range", "Self-defined ethnicity", "Outcome", "Latitude"):
            self.assertGreater(sum(row[column] == "" for _, row in rows), 40, column)
        self.assertGreater(sum(row["Age range"] == "under 10" for _, row in rows), 3)
        self.assertEqual({row["Date"][10:] for _, row in self.rows("cleveland/*-stop-and-search.csv*")},
                         {"T23:00:00+00:00", "T00:00:00+00:00"})

    def test_line_ends(self):
        for path in self.out.glob("*/*.csv*"):
            data = content(path)
            returns = data.count(b"\r\n")
            wanted = data.count(b"\n") if path.name.startswith("2024") and "cambridgeshire" in path.name else 0
            self.assertEqual(returns, wanted, path.name)

    def test_later_edition(self):
        for month in ("2025-09", "2025-10", "2025-11"):
            name = "%s-cleveland-street.csv.gz" % month
            earlier = [row for _, row in self.rows("cleveland/" + name)]
            later = [row for _, row in self.rows("cleveland-later/" + name)]
            self.assertEqual(len(earlier), len(later))
            revised = 0
            for before, after in zip(earlier, later):
                revised += before["Last outcome category"] != after["Last outcome category"]
                before["Last outcome category"] = after["Last outcome category"]
                self.assertEqual(before, after)
            self.assertGreater(revised, 5, month)

    def test_population(self):
        rows = {(row["area"], row["year"]): int(row["value"]) for _, row in self.rows("cumbria/population.csv")}
        self.assertEqual(len(rows), 7 * 3)
        self.assertEqual(rows["Cumbria", "2024"], 96000 + 67000 + 110000 + 67000 + 55000 + 105000)
        # The council of Wiltshire and the force must not be taken for one another.
        wiltshire = {row["area"] for _, row in self.rows("wiltshire/population.csv")}
        self.assertEqual(wiltshire, {"Wiltshire Police", "Wiltshire", "Swindon"})


if __name__ == "__main__":
    unittest.main()
