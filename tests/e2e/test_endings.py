"""Runs that would not end: scripts, conditions and data that ask for more than there is time or memory for."""
import resource
import unittest

from packs import Scratch, figure, figures, run

HEADER = ("Type,Date,Part of a policing operation,Policing operation,Latitude,Longitude,Gender,Age range,"
          "Self-defined ethnicity,Officer-defined ethnicity,Legislation,Object of search,Outcome,"
          "Outcome linked to object of search,Removal of more than just outer clothing")
BACK_AND_BACK = "object like '" + "%a_" * 8 + "b'"
SECONDS = 60  # of the processor's time; each takes a few


def seconds_used():
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def searches(folder, objects):
    """An extract of stops and searches of December 2025, one for each object."""
    (folder / "in").mkdir()
    rows = ["Person search,2025-12-%02dT12:00:00+00:00,False,,,,Male,18-24,,,,%s,A no further action disposal,False,False"
            % (1 + i % 28, each) for i, each in enumerate(objects)]
    (folder / "in" / "2025-12-wiltshire-stop-and-search.csv").write_text("\n".join([HEADER, *rows]) + "\n")
    return ["--data", "%s@2026-01-15" % (folder / "in")]


def workspace(folder, script):
    (folder / "mine" / "scripts").mkdir(parents=True, exist_ok=True)
    (folder / "mine" / "scripts" / "x.lua").write_text(script)
    return ["--workspace", folder / "mine"]


class Endings(unittest.TestCase):
    def setUp(self):
        self.before = seconds_used()

    def tearDown(self):
        self.assertLess(seconds_used() - self.before, SECONDS)

    def test_a_text_joined_for_ever(self):
        with Scratch() as folder:
            mine = workspace(folder, 'local s = "x"\nfor i = 1, 23 do s = s .. s end\n'
                                     'for i = 1, 1000000 do local t = s .. "y" end\n')
            done = run("check", "cleveland", *mine)
            self.assertEqual(done.returncode, 1)
            self.assertIn("x.lua:2: A text would have more than 100,000 characters.", done.stdout + done.stderr)

    def test_a_pattern_that_goes_back_again_and_again(self):
        asks = {"counted": 'count = true, where = "%s"' % BACK_AND_BACK,
                "summed": 'sum = "case when %s then 1 else 7 end"' % BACK_AND_BACK,
                "shared": 'share = "%s"' % BACK_AND_BACK,
                "distinct": 'distinct = "gender", where = "not (%s)"' % BACK_AND_BACK,
                "by_time": 'count = true, where = "not (%s) and hour(searched_at) >= 0"' % BACK_AND_BACK}
        script = "".join('measure "%s" { title = "%s", from = "stop_searches", %s }\n' % (name, name, ask)
                         for name, ask in asks.items())
        with Scratch() as folder:
            data = searches(folder, ["a" * (60 + i % 50) for i in range(100)])
            mine = workspace(folder, script)
            done = run("run", "wiltshire", "--month", "2025-12", *data, *mine, "--out", folder / "out", "--quiet",
                       "--formats", "xlsx")
            self.assertEqual(done.returncode, 0, done.stderr)
            rows = figures(folder / "out" / "wiltshire" / "2025-12" / "restricted")
            # None of the texts ends with b.
            self.assertEqual(figure(rows, "counted"), 0)
            self.assertEqual(figure(rows, "summed"), 700)
            self.assertEqual(figure(rows, "shared"), 0)
            self.assertEqual(figure(rows, "distinct"), 1)
            self.assertEqual(figure(rows, "by_time"), 100)
            told = run("explain", "wiltshire", "counted", "--month", "2025-12", *data, *mine)
            self.assertEqual(told.returncode, 0, told.stderr)
            self.assertIn("boardpack_like", told.stdout)

    def test_a_hundred_thousand_groups(self):
        script = ('measure "many" { title = "Many", from = "stop_searches", count = true, by = { "object" } }\n'
                  'measure "largest" { title = "Largest", from = "stop_searches", count = true,\n'
                  '  by = { { "object", top = 5 } } }\n')
        with Scratch() as folder:
            data = searches(folder, ["thing %d" % i for i in range(100000)])
            done = run("run", "wiltshire", "--month", "2025-12", *data, *workspace(folder, script), "--out",
                       folder / "out", "--quiet", "--formats", "xlsx")
            self.assertIn("'many' by object has 100000 groups, more than 60 groups", done.stderr + done.stdout)
            self.assertIn("'largest' by object has 100000 groups", done.stderr + done.stdout)
        self.assertLess(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss, 1000 * 1024)  # in kilobytes


if __name__ == "__main__":
    unittest.main()
