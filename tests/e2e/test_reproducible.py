"""Same inputs, same bytes; and no part of any output holds a path of the machine or a clock."""
import os
import re
import shutil
import unittest
import zipfile

from packs import Scratch, example_data, examples, run, tree


def make(out, *more, data=None, **options):
    made = run("run", "cumbria", "--month", "2025-12", "--board-date", "2026-02-12",
               *(data or example_data("cumbria")), "--out", out, "--quiet", *more, **options)
    assert made.returncode == 0, made.stderr
    return tree(out / "cumbria" / "2025-12" / "restricted")


def parts_of(name, content):
    """Every text in a file: of an office file, each of its parts."""
    if name.endswith((".xlsx", ".docx")):
        import io
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            for entry in archive.infolist():
                yield "%s!%s" % (name, entry.filename), archive.read(entry), entry.date_time
    else:
        yield name, content, None


class Reproducible(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.scratch = Scratch()
        cls.folder = cls.scratch.__enter__()
        cls.first = make(cls.folder / "first")

    @classmethod
    def tearDownClass(cls):
        cls.scratch.__exit__()

    def same(self, other):
        self.assertEqual(sorted(self.first), sorted(other))
        for name in self.first:
            self.assertEqual(self.first[name], other[name], "%s differs" % name)

    def test_on_one_two_and_eight_threads(self):
        for jobs in (1, 2, 8):
            self.same(make(self.folder / ("jobs%d" % jobs), "--jobs", jobs))

    def test_in_another_time_zone_and_locale(self):
        self.same(make(self.folder / "zone", env={"TZ": "Pacific/Auckland", "LC_ALL": "de_DE.UTF-8", "LANG": "de_DE"}))

    def test_from_and_into_other_folders(self):
        elsewhere = self.folder / "a folder" / "with blanks"
        shutil.copytree(examples() / "cumbria", elsewhere / "in")
        data = ["--data", "%s@2026-01-15" % (elsewhere / "in")]
        if (examples() / "cumbria-later").is_dir():
            shutil.copytree(examples() / "cumbria-later", elsewhere / "later")
            data += ["--data", "%s@2026-02-15" % (elsewhere / "later")]
        self.same(make(elsewhere / "out", data=data, cwd=elsewhere))

    def test_from_a_kept_warehouse(self):
        self.same(make(self.folder / "kept1", "--warehouse", self.folder / "warehouse"))
        self.same(make(self.folder / "kept2", "--warehouse", self.folder / "warehouse"))

    def test_nothing_tells_of_the_machine_or_the_day(self):
        import datetime
        today = datetime.date.today()
        homes = ["/%s/" % folder for folder in ("tmp", "home", "root")]
        words = [str(self.folder), *homes, os.getcwd(), today.isoformat(), today.strftime("%d/%m/%Y"), today.strftime("%Y%m%d")]
        if len(os.uname().nodename) > 5:  # a shorter name may stand in a picture by chance
            words.append(os.uname().nodename)
        looked = 0
        for name, content in self.first.items():
            for part, text, date in parts_of(name, content):
                looked += 1
                for word in words:
                    self.assertNotIn(word.encode(), text, "%s in %s" % (word, part))
                self.assertIsNone(re.search(rb"T\d\d:\d\d:(?!00Z)\d\d", text), "a time of day in %s" % part)
                if date is not None:
                    self.assertEqual(date, (1980, 1, 1, 0, 0, 0), part)
        self.assertGreater(looked, 50)


if __name__ == "__main__":
    unittest.main()
