"""Whose rows, where, and in which words: what names another force, another area or a text that nobody knows is never
counted as something else without a word. Every count was made by hand."""
import collections
import csv
import gzip
import hashlib
import unittest

from packs import SHARED_DATA, Scratch, figure, figures, run, sheets

STREET = ("Crime ID,Month,Reported by,Falls within,Longitude,Latitude,Location,LSOA code,LSOA name,Crime type,"
          "Last outcome category,Context")
OUTCOMES = "Crime ID,Month,Reported by,Falls within,Longitude,Latitude,Location,LSOA code,LSOA name,Outcome type"
SEARCHES = ("Type,Date,Part of a policing operation,Policing operation,Latitude,Longitude,Gender,Age range,"
            "Self-defined ethnicity,Officer-defined ethnicity,Legislation,Object of search,Outcome,"
            "Outcome linked to object of search,Removal of more than just outer clothing")


def crime_id(number):
    return hashlib.sha256(str(number).encode()).hexdigest()


def crime(number, force="Cleveland Police", lsoa="Hartlepool 001A", month="2025-11", within=None, identifier=None,
          outcome="Under investigation"):
    return ",".join([identifier or crime_id(number), month, force, force if within is None else within, "-1.2", "54.6",
                     "On or near High Street", "E01000001", lsoa, "Burglary", outcome, ""])


def outcome(number, text, month="2025-11"):
    return ",".join([crime_id(number), month, "Cleveland Police", "Cleveland Police", "-1.2", "54.6",
                     "On or near High Street", "E01000001", "Hartlepool 001A", text])


def search(text, month="2016-06", ethnicity="White - English/Welsh/Scottish/Northern Irish/British"):
    return ",".join(["Person search", month + "-05T12:00:00+00:00", "False", "", "54.5", "-1.1", "Male", "18-24",
                     ethnicity, "White", "Misuse of Drugs Act 1971 (section 23)", "Controlled drugs", text, "False",
                     "False"])


class Made:
    """A folder of extracts, and the program run on it."""

    def __init__(self, folder, force="cleveland", month="2025-11"):
        self.folder, self.force, self.month = folder, force, month
        (folder / "data").mkdir()

    def write(self, kind, header, rows, before=""):
        name = "%s-%s-%s.csv" % (self.month, self.force, kind)
        text = before + "\n".join([header] + rows) + "\n"
        (self.folder / "data" / name).write_bytes(text if isinstance(text, bytes) else text.encode())

    def measure(self, text):
        scripts = self.folder / "workspace" / "scripts"
        scripts.mkdir(parents=True, exist_ok=True)
        (scripts / "x.lua").write_text(text)

    def words(self):
        words = ["--data", "%s@2026-01-15" % (self.folder / "data")]
        workspace = self.folder / "workspace"
        return words + (["--workspace", workspace] if workspace.is_dir() else [])

    def run(self):
        return run("run", self.force, "--month", self.month, "--out", self.folder / "out", "--formats", "xlsx", "--quiet",
                   *self.words())

    def check(self):
        return run("check", self.force, *self.words())

    def figures(self):
        return figures(next((self.folder / "out").rglob("restricted")))

    def issues(self):
        book = next((self.folder / "out").rglob("*.xlsx"))
        return " ".join(str(text) for text in sheets(book).get("Data issues", {}).values())


class AnotherForce(unittest.TestCase):
    def test_a_file_of_another_force_is_refused(self):
        with Scratch() as folder:
            made = Made(folder)
            made.write("street", STREET, [crime(i, "Durham Constabulary", "County Durham 001A") for i in range(10)])
            done = made.run()
            self.assertEqual(done.returncode, 1, done.stdout)
            self.assertIn("2025-11-cleveland-street.csv is of another force", done.stderr)
            self.assertIn("Durham Constabulary (10)", done.stderr)
            self.assertIn("Cleveland Police was expected", done.stderr)
            self.assertFalse(list(folder.rglob("*.xlsx")))

    def test_a_few_rows_of_another_force_are_left_out_and_told(self):
        for force, within in [("Durham Constabulary", None), ("Cleveland Police", "Durham Constabulary"),
                              ("British Transport Police", "Cleveland Police")]:
            with self.subTest(force=force, within=within), Scratch() as folder:
                made = Made(folder)
                made.write("street", STREET, [crime(i) for i in range(300)] + [crime(900 + i, force, within=within)
                                                                               for i in range(2)])
                done = made.run()
                self.assertEqual(done.returncode, 0, done.stderr)
                self.assertEqual(figure(made.figures(), "recorded_crime", period="2025-11"), 300)
                self.assertIn("2 rows", done.stderr)
                self.assertRegex(made.issues(), r"2 rows left out: .*names another force than Cleveland Police \((%s)\)" %
                                 (within if force == "Cleveland Police" else force))

    def test_a_blank_cell_names_no_other_force(self):
        with Scratch() as folder:
            made = Made(folder)
            made.write("street", STREET, [crime(i, within="") for i in range(5)] + [crime(9, "CLEVELAND  POLICE")])
            self.assertEqual(made.run().returncode, 0)
            self.assertEqual(figure(made.figures(), "recorded_crime", period="2025-11"), 6)


class Areas(unittest.TestCase):
    def test_names_are_known_however_they_are_written(self):
        for force, name, rows in [("cleveland", "Cleveland Police", [("Hartlepool  001A", "Hartlepool"),
                                                                     ("STOCKTON-ON-TEES 001A", "Stockton-on-Tees"),
                                                                     ("Stockton on Tees 001A", "Stockton-on-Tees"),
                                                                     ("Redcar & Cleveland 001A", "Redcar and Cleveland"),
                                                                     ("redcar and cleveland 001A", "Redcar and Cleveland")]),
                                  ("wiltshire", "Wiltshire Police", [("SWINDON 001A", "Swindon")])]:
            for lsoa, area in rows:
                with self.subTest(lsoa), Scratch() as folder:
                    made = Made(folder, force)
                    made.write("street", STREET, [crime(i, name, lsoa) for i in range(50)])
                    done = made.run()
                    self.assertEqual(done.returncode, 0, done.stderr)
                    self.assertEqual(figure(made.figures(), "recorded_crime", period="2025-11", breakdown="district",
                                            group=area), 50)

    def test_districts_that_took_the_place_of_others_stop_the_run(self):
        with Scratch() as folder:
            made = Made(folder, "cumbria")
            made.write("street", STREET, [crime(i, "Cumbria Constabulary", "Cumberland 001A") for i in range(50)])
            done = made.run()
            self.assertEqual(done.returncode, 1)
            self.assertIn("50 of 50 rows", done.stderr)
            self.assertIn("Cumberland (50)", done.stderr)
            self.assertIn("took the place of Allerdale, Carlisle and Copeland on 1 April 2023", done.stderr)
            self.assertFalse(list(folder.rglob("*.xlsx")))

    def test_a_workspace_that_has_the_new_districts_counts_in_them(self):
        with Scratch() as folder:
            made = Made(folder, "cumbria")
            made.write("street", STREET, [crime(i, "Cumbria Constabulary", "Cumberland 001A") for i in range(50)])
            registers = folder / "workspace" / "registers"
            registers.mkdir(parents=True)
            (registers / "areas.csv").write_text("name,level,parent,valid_from,valid_to\n"
                                                 "Cumberland,district,North,2023-04-01,\n")
            done = made.run()
            self.assertEqual(done.returncode, 0, done.stderr)
            self.assertEqual(figure(made.figures(), "recorded_crime", period="2025-11", breakdown="district",
                                    group="Cumberland"), 50)

    def test_most_rows_outside_stop_the_run(self):
        with Scratch() as folder:
            made = Made(folder)
            made.write("street", STREET, [crime(i, lsoa="County Durham 001A") for i in range(60)] +
                       [crime(100 + i, lsoa="Sunderland 001A") for i in range(10)] + [crime(200 + i) for i in range(40)])
            done = made.run()
            self.assertEqual(done.returncode, 1)
            self.assertIn("70 of 110 rows", done.stderr)
            self.assertIn("County Durham (60) and Sunderland (10)", done.stderr)

    def test_some_rows_outside_are_told_and_few_are_not(self):
        for outside, is_told in [(1, False), (5, True), (99, True)]:
            with self.subTest(outside), Scratch() as folder:
                made = Made(folder)
                made.write("street", STREET, [crime(i) for i in range(100)] +
                           [crime(500 + i, lsoa="County Durham 001A") for i in range(outside)])
                done = made.run()
                self.assertEqual(done.returncode, 0, done.stderr)
                rows = made.figures()
                self.assertEqual(figure(rows, "recorded_crime", period="2025-11"), 100 + outside)
                self.assertEqual(figure(rows, "recorded_crime", period="2025-11", breakdown="district",
                                        group="Outside the force area"), outside)
                told = "%d of %d rows" % (outside, 100 + outside)
                self.assertEqual(told in done.stderr, is_told, done.stderr)
                self.assertEqual(told in made.issues() and "County Durham (%d)" % outside in made.issues(), is_told)

    def test_few_rows_are_not_judged(self):
        with Scratch() as folder:
            made = Made(folder)
            made.write("street", STREET, [crime(i, lsoa="County Durham 001A") for i in range(9)])
            self.assertEqual(made.run().returncode, 0)


class Words(unittest.TestCase):
    ARRESTS = ('measure "x_arrests" { title = "Arrests after search", from = "stop_searches", '
               'where = "outcome = \'Arrest\'", count = true }\n')

    def searches(self, folder, texts):
        made = Made(folder, month="2016-06")
        made.measure(self.ARRESTS)
        made.write("street", STREET, [crime(i, month="2016-06") for i in range(10)])
        made.write("stop-and-search", SEARCHES, [search(text) for text in texts])
        done = made.run()
        self.assertEqual(done.returncode, 0, done.stderr)
        return made, done

    def test_outcomes_of_searches_in_earlier_words(self):
        with Scratch() as folder:
            made, _ = self.searches(folder, ["Nothing found - no further action"] * 80 + ["Suspect arrested"] * 15 +
                                    ["Local resolution"] * 5)
            rows = made.figures()
            self.assertEqual(figure(rows, "stop_search_outcomes", period="2016-06"), 20)
            self.assertEqual(figure(rows, "x_arrests", period="2016-06"), 15)

    def test_an_outcome_that_nobody_knows_is_not_known_and_told(self):
        with Scratch() as folder:
            made, done = self.searches(folder, ["A no further action disposal"] * 60 + ["Arrest"] * 20 +
                                       ["Sent home with a stern look"] * 20)
            rows = made.figures()
            self.assertEqual(figure(rows, "stop_search_outcomes", period="2016-06"), 25)  # 20 of 80
            for told in (done.stderr, made.issues()):
                self.assertIn("20 rows have in the column 'Outcome' a text that is not in its list", told)
                self.assertIn("Sent home with a stern look (20)", told)

    def test_a_crime_counts_whatever_became_of_it(self):
        with Scratch() as folder:
            made = Made(folder)
            made.write("street", STREET, [crime(i, outcome="Suspect charged") for i in range(5)] +
                       [crime(10 + i, outcome="Given a medal") for i in range(5)])
            done = made.run()
            self.assertEqual(done.returncode, 0, done.stderr)
            self.assertEqual(figure(made.figures(), "recorded_crime", period="2025-11"), 10)
            self.assertEqual(figure(made.figures(), "positive_outcome_share", period="2025-11"), 100)
            self.assertIn("Given a medal (5)", made.issues())

    def test_hours_of_days_are_refused(self):
        with Scratch() as folder:
            made = Made(folder)
            made.measure('measure "x_night" { title = "At night", from = "stop_searches", '
                         'where = "hour(searched_at) < 6", count = true }\n')
            made.write("street", STREET, [crime(i) for i in range(10)])
            done = made.run()
            self.assertEqual(done.returncode, 1)
            self.assertIn("searched_at is known to the day only", done.stderr)


class Repeats(unittest.TestCase):
    def test_outcomes_that_are_equal_in_every_column(self):
        with Scratch() as folder:
            made = Made(folder)
            made.measure('pillar "victims" { add = { "crimes_given_positive_outcomes" } }\n')
            made.write("street", STREET, [crime(i) for i in range(4)])
            made.write("outcomes", OUTCOMES, [outcome(1, "Suspect charged")] * 3 + [outcome(2, "Suspect charged")] * 2 +
                       [outcome(3, "Local resolution")] + [outcome(4, "Unable to prosecute suspect")] * 2)
            done = made.run()
            self.assertEqual(done.returncode, 0, done.stderr)
            rows = made.figures()
            self.assertEqual(figure(rows, "positive_outcomes", period="2025-11"), 6)
            self.assertEqual(figure(rows, "crimes_given_positive_outcomes", period="2025-11"), 3)
            self.assertIn("4 rows are equal to an earlier row of the same crime", made.issues())
            self.assertIn("(3 crimes)", made.issues())
            book = sheets(next(folder.rglob("*.xlsx")))
            printed = [text for cells in book.values() for text in cells.values() if "Outcomes, not crimes" in str(text)]
            self.assertTrue(printed, "what positive_outcomes counts is not printed")

    def test_crimes_that_repeat_an_identifier_are_told(self):
        with Scratch() as folder:
            made = Made(folder)
            made.write("street", STREET, [crime(i) for i in range(60)] + [crime(1)] * 50)
            done = made.run()
            self.assertEqual(done.returncode, 0, done.stderr)
            self.assertEqual(figure(made.figures(), "recorded_crime", period="2025-11"), 110)
            self.assertIn("50 rows repeat a crime's identifier", made.issues())

    def test_identifiers_that_differ_in_their_last_digits_are_different(self):
        for name, form in [("noughts before", "%064d"), ("letters before", "a%063d"), ("digits after", "%d" + "f" * 63)]:
            with self.subTest(name), Scratch() as folder:
                made = Made(folder)
                made.write("street", STREET, [crime(i, identifier=(form % i)[:64]) for i in range(1, 10)])
                self.assertEqual(made.run().returncode, 0)
                self.assertNotIn("identifier", made.issues())


class RealOutcomes(unittest.TestCase):
    DATA = SHARED_DATA / "police-uk-cambridgeshire-2024"

    @unittest.skipUnless(DATA.is_dir(), "real extracts are not there")
    def test_equal_rows_of_a_year_as_python_counts_them(self):
        equal = 0
        for path in sorted(self.DATA.glob("**/*-outcomes.csv.gz")):
            with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
                rows = collections.Counter(tuple(row) for row in csv.reader(file))
            equal += sum(rows.values()) - len(rows)
        self.assertEqual(equal, 1976)
        with Scratch() as folder:
            done = run("run", "cambridgeshire", "--month", "2024-12", "--data", "%s@2025-02-15" % self.DATA, "--out",
                       folder / "out", "--formats", "xlsx", "--quiet")
            self.assertEqual(done.returncode, 0, done.stderr)
            issues = sheets(next(folder.rglob("*.xlsx")))["Data issues"].values()
            self.assertTrue(any("1,976 rows are equal" in str(text) for text in issues), issues)
            self.assertNotIn("no area of the force", done.stderr)
            self.assertNotIn("another force", done.stderr)


class Files(unittest.TestCase):
    def test_two_encodings_in_one_file(self):
        with Scratch() as folder:
            made = Made(folder)
            made.write("street", STREET, [crime(i) for i in range(10)])
            rows = [SEARCHES.encode()] + [search("Arrest", "2025-11", name).encode(encoding) for name, encoding in
                                          [("Caf\u00e9", "utf-8"), ("Ynys M\u00f4n \u2013 x", "utf-8"),
                                           ("White", "utf-8"), ("Caf\u00e9", "cp1252")]]
            (folder / "data" / "2025-11-cleveland-stop-and-search.csv").write_bytes(b"\n".join(rows) + b"\n")
            done = made.run()
            self.assertEqual(done.returncode, 1)
            self.assertIn("is in two encodings: line 2 has a letter of UTF-8, line 5 one that is not", done.stderr)

    def test_the_line_that_names_the_separator(self):
        with Scratch() as folder:
            made = Made(folder)
            made.write("street", STREET, [crime(i) for i in range(10)], before="sep=,\n")
            self.assertEqual(made.check().returncode, 0)
            self.assertEqual(made.run().returncode, 0)
            self.assertEqual(figure(made.figures(), "recorded_crime", period="2025-11"), 10)
        with Scratch() as folder:
            made = Made(folder)
            made.write("street", STREET.replace(",", ";"), [crime(1).replace(",", ";")], before="sep=;\n")
            done = made.check()
            self.assertEqual(done.returncode, 1)
            self.assertIn("begins with the line 'sep=;'", done.stderr)


if __name__ == "__main__":
    unittest.main()
