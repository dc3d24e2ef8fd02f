"""Extracts with one defect each: refused with a clear sentence, or every row accounted for by a count made by hand."""
import json
import unittest

from packs import FIXTURES, Scratch, figure, figures, run, sheets


def expectations():
    """The table of the fixtures' README: (folders, read, loaded, rejected), or None for the counts of a refused file."""
    for line in (FIXTURES / "README.md").read_text(encoding="utf-8").splitlines():
        cells = [c.strip() for c in line.strip().strip("|").split("|")]
        if line.startswith("| ") and len(cells) == 5 and cells[0] != "folder" and set(cells[0]) != {"-"}:
            counts = tuple(map(int, cells[2:5])) if cells[2].isdigit() else None
            for folder in cells[0].split(", "):
                yield folder, counts


def make(data, out, *more):
    return run("run", "cleveland", "--month", "2025-01", "--data", data, "--out", out, "--quiet", "--formats", "xlsx", *more)


class Defects(unittest.TestCase):
    def test_each_is_refused_or_accounted_for(self):
        seen = 0
        for folder, counts in expectations():
            with self.subTest(folder), Scratch() as out:
                seen += 1
                done = make(FIXTURES / folder, out)
                if counts is None or counts[2] > 0:
                    self.assertIn(done.returncode, (1, 2), done.stdout + done.stderr)
                    self.assertRegex(done.stderr, r"\.csv")
                    self.assertNotRegex(done.stderr, r"fault of its own|Invalid Input|Conversion|std::|duckdb")
                    self.assertFalse(list(out.rglob("*.xlsx")), "a pack of a refused file")
                    self.assertEqual([p.name for p in out.rglob(".restricted*")], [])
                    if counts is not None:
                        self.assertIn("%d of " % counts[2], done.stderr.replace("row of", "of"))
                else:
                    self.assertEqual(done.returncode, 0, done.stderr)
                    manifest = json.loads(next(out.rglob("manifest.json")).read_text())
                    files = json.dumps(manifest)
                    for name, count in zip(("rows_read", "rows_loaded", "rows_rejected"), counts):
                        self.assertRegex(files, r'"%s": %d\b' % (name, count))
        self.assertGreater(seen, 35)

    def test_a_month_of_no_rows_is_nought(self):
        with Scratch() as out:
            done = make(FIXTURES / "header-only", out)
            self.assertEqual(done.returncode, 0, done.stderr)
            rows = figures(next(out.rglob("restricted")))
            self.assertEqual(figure(rows, "recorded_crime", period="2025-01"), 0)
            self.assertEqual(figure(rows, "recorded_crime", period="2025-01", breakdown="district", group="Hartlepool"), 0)
            self.assertEqual(figure(rows, "recorded_crime", "mrt", period="2025-01"), "[x]")

    def test_a_month_of_no_file_is_not_available(self):
        with Scratch() as out:
            done = make(FIXTURES / "whole", out)
            self.assertEqual(done.returncode, 0, done.stderr)
            rows = figures(next(out.rglob("restricted")))
            self.assertEqual(figure(rows, "recorded_crime", period="2025-01"), 6)
            self.assertEqual(figure(rows, "anti_social_behaviour", period="2025-01"), 2)
            self.assertEqual(figure(rows, "recorded_crime", statistic="previous", reference="previous_month",
                                    period="2025-01"), "[x]")

    def test_a_month_that_nothing_covers_is_not_reported_on(self):
        with Scratch() as out:
            done = run("run", "cleveland", "--month", "2025-06", "--data", FIXTURES / "whole", "--out", out)
            self.assertEqual(done.returncode, 1)
            self.assertIn("June 2025", done.stderr)
            self.assertIn("January 2025", done.stderr)

    def test_one_bad_row_of_many_is_left_out_and_said(self):
        header, *rows = (FIXTURES / "whole" / "2025-01-cleveland-street.csv").read_text().splitlines()
        crime = next(r for r in rows if "Anti-social" not in r)
        with Scratch() as folder:
            lines = [header] + [crime] * 300 + [crime.replace("2025-01", "2025-13", 1)]
            (folder / "in").mkdir()
            (folder / "in" / "2025-01-cleveland-street.csv").write_text("\n".join(lines) + "\n")
            done = make(folder / "in", folder / "out", "--warehouse", folder / "warehouse")
            self.assertEqual(done.returncode, 0, done.stderr)
            pack = next((folder / "out").rglob("restricted"))
            self.assertEqual(figure(figures(pack), "recorded_crime", period="2025-01"), 300)
            issues = sheets(pack / "cleveland-2025-01.xlsx")["Data issues"]
            self.assertTrue(any("not a month" in str(text) for text in issues.values()), issues)
            kept = [p for p in (folder / "warehouse").rglob("*reject*")]
            self.assertEqual(len(kept), 1)
            self.assertEqual(kept[0].stat().st_mode & 0o077, 0, "the list of rejected rows is open to others")
            self.assertNotIn("2025-13", kept[0].read_text())
            self.assertEqual([p.name for p in pack.rglob("*reject*")], [])

    def test_two_editions_of_unknown_date_stop_the_run(self):
        with Scratch() as out:
            done = run("run", "cleveland", "--month", "2025-01", "--data", FIXTURES / "whole", "--data",
                       FIXTURES / "gzip-whole", "--out", out)
            self.assertEqual(done.returncode, 2)
            self.assertIn("@", done.stderr)
            done = run("run", "cleveland", "--month", "2025-01", "--data", "%s@2025-02-01" % (FIXTURES / "whole"),
                       "--data", "%s@2025-03-01" % (FIXTURES / "crime-id-repeated"), "--out", out, "--formats", "xlsx")
            self.assertEqual(done.returncode, 0, done.stderr)
            manifest = next(out.rglob("manifest.json")).read_text()
            self.assertRegex(manifest, r"superseded")

    def test_an_empty_folder_and_one_that_is_not_there(self):
        with Scratch() as folder:
            (folder / "none").mkdir()
            for data in (folder / "none", folder / "nowhere"):
                done = make(data, folder / "out")
                self.assertIn(done.returncode, (1, 2))
                self.assertIn(data.name, done.stderr)

    def test_a_board_date_that_cannot_be(self):
        with Scratch() as out:
            done = make(FIXTURES / "whole", out, "--board-date", "2024-01-23")
            self.assertIn(done.returncode, (1, 2))
            self.assertIn("2024", done.stderr)
            self.assertEqual(list(out.iterdir()), [])


if __name__ == "__main__":
    unittest.main()
