"""Figures of a pack against counts made another way: Python's csv module on the same extracts, published totals."""
import collections
import csv
import datetime
import gzip
import io
import pathlib
import re
import unittest

from packs import SHARED_DATA, Scratch, example_pack, examples, figure, figures, run, sheets

DISTRICTS = {"cleveland": ["Hartlepool", "Middlesbrough", "Redcar and Cleveland", "Stockton-on-Tees"]}


def rows_of(path):
    raw = path.read_bytes()
    text = (gzip.decompress(raw) if raw[:2] == b"\x1f\x8b" else raw).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def street_rows(folders, force):
    """month -> rows; a later folder's month takes the place of an earlier one's."""
    months = {}
    for folder in folders:
        for path in sorted(pathlib.Path(folder).rglob("*-%s-street.csv*" % force)):
            months[path.name[:7]] = rows_of(path)
    return months


def months_to(last, count):
    year, month = map(int, last.split("-"))
    result = []
    for _ in range(count):
        result.append("%04d-%02d" % (year, month))
        year, month = (year, month - 1) if month > 1 else (year - 1, 12)
    return result[::-1]


class Examples(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.scratch = Scratch()
        cls.pack = example_pack(cls.scratch.__enter__(), "cleveland")
        cls.rows = figures(cls.pack)
        cls.known = {}
        for r in cls.rows:
            key = tuple(r[each] for each in ("measure", "window", "statistic", "breakdown", "group", "period", "reference"))
            assert key not in cls.known, key
            cls.known[key] = float(r["value"]) if r["value"] != "" else r["symbol"]
        cls.book = sheets(cls.pack / "cleveland-2025-12.xlsx")
        cls.names = {line.split(None, 1)[1]: line.split()[0]
                     for line in run("list", "measures", "cleveland").stdout.splitlines()}
        folders = [examples() / "cleveland", examples() / "cleveland-later"]
        cls.months = street_rows([f for f in folders if f.is_dir()], "cleveland")

    @classmethod
    def tearDownClass(cls):
        cls.scratch.__exit__()

    def crimes(self, month, district=None, kind=None):
        asb = "Anti-social behaviour"
        return sum(1 for r in self.months[month]
                   if (r["Crime type"] == kind if kind else r["Crime type"] != asb)
                   and (district is None or r["LSOA name"][:-5] == district))

    def test_recorded_crime_by_month(self):
        for month in months_to("2025-12", 13):
            with self.subTest(month):
                self.assertEqual(figure(self.rows, "recorded_crime", period=month), self.crimes(month))

    def test_rolling_total_and_change(self):
        now = sum(self.crimes(m) for m in months_to("2025-12", 12))
        before = sum(self.crimes(m) for m in months_to("2024-12", 12))
        self.assertEqual(figure(self.rows, "recorded_crime", "mrt"), now)
        self.assertEqual(figure(self.rows, "recorded_crime", "mrt", "previous", reference="previous_mrt"), before)
        self.assertEqual(figure(self.rows, "recorded_crime", "mrt", "change", reference="previous_mrt"), now - before)
        self.assertAlmostEqual(figure(self.rows, "recorded_crime", "mrt", "change_pct", reference="previous_mrt"),
                               100 * (now - before) / before, places=9)

    def test_financial_year_to_date(self):
        now = sum(self.crimes(m) for m in months_to("2025-12", 9))
        self.assertEqual(figure(self.rows, "recorded_crime", "ytd"), now)

    def test_districts_and_categories(self):
        for district in DISTRICTS["cleveland"]:
            self.assertEqual(figure(self.rows, "recorded_crime", breakdown="district", group=district),
                             self.crimes("2025-12", district))
        self.assertEqual(figure(self.rows, "robbery"), self.crimes("2025-12", kind="Robbery"))
        self.assertEqual(figure(self.rows, "anti_social_behaviour"),
                         self.crimes("2025-12", kind="Anti-social behaviour"))

    def test_every_breakdown_by_area_adds_up_to_the_force(self):
        totals, parts = {}, collections.Counter()
        for r in self.rows:
            if r["statistic"] != "value" or r["value"] == "" or r["measure"] not in ("recorded_crime", "robbery",
                                                                                    "anti_social_behaviour"):
                continue
            key = (r["measure"], r["window"], r["period"])
            if r["breakdown"] == "":
                totals[key] = float(r["value"])
            elif r["breakdown"] == "district":
                parts[key] += float(r["value"])
        self.assertGreater(len(parts), 30)
        for key, total in parts.items():
            self.assertEqual(total, totals[key], key)

    def test_the_workbook_has_the_same_numbers(self):
        score = self.book["Scorecard"]
        header = {text: cell for cell, text in score.items() if isinstance(text, str)}
        line = next(cell[1:] for cell, text in score.items() if text == "Recorded crime" and cell[0] == "A")
        values = {score[c] for c in score if c[1:] == line and isinstance(score[c], float)}
        for window, statistic, reference in (("month", "value", ""), ("mrt", "value", ""),
                                             ("month", "previous", "same_month_last_year"),
                                             ("mrt", "previous", "previous_mrt"), ("mrt", "change", "previous_mrt")):
            self.assertIn(figure(self.rows, "recorded_crime", window, statistic, reference=reference), values)
        self.assertIn("Where it comes from", header)
        sheet = self.book["Recorded crime"]
        line = next(cell[1:] for cell, text in sheet.items() if text == "December 2025" and cell[0] == "A")
        self.assertEqual(sheet["B" + line], figure(self.rows, "recorded_crime"))

    @staticmethod
    def rows_below(cells, heading):
        """Rows of a sheet's table as dicts by heading."""
        rows = {}
        for cell, value in cells.items():
            column, line = re.fullmatch(r"([A-Z]+)([0-9]+)", cell).groups()
            rows.setdefault(int(line), {})[column] = value
        first = min(line for line, row in rows.items() if row.get("A") == heading)
        return [{rows[first][column]: value for column, value in rows[line].items()} for line in sorted(rows) if line > first]

    def measure(self, title):
        """The name of a measure; a title has its unit beside it where it does not say it."""
        return self.names.get(title) or self.names[title.rsplit(" (", 1)[0]]

    def table(self, sheet):
        """Rows of a table of several measures, each with the measure's name under ''."""
        table = self.rows_below(self.book[sheet], "Measure")
        self.assertGreater(len(table), 0, sheet)
        return [dict(row, **{"": self.measure(row["Measure"])}) for row in table]

    def test_every_month_of_every_sheet_is_that_of_its_measure_and_group(self):
        checked = collections.Counter()
        for name, cells in self.book.items():
            title = re.fullmatch("(.*) by month, Cleveland Police", str(cells.get("A1")))
            if not title:
                continue
            measure = self.measure(title.group(1))
            groups = collections.defaultdict(set)
            for r in self.rows:
                if (r["measure"], r["statistic"]) == (measure, "value"):
                    groups[r["group"] or "Cleveland Police"].add((r["breakdown"], r["group"]))
            for row in self.rows_below(cells, "Month"):
                month = datetime.datetime.strptime(row["Month"], "%B %Y").strftime("%Y-%m")
                for heading, value in row.items():
                    group = heading if heading in groups else heading.rsplit(" (", 1)[0]
                    if heading.startswith("12 months to the month"):
                        self.check(value, measure, "mrt", period=month)
                    elif len(groups.get(group, ())) == 1:
                        breakdown, of = next(iter(groups[group]))
                        self.check(value, measure, "month", breakdown=breakdown, group=of, period=month)
                        checked[measure, breakdown] += 1
        self.assertEqual(len({measure for measure, _ in checked}), 19, sorted(checked))
        self.assertEqual({count for (_, breakdown), count in checked.items() if breakdown == ""}, {36}, checked)

    def check(self, shown, measure, window, statistic="value", breakdown="", group="", period="2025-12", reference=""):
        """That a cell has the figure asked for: its number in the digits of a workbook, or its symbol."""
        key = (measure, window, statistic, breakdown, group, period, reference)
        known = self.known[key]
        if isinstance(known, str):
            self.assertEqual(shown, known, key)
        else:
            self.assertIsInstance(shown, float, key)
            self.assertAlmostEqual(shown, known, delta=1e-11 * max(1, abs(known)), msg=key)

    def test_every_change_is_that_of_its_measure_and_period(self):
        periods = {("December 2025", "November 2025"): ("month", "previous_month"),
                   ("December 2025", "December 2024"): ("month", "same_month_last_year"),
                   ("The 12 months to December 2025", "The 12 months to December 2024"): ("mrt", "previous_mrt"),
                   ("April to December 2025", "April to December 2024"): ("ytd", "previous_ytd")}
        verdicts = collections.Counter()
        for row in self.table("What changed"):
            window, reference = periods[row["Period"], row["Compared with"]]
            with self.subTest(measure=row[""], window=window, reference=reference):
                self.check(row["Figure"], row[""], window)
                for heading, statistic in (("Figure then", "previous"), ("Change", "change"), ("Change (%)", "change_pct")):
                    self.check(row[heading], row[""], window, statistic, reference=reference)
                verdict = row["Whether it is more than chance gives"]
                verdicts[verdict] += 1
                tested = [r["value"] or r["symbol"] for r in self.rows
                          if (r["measure"], r["breakdown"], r["window"], r["statistic"], r["reference"]) ==
                          (row[""], "", window, "significant", reference)]
                way = "higher" if isinstance(row["Change"], float) and row["Change"] > 0 else "lower"
                self.assertEqual(tested, {"no significant change": ["0"], "significantly " + way: ["1"],
                                          "not tested": []}.get(verdict, ["[x]"]), verdict)
                if tested == ["[x]"]:
                    self.assertRegex(verdict, "^cannot be told")
        self.assertGreater(verdicts["no significant change"], 40)
        self.assertGreater(verdicts["significantly higher"], 2)
        self.assertGreater(verdicts["significantly lower"], 2)

    def test_every_part_of_a_change_is_that_of_its_group(self):
        kinds = collections.Counter()
        for row in self.table("What makes up changes"):
            self.assertEqual((row["Period"], row["Compared with"]),
                             ("January to December 2025", "January to December 2024"))
            which = {"breakdown": {"Borough": "district"}.get(row["Breakdown"], row["Breakdown"].lower()),
                     "group": row["Group"]}
            with self.subTest(measure=row[""], **which):
                counts = row["Of it by its own rate"] == "[z]"
                kinds[counts] += 1
                if counts:
                    self.check(row["Adds to the change"], row[""], "mrt", "change", reference="previous_mrt", **which)
                    continue
                for heading, statistic in (("Adds to the change", ""), ("Of it by its own rate", "_rate"),
                                           ("Of it by its weight", "_mix")):
                    self.check(row[heading], row[""], "mrt", "contribution" + statistic, **which)
        self.assertTrue(kinds[True] > 40 and kinds[False] > 10, kinds)

    def test_every_forecast_is_that_of_its_measure(self):
        for row in self.table("Year to March"):
            with self.subTest(measure=row[""]):
                self.assertEqual((row["Financial year"], row["Months left"]), ("2025/26", 3))
                for heading, statistic in (("So far", "_so_far"), ("Forecast", ""),
                                           ("Lower end of the 95% interval", "_lower_95"),
                                           ("Upper end of the 95% interval", "_upper_95")):
                    self.check(row[heading], row[""], "financial_year", "forecast" + statistic, period="2026-03")

    def test_every_limit_is_that_of_its_group_and_counts_its_months(self):
        months = {datetime.date(int(m[:4]), int(m[5:]), 1).strftime("%B %Y"): m for m in months_to("2025-12", 36)}
        groups = 0
        for row in self.table("Control limits"):
            breakdown = {"Force": "", "Borough": "district"}.get(row["Breakdown"], row["Breakdown"].lower())
            which = {"breakdown": breakdown, "group": row["Group"] if breakdown else ""}
            first, last = months[row["First month"]], months[row["Last month"]]
            with self.subTest(measure=row[""], first=first, **which):
                at = "2025-12" if last == "2025-12" else first
                for heading, statistic in (("Mean", "mean"), ("Lower limit", "lower_limit"), ("Upper limit", "upper_limit")):
                    self.check(row[heading], row[""], "month", statistic, period=at, **which)
                known = {r["period"] for r in self.rows if r["value"] != "" and
                         (r["measure"], r["breakdown"], r["group"], r["window"], r["statistic"]) ==
                         (row[""], which["breakdown"], which["group"], "month", "value")}
                self.assertEqual(row["Months used"], sum(first <= month <= last for month in known), row["Of what"])
                groups += breakdown != ""
        self.assertGreater(groups, 40)

    def test_no_verdict_is_other_than_yes_no_or_unknown(self):
        tested = [r["value"] or r["symbol"] for r in self.rows if r["statistic"] == "significant"]
        self.assertEqual(set(tested) - {"0", "1", "[x]"}, set())
        self.assertTrue(tested.count("0") > 100 and tested.count("1") > 10, collections.Counter(tested))


@unittest.skipUnless(SHARED_DATA.is_dir(), "skipped: no real data beside the project")
class RealData(unittest.TestCase):
    """Three years of Cleveland, of which eleven months are there in two editions."""

    @classmethod
    def setUpClass(cls):
        cls.scratch = Scratch()
        out = cls.scratch.__enter__()
        made = run("run", "cleveland", "--month", "2025-12", "--data",
                   "%s@2026-01-15" % (SHARED_DATA / "police-uk-cleveland-2023-2025"), "--data",
                   "%s@2026-02-15" % (SHARED_DATA / "police-uk-2025-four-forces"), "--out", out, "--quiet", "--formats",
                   "xlsx")
        assert made.returncode == 0, made.stderr
        cls.rows = figures(out / "cleveland" / "2025-12" / "restricted")

    @classmethod
    def tearDownClass(cls):
        cls.scratch.__exit__()

    def check(self, measure, now, before):
        self.assertEqual(figure(self.rows, measure, "mrt"), now)
        self.assertEqual(figure(self.rows, measure, "mrt", "previous", reference="previous_mrt"), before)

    def test_twelve_months(self):
        self.check("recorded_crime", 71787, 73583)
        self.check("robbery", 1264, 869)
        self.check("anti_social_behaviour", 17604, 16309)

    def test_the_year_to_march_holds_what_there_is(self):
        so_far = figure(self.rows, "recorded_crime", "financial_year", "forecast_so_far", period="2026-03")
        self.assertEqual(so_far, figure(self.rows, "recorded_crime", "ytd"))
        lower, value, upper = (figure(self.rows, "recorded_crime", "financial_year", "forecast" + end, period="2026-03")
                               for end in ("_lower_95", "", "_upper_95"))
        self.assertTrue(so_far < lower < value < upper)

    def test_mix_and_rate_add_up_to_the_change_of_the_share(self):
        parts = [figure(self.rows, "positive_outcome_share", "mrt", "contribution_" + part, breakdown="category")
                 for part in ("mix", "rate")]
        change = figure(self.rows, "positive_outcome_share", "mrt", "change", reference="previous_mrt")
        self.assertAlmostEqual(sum(parts), change, places=9)

    def test_twelve_months_in_per_cent(self):
        self.assertAlmostEqual(figure(self.rows, "recorded_crime", "mrt", "change_pct", reference="previous_mrt"),
                               -2.4, places=1)


@unittest.skipUnless(SHARED_DATA.is_dir(), "skipped: no real data beside the project")
class RealDataOfTheOthers(unittest.TestCase):
    """Forces of which there are 12 or 24 months: what needs more history is [x], and the run still succeeds."""

    def rows(self, force, *data):
        with Scratch() as out:
            made = run("run", force, "--month", "2025-12", *data, "--out", out, "--quiet", "--formats", "xlsx")
            self.assertEqual(made.returncode, 0, made.stderr)
            return figures(out / force / "2025-12" / "restricted")

    def test_twelve_months(self):
        data = SHARED_DATA / "police-uk-2025-four-forces"
        for force in ("cumbria", "wiltshire"):
            rows = self.rows(force, "--data", data)
            months = street_rows([data], force)
            crimes = sum(1 for month in months.values() for r in month if r["Crime type"] != "Anti-social behaviour")
            self.assertEqual(figure(rows, "recorded_crime", "mrt"), crimes)
            self.assertEqual(figure(rows, "recorded_crime", "mrt", "previous", reference="previous_mrt"), "[x]")
            self.assertEqual(figure(rows, "recorded_crime", "month", "change", reference="same_month_last_year"), "[x]")

    def test_twenty_four_months(self):
        folders = [SHARED_DATA / "police-uk-cambridgeshire-2024", SHARED_DATA / "police-uk-2025-four-forces"]
        rows = self.rows("cambridgeshire", "--data", folders[0], "--data", folders[1])
        months = street_rows(folders, "cambridgeshire")
        for year, period in (("2025", "2025-12"), ("2024", "2024-12")):
            crimes = sum(1 for name, month in months.items() if name.startswith(year) for r in month
                         if r["Crime type"] != "Anti-social behaviour")
            self.assertEqual(figure(rows, "recorded_crime", "mrt", period=period), crimes)
        peterborough = sum(1 for r in months["2025-12"] if r["Crime type"] != "Anti-social behaviour"
                           and r["LSOA name"][:-5] == "Peterborough")
        self.assertEqual(figure(rows, "recorded_crime", breakdown="district", group="Peterborough"), peterborough)


if __name__ == "__main__":
    unittest.main()
