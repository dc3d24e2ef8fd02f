"""What a pack finds (data/findings.json) against its figures: every finding rests on lines of figures.csv."""
import json
import unittest

from packs import Scratch, example_pack, figures


class Findings(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.scratch = Scratch()
        cls.pack = example_pack(cls.scratch.__enter__(), "cleveland")
        cls.found = json.loads((cls.pack / "data" / "findings.json").read_text(encoding="utf-8"))
        cls.lines = {}
        for row in figures(cls.pack):
            key = tuple(row[name] for name in ("measure", "breakdown", "group", "period", "window", "statistic",
                                               "reference"))
            cls.lines[key] = row

    @classmethod
    def tearDownClass(cls):
        cls.scratch.__exit__()

    def each(self):
        for measure in self.found["measures"]:
            for finding in measure["findings"]:
                yield measure["measure"], finding

    def line(self, measure, evidence):
        return self.lines[tuple([measure] + [evidence[name] for name in ("breakdown", "group", "period", "window",
                                                                         "statistic", "reference")])]

    def test_every_piece_of_evidence_is_a_line_of_figures(self):
        pieces = 0
        for measure, finding in self.each():
            for evidence in finding["evidence"]:
                pieces += 1
                with self.subTest(measure=measure, kind=finding["kind"], evidence=evidence):
                    self.line(measure, evidence)
        self.assertGreater(pieces, 100)

    def test_kinds_are_those_listed_and_measures_those_of_the_figures(self):
        listed = {row["kind"] for row in self.found["kinds"]}
        self.assertLessEqual({finding["kind"] for _, finding in self.each()}, listed)
        self.assertEqual({m["measure"] for m in self.found["measures"]}, {key[0] for key in self.lines})
        self.assertTrue(all(m["words"] and m["findings"] for m in self.found["measures"]))

    def test_direction_and_size_are_those_of_the_change(self):
        compared = 0
        for measure, finding in self.each():
            changes = [e for e in finding["evidence"] if e["statistic"] == "change"]
            if finding["kind"] not in ("higher", "lower", "as_usual", "too_few", "untested") or not changes:
                continue
            change = float(self.line(measure, changes[0])["value"])
            compared += 1
            with self.subTest(measure=measure, kind=finding["kind"], group=finding["group"]):
                self.assertAlmostEqual(finding["size"], abs(change), places=9)
                self.assertEqual(finding["direction"], "none" if change == 0 else "up" if change > 0 else "down")
                if finding["kind"] in ("higher", "lower"):
                    tested = [e for e in finding["evidence"] if e["statistic"] == "significant"]
                    self.assertEqual(float(self.line(measure, tested[0])["value"]), 1)
                    self.assertEqual(finding["kind"], "higher" if change > 0 else "lower")
        self.assertGreater(compared, 10)

    def test_an_unusual_month_is_one_that_the_figures_mark(self):
        for measure, finding in self.each():
            marks = [e for e in finding["evidence"] if e["statistic"] == "special_cause"]
            if marks:
                with self.subTest(measure=measure, group=finding["group"]):
                    code = float(self.line(measure, marks[0])["value"])
                    self.assertEqual(finding["kind"] == "unusual_month", code != 0)


if __name__ == "__main__":
    unittest.main()
