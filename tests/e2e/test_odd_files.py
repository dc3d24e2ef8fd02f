"""Files that are none, and workbooks whose sheets show something else than they keep."""
import os
import unittest
import zipfile

from packs import Scratch, example_data, figure, figures, run

SCRIPT = '''measure "hrs" { title = "Hours of volunteers", figure = true, unit = "hours", windows = { "month" }, decimals = 2 }
measure "shr" { title = "Share answered", figure = true, unit = "%", windows = { "month" }, decimals = 1 }
measure "brk" { title = "Specials by borough", figure = true, by = { "district" }, windows = { "month" } }
'''
TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
HEADER = ("measure", "month", "value", "breakdown", "group", "entered_by", "entered_on")


def workspace(folder):
    for name in ("scripts", "registers"):
        (folder / name).mkdir(parents=True)
    (folder / "scripts" / "figures.lua").write_text(SCRIPT)
    return folder


def check(folder):
    """The end of `check`, which is never waited for longer than ten times of what it takes."""
    return run("check", "cleveland", "--workspace", folder)


def text(value):
    return "<c t='inlineStr'><is><t>%s</t></is></c>" % value


def xlsx(path, rows, formats=(), styles="styles.xml"):
    codes = "".join("<numFmt numFmtId='%d' formatCode='%s'/>" % (164 + i, code) for i, code in enumerate(formats))
    looks = "".join("<xf numFmtId='%d'/>" % id for id in [0] + [164 + i for i in range(len(formats))])
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as book:
        book.writestr("[Content_Types].xml", "<Types/>")
        book.writestr("xl/workbook.xml", "<workbook xmlns:r='r'><sheets><sheet name='Sheet1' sheetId='1' r:id='rId1'/>"
                                         "</sheets></workbook>")
        book.writestr("xl/_rels/workbook.xml.rels",
                      "<Relationships><Relationship Id='rId1' Type='%sworksheet' Target='worksheets/sheet1.xml'/>"
                      "<Relationship Id='rId2' Type='%sstyles' Target='%s'/></Relationships>" % (TYPES, TYPES, styles))
        book.writestr("xl/" + styles, "<styleSheet><numFmts>%s</numFmts><cellXfs>%s</cellXfs></styleSheet>" % (codes, looks))
        book.writestr("xl/worksheets/sheet1.xml", "<worksheet><sheetData>%s</sheetData></worksheet>" %
                      "".join("<row>%s</row>" % "".join(row) for row in [[text(name) for name in HEADER]] + rows))


class OddFiles(unittest.TestCase):
    def test_pipes_and_devices_never_hang_a_command(self):
        places = {"registers/events.csv": "is a pipe", "registers/events.xlsx": "is a pipe",
                  "registers/registers.ods": "is a pipe", "scripts/mine.lua": "is a pipe",
                  "templates/paper.md": "is a pipe"}
        for place, words in places.items():
            with self.subTest(place), Scratch() as folder:
                mine = workspace(folder / "mine")
                (mine / place).parent.mkdir(exist_ok=True)
                os.mkfifo(mine / place)
                done = run("run", "cleveland", "--month", "2025-12", *example_data("cleveland"), "--out", folder / "out",
                           "--workspace", mine, "--quiet")
                self.assertEqual(done.returncode, 1, done.stderr)
                self.assertIn(words + ", not a file", done.stderr)
        for place in ("registers/events.csv", "registers/events.xlsx", "scripts/mine.lua"):
            with self.subTest("device as " + place), Scratch() as folder:
                mine = workspace(folder / "mine")
                os.symlink("/dev/zero", mine / place)
                done = check(mine)
                self.assertEqual(done.returncode, 1)
                self.assertIn("is a device, not a file", done.stderr + done.stdout)

    def test_the_secret_and_the_figures_published_are_files(self):
        with Scratch() as folder:
            mine = workspace(folder / "mine")
            os.mkfifo(mine / "secret")
            os.mkfifo(folder / "figures.csv")
            words = ["run", "cleveland", "--month", "2025-12", *example_data("cleveland"), "--out", folder / "out", "--quiet"]
            done = run(*words, "--workspace", mine)
            self.assertEqual(done.returncode, 1, done.stderr)
            self.assertIn("secret is a pipe, not a file", done.stderr)
            done = run(*words, "--published", folder / "figures.csv")
            self.assertEqual(done.returncode, 1, done.stderr)
            self.assertIn("figures.csv is a pipe, not a file", done.stderr)

    def test_figures_are_those_that_the_sheet_shows(self):
        with Scratch() as folder:
            mine = workspace(folder / "mine")
            day = text("2025-12-11")
            xlsx(mine / "registers" / "entered-figures.xlsx",
                 [[text("shr"), "<c t='d' s='2'><v>2025-12-01T00:00:00.000</v></c>", "<c s='1'><v>0.9</v></c>", "<c/>", "<c/>",
                   text("HR"), "<c t='d' s='2'><v>2025-12-11Z</v></c>"],
                  [text("brk"), text("2025-12"), "<c><v>12</v></c>", text("district"), text("_x0048_artlepool"), text("HR"), day]],
                 formats=("0%", "dd/mm/yyyy"), styles="styles2.xml")
            done = run("run", "cleveland", "--month", "2025-12", *example_data("cleveland"), "--out", folder / "out",
                       "--workspace", mine, "--quiet", "--formats", "xlsx")
            self.assertEqual(done.returncode, 0, done.stderr)
            rows = figures(folder / "out" / "cleveland" / "2025-12" / "restricted")
            self.assertEqual(figure(rows, "shr"), 90)
            self.assertEqual(figure(rows, "brk", breakdown="district", group="Hartlepool"), 12)

    def test_a_time_is_told_with_its_cell(self):
        with Scratch() as folder:
            mine = workspace(folder / "mine")
            xlsx(mine / "registers" / "entered-figures.xlsx",
                 [[text("hrs"), text("2025-12"), "<c s='1'><v>1.5</v></c>", "<c/>", "<c/>", text("HR"), text("2025-12-11")],
                  [text("hrs"), text("2025-11"), "<c s='2'><v>0.372222222222</v></c>", "<c/>", "<c/>", text("HR"),
                   text("2025-12-11")]], formats=("[h]:mm", "h:mm"))
            done = check(mine)
            self.assertEqual(done.returncode, 1)
            said = done.stdout + done.stderr
            self.assertRegex(said, "row 2, value: the cell shows a time, 36:00 .*a time is no number")
            self.assertRegex(said, "row 3, value: the cell shows a time, 8:56 .*a time is no number")


if __name__ == "__main__":
    unittest.main()
