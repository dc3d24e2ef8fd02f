"""An analyst's own measures: one that works, and ones that do not."""
import unittest

from packs import Scratch, example_data, figure, figures, run, sheets

MEASURE = '''measure "shoplifting_in_boroughs" {
  title  = "Shoplifting by borough",
  from   = "crimes",
  where  = "category = 'Shoplifting'",
  count  = true,
  by     = { "district" },
  better = "lower",
}
'''


def workspace(folder, **scripts):
    (folder / "scripts").mkdir(parents=True)
    for name, text in scripts.items():
        (folder / "scripts" / (name + ".lua")).write_text(text)
    return folder


class Scripts(unittest.TestCase):
    def test_eight_lines_give_a_row_a_sheet_and_a_chart(self):
        with Scratch() as folder:
            made = run("run", "cleveland", "--month", "2025-12", *example_data("cleveland"), "--out", folder / "out",
                       "--workspace", workspace(folder / "mine", mine=MEASURE), "--quiet", "--formats", "xlsx,png")
            self.assertEqual(made.returncode, 0, made.stderr)
            pack = folder / "out" / "cleveland" / "2025-12" / "restricted"
            book = sheets(pack / "cleveland-2025-12.xlsx")
            self.assertIn("Shoplifting by borough", book)
            self.assertIn("Shoplifting by borough", book["Scorecard"].values())
            self.assertTrue((pack / "charts" / "shoplifting_in_boroughs.png").exists())
            rows = figures(pack)
            self.assertEqual(figure(rows, "shoplifting_in_boroughs"), figure(rows, "shoplifting"))

    def test_all_faults_of_all_scripts_in_one_run(self):
        with Scratch() as folder:
            mine = workspace(folder / "mine",
                             one=MEASURE.replace("category", "categry"),
                             two=MEASURE.replace("shoplifting_in", "two_in").replace("better", "beter")
                             .replace("by borough", "two"),
                             three="measure 'x' {\n  title = \"X\n}\n")
            done = run("run", "cleveland", "--month", "2025-12", *example_data("cleveland"), "--out", folder / "out",
                       "--workspace", mine, "--quiet")
            self.assertEqual(done.returncode, 1)
            self.assertRegex(done.stderr, r"workspace/one\.lua:4: .*categry.*category")
            self.assertRegex(done.stderr, r"workspace/two\.lua:7: .*beter.*better")
            self.assertRegex(done.stderr, r"workspace/three\.lua:2: ")
            self.assertFalse((folder / "out" / "cleveland").exists())

    def test_a_measure_that_fails_does_not_stop_the_rest(self):
        # Which event is meant is known when the measure is worked out, not when its script is read.
        text = ('measure "since_then" {\n  title = "Since then",\n  from = "crimes",\n  count = true,\n'
                '  windows = { "month", "since The new system" },\n}\n')
        with Scratch() as folder:
            done = run("run", "cleveland", "--month", "2025-12", *example_data("cleveland"), "--out", folder / "out",
                       "--workspace", workspace(folder / "mine", mine=text), "--quiet", "--formats", "xlsx")
            self.assertEqual(done.returncode, 1)
            self.assertRegex(done.stderr, "since_then failed: .*the register of events has none of that title")
            rows = figures(folder / "out" / "cleveland" / "2025-12" / "restricted")
            self.assertEqual(figure(rows, "since_then"), "[failed]")
            self.assertGreater(figure(rows, "robbery"), 0)

    def test_explain_gives_the_sql_and_the_rows(self):
        done = run("explain", "cleveland", "robbery", "--month", "2025-12", *example_data("cleveland"), "--quiet",
                   "--group", "district=Hartlepool", "--rows", "3")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertRegex(done.stdout, r"(?i)select")
        self.assertIn("2025-12-cleveland-street.csv", done.stdout)
        self.assertIn("Hartlepool", done.stdout)

    def test_an_unknown_name_is_met_with_the_near_one(self):
        done = run("explain", "cleveland", "roberry", "--month", "2025-12", *example_data("cleveland"))
        self.assertEqual(done.returncode, 2)
        self.assertIn("robbery", done.stderr)
        done = run("run", "clevland", "--month", "2025-12", *example_data("cleveland"))
        self.assertEqual(done.returncode, 2)
        self.assertIn("cleveland", done.stderr)


if __name__ == "__main__":
    unittest.main()
