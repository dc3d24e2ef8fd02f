"""`boardpack show`: what a stage hands on, held against counts by hand on a few rows."""
import pathlib
import unittest

from packs import Scratch, figures, run
from test_registers import extracts, workspace

# Robberies of a month, by district: three months that are covered, and one without a row.
MONTHS = {"2025-10": [("Hartlepool", "Under investigation")] * 3,
          "2025-11": [],
          "2025-12": [("Hartlepool", "Under investigation"), ("Middlesbrough", "Under investigation")]}
SCRIPT = '''
measure "robbery_here" {
  title = "Robbery here", from = "crimes", where = "category = 'Robbery'", count = true, by = { "district" },
  windows = { "month", "12 months" }, target = 1, better = "lower",
}
'''
PAPER = '''---
paper: few
title: A few words
---
# What happened

{{ measures.robbery_here.month }}

- a point

::table robbery_here
'''


class Show(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.scratch = Scratch()
        cls.folder = cls.scratch.__enter__()
        cls.data = extracts(cls.folder / "in", MONTHS)
        cls.mine = workspace(cls.folder / "mine", {}, SCRIPT)
        (cls.mine / "templates").mkdir()
        (cls.mine / "templates" / "few.md").write_text(PAPER)

    @classmethod
    def tearDownClass(cls):
        cls.scratch.__exit__()

    def ended(self, *words):
        return run("show", "cleveland", "--month", "2025-12", "--data", self.data, "--workspace", self.mine, "--quiet", *words)

    def show(self, stage, *words):
        done = self.ended("--stage", stage, *words)
        self.assertEqual(done.returncode, 0, done.stderr)
        return done.stdout

    def lines(self, stage, *words):
        return self.show(stage, *words).splitlines()

    def test_series_has_every_value_by_group_window_and_month(self):
        lines = self.lines("series", "--measure", "robbery_here")
        self.assertEqual(lines[0], "stage series")
        self.assertEqual([line for line in lines if line.startswith("measure ")], ["measure robbery_here"])
        force = lines[lines.index("  force"):]
        self.assertEqual(force[1:5], ["    month", "      2025-10: 3", "      2025-11: 0", "      2025-12: 2"])
        self.assertEqual(force[5], "    mrt")
        self.assertRegex(force[6], r"^      2025-10: \[x\] .*no extract covers November 2024 to September 2025")
        place = lines.index("  district = Hartlepool")
        self.assertEqual(lines[place + 2:place + 5], ["      2025-10: 3", "      2025-11: 0", "      2025-12: 1"])
        self.assertIn("  target: 1", lines)

    def test_findings_are_the_words_of_the_pack(self):
        text = self.show("findings", "--measure", "robbery_here")
        self.assertIn("  sentence: Robbery here stood at 2 in December 2025", text)
        self.assertIn("    December 2025 against November 2025: up 2", text)
        self.assertIn("  chart robbery_here.mrt: ", text)
        self.assertIn("    not drawn: a 12-month figure needs 12 months of data", text)

    def test_paper_is_the_tree_of_each_paper(self):
        lines = self.lines("paper")
        mine = lines[lines.index("paper few of workspace/few.md"):]
        self.assertEqual(mine[1], "  title: A few words")
        self.assertTrue(mine[2].startswith("  paragraph: "), "what is shared stands before the first heading")
        begin = mine.index("  heading 1: What happened")
        self.assertEqual(mine[begin + 1:begin + 3], ["  numbered paragraph: 2", "  bullet: a point"])
        self.assertIn("    row: December 2025 | 2 | ", "\n".join(mine))
        self.assertTrue(any(line.startswith("paper scrutiny-paper of cleveland/") for line in lines))

    def test_marks_are_those_of_the_charts(self):
        lines = self.lines("marks", "--measure", "robbery_here")
        self.assertEqual(lines[1], "picture robbery_here 1600 × 900")
        self.assertIn("Dec 2025", "\n".join(line for line in lines if line.startswith("text ")))
        self.assertTrue(any(line.startswith("picture robbery_here.mrt is not drawn: ") for line in lines))

    def test_stages_in_the_order_asked_for(self):
        text = self.show("marks", "--stage", "series", "--measure", "robbery_here")
        self.assertLess(text.index("stage marks"), text.index("stage series"))

    def test_the_same_values_as_a_run_and_nothing_written(self):
        before = sorted(path for path in self.folder.rglob("*") if path.name != "secret")
        lines = self.lines("series", "--measure", "robbery")
        self.assertEqual(before, sorted(path for path in self.folder.rglob("*") if path.name != "secret"))
        with Scratch() as out:
            made = run("run", "cleveland", "--month", "2025-12", "--data", self.data, "--workspace", self.mine, "--quiet",
                       "--out", out, "--formats", "svg", "--warehouse", "none")
            self.assertEqual(made.returncode, 0, made.stderr)
            rows = figures(pathlib.Path(out) / "cleveland" / "2025-12" / "restricted")
        month = lines[lines.index("    month") + 1:lines.index("    mrt")]
        told = {row["period"]: row["value"] for row in rows if (row["measure"], row["breakdown"], row["window"],
                                                                row["statistic"]) == ("robbery", "", "month", "value")}
        self.assertEqual([line.strip() for line in month], ["%s: %s" % each for each in sorted(told.items())])

    def test_a_bad_template_and_a_failed_measure_end_with_1(self):
        bad = self.mine / "templates" / "bad.md"
        bad.write_text("---\npaper: bad\ntitle: Bad\n---\n# One\n\n::table nothing\n")
        try:
            done = self.ended("--stage", "paper")
        finally:
            bad.unlink()
        self.assertEqual(done.returncode, 1)
        self.assertIn("There is no table 'nothing'.", done.stderr)
        self.assertIn("paper few of workspace/few.md", done.stdout)

    def test_a_measure_that_the_pack_has_not(self):
        done = self.ended("--stage", "series", "--measure", "robbery_her")
        self.assertEqual(done.returncode, 2)
        self.assertIn("This pack has no measure 'robbery_her'. Did you mean 'robbery_here'?", done.stderr)


if __name__ == "__main__":
    unittest.main()
