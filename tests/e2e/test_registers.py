"""A workspace whose small tables hold events, targets, entered figures and a plan: every figure is counted by hand."""
import csv
import io
import json
import os
import unittest
import zipfile
from xml.sax.saxutils import escape

from packs import SOURCE, Scratch, figure, figures, run, sheets

STREET = "Crime ID,Month,Reported by,Falls within,Longitude,Latitude,Location,LSOA code,LSOA name,Crime type,Last outcome category,Context"
AREAS = {"Hartlepool": "Hartlepool 001A", "Redcar and Cleveland": "Redcar and Cleveland 001A",
         "Middlesbrough": "Middlesbrough 001A"}

SCRIPT = '''
measure "calls_figure" { title = "Calls entered by hand", figure = true, serves = { "4.1.a" } }
measure "plan_state" {
  title = "State of the questions", state = { "red", "amber", "green" }, by = { "question" }, serves = { "safer" },
}
measure "plan_red" { title = "Questions at red", state = { of = "plan_state", count = "red" } }
measure "plan_amber" { title = "Questions at amber or better", state = { of = "plan_state", least = "amber" } }
measure "open_robbery" {
  title = "Robberies under investigation", from = "crimes", snapshot = true, by = { "district" },
  where = "category = 'Robbery' and status = 'Under investigation'",
}
measure "robbery_here" {
  title = "Robbery here", from = "crimes", where = "category = 'Robbery'", count = true, by = { "district" },
}
measure "open_share" {
  title = "Open for each robbery", windows = { "month" },
  derive = function(m) return m.open_robbery / m.robbery_here end,
}
'''

TABLES = {
    "events.csv": "day,kind,title,words,measures,areas\n"
                  "2025-11-10,system change,New system,\"Counted anew, by another system.\",robbery_here,\n",
    "targets.csv": "measure,from,value,set_by\nrobbery_here,2025-10,3,Commissioner\n",
    "entered-figures.csv": "measure,month,value,state,bound,breakdown,group,as_at,entered_by,entered_on,words\n"
                           "calls_figure,2025-11,\"4,800\",,,,,,Head of Contact,2025-12-03,\n"
                           "calls_figure,2025-12,\"5,000\",,just under,,,,Head of Contact,2026-01-05,\n"
                           "plan_state,2025-12,,amber,,question,Q1,,Planning,2026-01-05,\n"
                           "plan_state,2025-12,,red,,question,Q2,,Planning,2026-01-05,\n"
                           "plan_state,2025-12,,green,,question,Q3,,Planning,2026-01-05,\n",
    "plan-items.csv": "kind,reference,parent,text,owner_role,due\n"
                      "commitment,4.1.a,4.1,Answer every call,,\ncommitment,4.1.b,4.1,Nobody does this,,\n",
    "plan-updates.csv": "as_at,reference,status,words\n2025-11-30,4.1.a,on track,\n",
}


def extracts(folder, months):
    """A street file a month: (district, outcome) of each robbery."""
    folder.mkdir()
    number = 0
    for month, rows in months.items():
        lines = [STREET]
        for district, outcome in rows:
            number += 1
            lines.append("%064x,%s,Cleveland Police,Cleveland Police,,,,E01,%s,Robbery,%s," %
                         (number, month, AREAS[district], outcome))
        (folder / ("%s-cleveland-street.csv" % month)).write_text("\n".join(lines) + "\n")
    return folder


def workspace(folder, tables=None, script=SCRIPT):
    (folder / "scripts").mkdir(parents=True)
    (folder / "registers").mkdir()
    (folder / "scripts" / "own.lua").write_text(script)
    for name, text in (TABLES if tables is None else tables).items():
        (folder / "registers" / name).write_text(text)
    return folder


def write_workbook(file, tables):
    """An xlsx file with a sheet of texts for each table, named for it as people would."""
    names = [name[:-len(".csv")].replace("-", " ").capitalize() for name in tables]
    with zipfile.ZipFile(file, "w") as made:
        made.writestr("[Content_Types].xml", "<Types/>")
        made.writestr("xl/workbook.xml", "<workbook xmlns:r='r'><sheets>%s</sheets></workbook>" % "".join(
            "<sheet name='%s' r:id='r%d'/>" % (name, i) for i, name in enumerate(names)))
        made.writestr("xl/_rels/workbook.xml.rels", "<Relationships>%s</Relationships>" % "".join(
            "<Relationship Id='r%d' Target='worksheets/sheet%d.xml'/>" % (i, i) for i in range(len(names))))
        for i, text in enumerate(tables.values()):
            rows = "".join("<row>%s</row>" % "".join(
                "<c t='inlineStr'><is><t>%s</t></is></c>" % escape(cell) for cell in row)
                for row in csv.reader(io.StringIO(text)))
            made.writestr("xl/worksheets/sheet%d.xml" % i, "<worksheet><sheetData>%s</sheetData></worksheet>" % rows)


OPEN, DONE = "Under investigation", "Offender given a caution"
MONTHS = {
    "2025-10": [("Hartlepool", OPEN), ("Hartlepool", DONE)],
    "2025-11": [("Middlesbrough", OPEN)],
    "2025-12": [("Hartlepool", OPEN), ("Hartlepool", OPEN), ("Middlesbrough", DONE)],
}


def pack_of(folder, month, data, mine, *more):
    made = run("run", "cleveland", "--month", month, "--data", data, "--out", folder / "out", "--workspace", mine,
               "--quiet", "--formats", "xlsx", *more)
    assert made.returncode == 0, made.stderr
    return folder / "out" / "cleveland" / month / "restricted"


class Registers(unittest.TestCase):
    def test_figures_states_and_snapshots_are_those_counted_by_hand(self):
        with Scratch() as folder:
            data, mine = extracts(folder / "in", MONTHS), workspace(folder / "mine")
            pack = pack_of(folder, "2025-12", "%s@2026-01-15" % data, mine)
            rows = figures(pack)
            self.assertEqual(figure(rows, "calls_figure"), 5000)
            self.assertEqual([r["symbol"] for r in rows if r["measure"] == "calls_figure" and r["period"] == "2025-12"
                              and r["statistic"] == "value"], ["[just under]"])
            self.assertEqual(figure(rows, "calls_figure", period="2025-11"), 4800)
            self.assertEqual(figure(rows, "calls_figure", statistic="change", reference="previous_month"), "[z]")
            self.assertEqual(figure(rows, "plan_state"), 1)
            self.assertEqual(figure(rows, "plan_state", breakdown="question", group="Q3"), 3)
            self.assertEqual(figure(rows, "plan_red"), 1)
            self.assertAlmostEqual(figure(rows, "plan_amber"), 200 / 3)
            self.assertEqual(figure(rows, "open_robbery"), 4)  # of all months: 1 + 1 + 2
            self.assertEqual(figure(rows, "open_robbery", breakdown="district", group="Hartlepool"), 3)
            self.assertAlmostEqual(figure(rows, "open_share"), 4 / 3)
            book = sheets(pack / "cleveland-2025-12.xlsx")
            self.assertIn("just under 5,000", book["Calls entered by hand"].values())
            self.assertIn("red", book["State of the questions"].values())
            coverage = list(book["Plan coverage"].values())
            self.assertIn("4.1.b Nobody does this", coverage)
            self.assertIn("no update", coverage)
            self.assertIn("30 November 2025: on track", coverage)
            told = " ".join(str(cell) for cell in book["Robbery here"].values())
            self.assertIn("From 10 November 2025 (New system): Counted anew, by another system.", told)

    def test_a_snapshot_is_kept_and_told_again_when_the_rows_have_changed(self):
        with Scratch() as folder:
            mine = workspace(folder / "mine")
            first = {month: MONTHS[month] for month in ("2025-10", "2025-11")}
            pack_of(folder, "2025-11", "%s@2025-12-12" % extracts(folder / "november", first), mine)
            kept = mine / "kept" / "snapshots.csv"
            self.assertEqual(os.stat(kept).st_mode & 0o777, 0o600)
            self.assertIn(",2025-11,2025-12-12,,,2,0", kept.read_text())
            pack = pack_of(folder, "2025-12", "%s@2026-01-15" % extracts(folder / "december", MONTHS), mine)
            rows = figures(pack)
            self.assertEqual(figure(rows, "open_robbery", period="2025-11"), 2)
            self.assertEqual(figure(rows, "open_robbery"), 4)
            before, manifest = kept.read_text(), (pack / "manifest.json").read_bytes()
            again = pack_of(folder, "2025-12", "%s@2026-01-15" % (folder / "december"), mine)
            self.assertEqual(kept.read_text(), before)
            self.assertEqual((again / "manifest.json").read_bytes(), manifest)
            # The same pack from rows without a day tells what was kept and does not change it.
            undated = figures(pack_of(folder, "2025-12", folder / "december", mine))
            self.assertEqual(figure(undated, "open_robbery"), 4)
            self.assertEqual(kept.read_text(), before)

    def test_the_manifest_and_check_name_each_table(self):
        with Scratch() as folder:
            data, mine = extracts(folder / "in", MONTHS), workspace(folder / "mine")
            pack = pack_of(folder, "2025-12", "%s@2026-01-15" % data, mine)
            listed = [entry["name"] for entry in json.loads((pack / "manifest.json").read_text())["registers"]]
            self.assertEqual(sorted(listed), sorted("registers/" + name for name in TABLES))
            done = run("check", "cleveland", "--workspace", mine)
            self.assertEqual(done.returncode, 0, done.stderr)
            self.assertIn("registers/entered-figures.csv: 5 entries", done.stdout)
            self.assertIn("registers/events.csv: 1 entry", done.stdout)
            done = run("list", "coverage", "cleveland", "--workspace", mine)
            self.assertEqual(done.returncode, 0, done.stderr)
            self.assertIn("4.1.b Nobody does this [no update]", done.stdout)
            self.assertIn("[no measure]", done.stdout)

    def test_one_workbook_says_what_the_csv_files_say(self):
        with Scratch() as folder:
            data, mine = extracts(folder / "in", MONTHS), workspace(folder / "mine", {})
            write_workbook(mine / "registers" / "registers.xlsx", TABLES)
            pack = pack_of(folder, "2025-12", "%s@2026-01-15" % data, mine)
            listed = [entry["name"] for entry in json.loads((pack / "manifest.json").read_text())["registers"]]
            self.assertEqual(listed, ["registers/registers.xlsx"])
            made = (pack / "data" / "figures.csv").read_bytes()
            of_files = pack_of(folder / "csv", "2025-12", "%s@2026-01-15" % data, workspace(folder / "csv" / "mine"))
            self.assertEqual(made, (of_files / "data" / "figures.csv").read_bytes())
            done = run("check", "cleveland", "--workspace", mine)
            self.assertEqual(done.returncode, 0, done.stderr)
            self.assertIn("registers/registers.xlsx, sheet 'Entered figures': 5 entries", done.stdout)
            (mine / "registers" / "events.csv").write_text(TABLES["events.csv"])
            done = run("check", "cleveland", "--workspace", mine)
            self.assertEqual(done.returncode, 1)
            self.assertIn("registers/events.csv; registers.xlsx, sheet 'Events': the events stand in more than one place",
                          done.stderr)

    def test_rows_count_by_the_weights_that_are_kept_for_their_groups(self):
        script = '''
measure "open_weighted" {
  title = "Robberies still open, by weight", from = "crimes", where = "category = 'Robbery'",
  share = "status = 'Under investigation'", weight = { set = "people", by = "area" }, by = { "district" },
}
measure "harm" {
  title = "Harm of robberies", from = "crimes", where = "category = 'Robbery'", sum = { set = "people", by = "area" },
}
'''
        tables = {"weights.csv": "name,group,value\npeople,Hartlepool,1.5\npeople,Middlesbrough,4\n"}
        with Scratch() as folder:
            rows = {"2025-12": [("Hartlepool", OPEN), ("Hartlepool", OPEN), ("Hartlepool", DONE),
                                ("Middlesbrough", DONE), ("Redcar and Cleveland", OPEN)]}
            mine = workspace(folder / "mine", tables, script)
            pack = pack_of(folder, "2025-12", "%s@2026-01-15" % extracts(folder / "in", rows), mine)
            made = figures(pack)
            self.assertAlmostEqual(figure(made, "open_weighted"), 300 / 8.5)  # 2 × 1.5 of 3 × 1.5 + 4
            self.assertEqual(figure(made, "open_weighted", statistic="unknown"), 1)  # Redcar has no weight
            self.assertAlmostEqual(figure(made, "open_weighted", breakdown="district", group="Hartlepool"), 200 / 3)
            self.assertEqual(figure(made, "harm"), 8.5)
            self.assertEqual(figure(made, "harm", statistic="unknown"), 1)
            told = run("explain", "cleveland", "open_weighted", "--workspace", mine, "--month", "2025-12", "--data",
                       "%s@2026-01-15" % (folder / "in"))
            self.assertIn("each row counted by the weight that the set 'people' gives each area", told.stdout)
            tables["weights.csv"] = tables["weights.csv"].replace("Hartlepool", "Hartlepol")
            done = run("check", "cleveland", "--workspace", workspace(folder / "other", tables, script))
            self.assertEqual(done.returncode, 1)
            self.assertRegex(done.stderr, r"own\.lua:4: .*open_weighted.*the set 'people'.*Hartlepol.*Hartlepool")

    def test_an_area_that_has_ended_has_no_figure_and_its_rows_are_in_no_area(self):
        script = '''measure "robbery_by" {
  title = "Robbery by district", from = "crimes", where = "category = 'Robbery'", count = true, by = { "district" },
}'''
        tables = {"areas.csv": "name,level,valid_from,valid_to\nHartlepool,district,,2025-11-30\n"}
        with Scratch() as folder:
            mine = workspace(folder / "mine", tables, script)
            pack = pack_of(folder, "2025-12", "%s@2026-01-15" % extracts(folder / "in", MONTHS), mine)
            made = figures(pack)
            of = lambda group, period="2025-12": figure(made, "robbery_by", breakdown="district", group=group, period=period)
            self.assertEqual(of("Hartlepool", "2025-10"), 2)
            self.assertEqual(of("Hartlepool", "2025-11"), 0)
            self.assertEqual(of("Hartlepool"), "[z]")
            self.assertEqual(of("Middlesbrough"), 1)
            self.assertEqual(of("Area not known"), 2)
            self.assertEqual(figure(made, "robbery_by"), 3)
            told = " ".join(str(cell) for cell in sheets(pack / "cleveland-2025-12.xlsx")["Robbery by district"].values())
            self.assertIn("From 1 December 2025 in Hartlepool (Change of areas): Hartlepool is no longer an area.", told)

    def test_every_mistake_of_every_table_in_one_run(self):
        with Scratch() as folder:
            tables = dict(TABLES)
            tables["events.csv"] = tables["events.csv"].replace("system change", "sytem change")
            tables["targets.csv"] = tables["targets.csv"].replace("robbery_here", "robery_here")
            tables["plan-updates.csv"] = tables["plan-updates.csv"].replace("4.1.a", "4.1.c")
            done = run("check", "cleveland", "--workspace", workspace(folder / "mine", tables))
            self.assertEqual(done.returncode, 1)
            self.assertRegex(done.stderr, r"3 problems in the small tables")
            self.assertRegex(done.stderr, r"registers/events\.csv, row 2, kind: .*system change")
            self.assertRegex(done.stderr, r"registers/targets\.csv, row 2, measure: .*robbery_here")
            self.assertRegex(done.stderr, r"registers/plan-updates\.csv, row 2, reference: .*4\.1\.c")

    def test_the_example_tables_are_read(self):
        with Scratch() as folder:
            script = ('measure "specials" { title = "Specials", figure = true }\n'
                      'measure "specials_hours" { title = "Hours of specials", figure = true }\n'
                      'measure "plan_state" { title = "State", state = { "red", "amber", "green" }, by = { "question" } }\n')
            examples = {p.name: p.read_text() for p in (SOURCE / "examples" / "registers").iterdir()}
            done = run("check", "cleveland", "--workspace", workspace(folder / "mine", examples, script))
            self.assertEqual(done.returncode, 0, done.stderr)
            self.assertIn("Small tables: 9, no problem.", done.stdout)


if __name__ == "__main__":
    unittest.main()
