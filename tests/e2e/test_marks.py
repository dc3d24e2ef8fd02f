"""What a figure says of itself: rows that it is missing, levels that have no limits, breakdowns that are refused, figures
that people entered for months without an extract, and numbers as publishers print them. Every figure is counted by
hand."""
import re
import shutil
import unittest
import zipfile

from packs import SOURCE, Scratch, figure, figures, run, sheets
from test_registers import AREAS, STREET, workspace

CASES = SOURCE.parent / "shared" / "cases"
REAL = SOURCE.parent / "shared" / "data" / "police-uk-cleveland-2023-2025"

UNREADABLE = "a robbery of the 13th month"


def street(folder, months):
    """A street file a month: (crime type, how many) of rows in Hartlepool."""
    folder.mkdir(parents=True, exist_ok=True)
    number = 0
    for month, rows in months.items():
        lines = [STREET]
        for kind, times in rows:
            for _ in range(times):
                number += 1
                lines.append("%064x,%s,Cleveland Police,Cleveland Police,,,,E01,%s,%s,Under investigation," %
                             (number, month if kind != UNREADABLE else "2025-13", AREAS["Hartlepool"],
                              kind if kind != UNREADABLE else "Robbery"))
        (folder / ("%s-cleveland-street.csv" % month)).write_text("\n".join(lines) + "\n")
    return folder


def words_of(docx):
    with zipfile.ZipFile(docx) as package:
        return re.sub(r"<[^>]+>", "", package.read("word/document.xml").decode("utf-8"))


def months_to(last, count):
    """The months on end that end with `last`."""
    year, month = map(int, last.split("-"))
    ends = year * 12 + month
    return ["%04d-%02d" % ((ends - back - 1) // 12, (ends - back - 1) % 12 + 1) for back in reversed(range(count))]


class Marks(unittest.TestCase):
    def pack(self, folder, *words, month="2025-12", code=0):
        self.ended = run("run", "cleveland", "--month", month, "--out", folder / "out", "--warehouse", "none", *words)
        self.assertEqual(self.ended.returncode, code, self.ended.stderr)
        return folder / "out" / "cleveland" / month / "restricted"

    def test_two_of_302_rows_are_said_wherever_the_figure_is(self):
        with Scratch() as folder:
            months = {"2025-11": [("Robbery", 100)],
                      "2025-12": [("Robbery", 200), ("Burglary", 100), (UNREADABLE, 2)]}
            data = street(folder / "in", months)
            pack = self.pack(folder, "--data", data)
            rows = figures(pack)
            self.assertEqual(figure(rows, "recorded_crime"), 300)
            self.assertEqual(figure(rows, "recorded_crime", statistic="rejected"), 2)
            self.assertEqual(figure(rows, "robbery"), 200)
            self.assertEqual(figure(rows, "robbery", statistic="rejected"), 2)
            self.assertFalse([r for r in rows if r["statistic"] == "rejected" and r["period"] == "2025-11"])
            groups = {(r["value"], r["symbol"]) for r in rows
                      if r["statistic"] == "rejected" and r["measure"] == "recorded_crime" and r["group"]}
            self.assertEqual(groups, {("2", "[at most]")})
            # The incidents of the same file lose nothing: the kind of row says that both were crimes.
            self.assertEqual({r["value"] for r in rows if r["statistic"] == "rejected" and r["group"] == ""} , {"2", "0"})
            sentence = "2 of 302 rows of December 2025 could not be read and are left out."
            paper = words_of(next(pack.rglob("*.docx")))
            self.assertEqual(paper.count(sentence), 1, "once, at the front")
            self.assertIn(sentence[:-1], " ".join(str(v) for cells in sheets(next(pack.glob("*.xlsx"))).values()
                                                  for v in cells.values()))
            said = run("explain", "cleveland", "recorded_crime", "--month", "2025-12", "--data", data, "--warehouse",
                       "none")
            self.assertEqual(said.returncode, 0, said.stderr)
            self.assertIn("December 2025: 300; 2 of 302 rows could not be read and are left out\n", said.stdout)

    def test_a_level_that_steps_by_one_has_no_limits(self):
        with Scratch() as folder:
            counts = [20] * 20 + [21] * 16
            data = street(folder / "in", {month: [("Burglary", count)] for month, count in
                                          zip(months_to("2025-11", 36), counts)})
            pack = self.pack(folder, "--data", data, "--formats", "xlsx", month="2025-11")
            rows = [r for r in figures(pack) if r["measure"] == "burglary" and r["group"] == ""]
            self.assertFalse([r for r in rows if r["statistic"] == "special_cause" and r["value"]])
            for statistic in ("mean", "lower_limit", "upper_limit", "special_cause"):
                self.assertEqual(figure(rows, "burglary", statistic=statistic, period="2025-11"), "[x]")
            self.assertEqual([r["period"] for r in rows if r["statistic"] == "change_point"], ["2024-08"])

    def test_the_61st_group_takes_its_breakdown_alone(self):
        with Scratch() as folder:
            mine = workspace(folder / "mine", {}, """
measure "by_place" { title = "Crime by type and status", from = "crimes", count = true, by = { { "category", "district" } } }
""")
            kinds = ["Bicycle theft", "Burglary", "Criminal damage and arson", "Drugs", "Other crime", "Other theft",
                     "Possession of weapons", "Public order", "Robbery", "Shoplifting", "Theft from the person",
                     "Vehicle crime", "Violence and sexual offences"]
            places = ["Hartlepool 001A", "Redcar and Cleveland 001A", "Middlesbrough 001A", "Stockton-on-Tees 001A",
                      "County Durham 001A"]
            data = folder / "in"
            data.mkdir()
            lines = [STREET]
            for kind in kinds:
                for place in places:
                    # 13 types in four boroughs and outside: 65 groups, 12 of them outside.
                    lines.append("%064x,2025-12,Cleveland Police,Cleveland Police,,,,E01,%s,%s,Under investigation," %
                                 (len(lines), place, kind))
            (data / "2025-12-cleveland-street.csv").write_text("\n".join(lines) + "\n")
            pack = self.pack(folder, "--data", data, "--workspace", mine, code=1)
            rows = figures(pack)
            self.assertEqual(figure(rows, "by_place"), 65)
            self.assertFalse([r for r in rows if r["measure"] == "by_place" and r["breakdown"]])
            self.assertIn("'by_place' by category_x_district has 65 groups, more than 60 groups", self.ended.stderr)
            self.assertEqual(figure(rows, "recorded_crime"), 65)

    def entered(self, folder, value="12.3", extra=""):
        return workspace(folder / "mine", {
            "entered-figures.csv": "measure,month,value,state,bound,breakdown,group,as_at,entered_by,entered_on,words\n"
                                   "specials,2018-02,12.1,,,,,,Head of People,2018-04-02,\n"
                                   "specials,2018-03,%s,,,,,,Head of People,2018-04-02,\n%s" % (value, extra)}, """
measure "specials" { title = "Special constables", figure = true, decimals = 1, target = 12.2, better = "higher",
  serves = { "safer" } }
measure "more" { title = "More than the month before", windows = { "month" },
  derive = function(m) return m.specials - m.specials:shift(1) end }
""")

    def test_entered_figures_are_told_for_a_month_without_an_extract(self):
        with Scratch() as folder:
            mine = self.entered(folder)
            pack = self.pack(folder, "--workspace", mine, month="2018-03")
            rows = figures(pack)
            told = lambda name: next(r for r in rows if r["measure"] == name and r["statistic"] == "value"
                                     and r["period"] == "2018-03" and r["group"] == "")
            self.assertEqual(told("specials")["value"], "12.3")
            self.assertEqual(told("more")["value"], "0.2")
            self.assertEqual(told("recorded_crime")["symbol"], "[x]")
            change = next(r for r in rows if r["measure"] == "specials" and r["statistic"] == "change"
                          and r["reference"] == "previous_month")
            self.assertEqual(change["value"], "0.2")
            paper = words_of(next(pack.rglob("*.docx")))
            self.assertIn("no comparison with March 2017 (nobody entered March 2017)", paper)
            # With extracts of other months it is the same.
            data = street(folder / "in", {"2025-12": [("Robbery", 2)]})
            self.pack(folder, "--workspace", mine, "--data", data, month="2018-03")
            # A month of which nothing at all is known is none.
            self.pack(folder, "--workspace", mine, "--data", data, month="2019-03", code=1)
            self.assertIn("No extract covers March 2019, and no figure is entered for it.", self.ended.stderr)
            self.assertIn("nobody entered March 2017",
                          run("explain", "cleveland", "specials", "--month", "2018-03", "--workspace", mine).stdout)

    def test_numbers_that_would_not_be_kept_are_refused(self):
        with Scratch() as folder:
            mine = self.entered(folder, value="9007199254740993")
            self.pack(folder, "--workspace", mine, month="2018-03", code=1)
            self.assertIn("entered-figures.csv, row 3, value: found a number of more than 15 digits", self.ended.stderr)

    def test_an_event_that_names_no_measures_is_said_once(self):
        with Scratch() as folder:
            data = street(folder / "in", {"2025-11": [("Robbery", 5), ("Burglary", 4)],
                                          "2025-12": [("Robbery", 6), ("Burglary", 7)]})
            mine = workspace(folder / "mine", {
                "events.csv": "day,kind,title,words,measures,areas\n"
                              "2025-11-10,operation,Operation Sceptre,Knives were handed in.,,Hartlepool\n",
                "entered-figures.csv": "measure,month,value,state,bound,breakdown,group,as_at,entered_by,entered_on,words\n"
                                       "specials,2025-12,5,,,,,,Head of People,2026-01-02,\n"}, """
measure "specials" { title = "Special constables", figure = true, serves = { "safer" } }
""")
            pack = self.pack(folder, "--data", data, "--workspace", mine)
            self.assertEqual(words_of(next(pack.rglob("*.docx"))).count("Knives were handed in."), 1)
            notes = sheets(next(pack.glob("*.xlsx")))
            rows = [{cell: text for cell, text in cells.items()} for cells in notes.values()]
            self.assertTrue(any("Knives were handed in." in str(text) for cells in rows for text in cells.values()))

    @unittest.skipUnless((CASES / "withheld-rate-made-again").is_dir() and REAL.is_dir(), "../shared is not there")
    def test_a_rate_that_the_source_withholds_is_not_made_again(self):
        # Table P3 of the year ending December 2019 without Durham: Cleveland, Gwent and South Yorkshire, of 40 forces.
        case = CASES / "withheld-rate-made-again"
        with Scratch() as folder:
            pack = self.pack(folder, "--data", "%s@2026-01-15" % REAL, "--data", case / "data", "--workspace",
                             case / "workspace", "--formats", "xlsx", "--board-date", "2026-01-20", month="2025-11")
            rows = {r["statistic"]: r["value"] for r in figures(pack) if r["measure"] == "n_rob" and r["reference"] == "MSG"}
            self.assertAlmostEqual(float(rows["peer_mean"]), 0.969, places=3)
            self.assertEqual(rows["ranked"], "40")
            self.assertFalse([r for r in figures(pack) if r["measure"] == "n_rob" and r["reference"] == "Durham"])

    @unittest.skipUnless((CASES / "period-from-a-later-year-in-the-title").is_dir() and REAL.is_dir(),
                         "../shared is not there")
    def test_a_title_that_names_the_next_release_tells_of_its_own_period(self):
        case = CASES / "period-from-a-later-year-in-the-title"
        with Scratch() as folder:
            mine = folder / "mine"
            shutil.copytree(CASES / "withheld-rate-made-again" / "workspace", mine)
            pack = self.pack(folder, "--data", "%s@2026-01-15" % REAL, "--data", case / "data", "--workspace", mine,
                             "--formats", "xlsx", "--board-date", "2026-01-20", month="2025-11")
            periods = {r["period"] for r in figures(pack) if r["measure"] == "n_rob" and r["statistic"] == "peer_mean"}
            self.assertEqual(periods, {"2019-12"})


if __name__ == "__main__":
    unittest.main()
