"""`check` says what `run` would: the same warnings, the same problems in the same words, and the same exit code."""
import gzip
import re
import shlex
import shutil
import subprocess
import sys
import unittest

from packs import BUILD, FIXTURES, PROGRAM, SHARED_DATA, SOURCE, Scratch, example_data, program_with, run, tree
from test_defects import expectations
from test_own_systems import EXAMPLE
from test_peers import GROUPS, MONTHS, SCRIPT, comparators
from test_registers import extracts, workspace

CASES = SHARED_DATA.parent / "cases"
RUN_ONLY = {"--out", "--formats"}
STREET = (FIXTURES / "whole" / "2025-01-cleveland-street.csv").read_text(encoding="utf-8")
MEASURE = 'measure "own" { title = "Own", from = "crimes", where = "%s", count = true }\n'
TEMPLATE = "---\npaper: own\ntitle: Own\n---\n# Own\n\n%s\n"


def without(words, options):
    """The words of `run` that `check` takes too."""
    kept, skip = [], False
    for word in map(str, words):
        skip, is_value = word in options, skip
        if not skip and not is_value:
            kept.append(word)
    return kept


def street(folder, name="2025-01-cleveland-street.csv", text=STREET):
    folder.mkdir(parents=True, exist_ok=True)
    data = text.encode("utf-8")
    (folder / name).write_bytes(gzip.compress(data, mtime=0) if name.endswith(".gz") else data)
    return folder


def own(folder, scripts=None, templates=None):
    for kind, files, ending in (("scripts", scripts or {}, ".lua"), ("templates", templates or {}, ".md")):
        for name, text in files.items():
            (folder / kind).mkdir(parents=True, exist_ok=True)
            (folder / kind / (name + ending)).write_text(text, encoding="utf-8")
    return folder


class Check(unittest.TestCase):
    def both(self, *words, out, cwd=None, program=PROGRAM):
        """Runs both in turn. They must agree; the run's end and the check's are returned."""
        made = run("run", *words, "--out", out, "--quiet", cwd=cwd, program=program)
        told = run("check", *without(words, RUN_ONLY), "--quiet", cwd=cwd, program=program)
        self.assertEqual(told.stderr.splitlines(), made.stderr.splitlines())
        self.assertEqual(told.returncode, made.returncode, told.stderr)
        return made, told

    def test_every_extract_with_a_defect(self):
        folders = [folder for folder, _ in expectations()]
        self.assertGreater(len(folders), 40)
        ends = set()
        for folder in folders:
            with self.subTest(folder), Scratch() as scratch:
                made, _ = self.both("cleveland", "--month", "2025-01", "--data", FIXTURES / folder, "--formats", "xlsx",
                                    out=scratch)
                ends.add(made.returncode)
        self.assertEqual(ends, {0, 1})

    def test_every_case_that_lies_beside_the_project(self):
        if not CASES.is_dir():
            self.skipTest("skipped: ../shared/cases is not there")
        seen = 0
        for case in sorted(CASES.iterdir()):
            command = re.search(r"`boardpack run ([^`]*)`", (case / "README.md").read_text(encoding="utf-8"))
            if not command or "…" in command.group(1):
                continue
            with self.subTest(case.name), Scratch() as scratch:
                seen += 1
                shutil.copytree(case, scratch / "case")
                words = without(shlex.split(command.group(1)), {"--out"})
                self.both(*words, "--warehouse", "none", out=scratch / "out", cwd=scratch / "case")
        self.assertGreater(seen, 10)

    def test_the_examples_of_all_forces(self):
        for force in ("cambridgeshire", "cleveland", "cumbria", "wiltshire"):
            with self.subTest(force), Scratch() as scratch:
                made, told = self.both(force, "--month", "2025-12", "--board-date", "2026-02-26", *example_data(force),
                                       "--formats", "xlsx", out=scratch)
                self.assertEqual(made.returncode, 0)
                rows = re.search(r"\(([\d,]+) rows, (\d+) rejected\)", made.stdout)
                read = sum(int(n.replace(",", "")) for n in re.findall(r"; ([\d,]+) rows? read", told.stdout))
                self.assertEqual(read, int(rows.group(1).replace(",", "")))
                measures = re.search(r"(\d+) measures;", made.stdout).group(1)
                self.assertIn("would make a pack of %s measures and 1 paper." % measures, told.stdout)

    def test_what_is_wrong_with_the_workspace(self):
        good = MEASURE % "category = 'Robbery'"
        wrong = {
            "a column that is not there": own_of(scripts={"a": MEASURE % "categry = 'Robbery'"}),
            "a value that cannot be read": own_of(scripts={"a": "measure 'x' {\n  title = \"X\n}\n"}),
            "a template that asks for what is not there": own_of(scripts={"a": good}, templates={"own": TEMPLATE % "{{ measures.ownn.told }}"}),
            "a template with a form that papers do not have": own_of(scripts={"a": good}, templates={"own": TEMPLATE % "| a |"}),
            "a numbered list in a template": own_of(scripts={"a": good}, templates={"own": TEMPLATE % "1. a\n2. b"}),
            "a link in a template": own_of(scripts={"a": good}, templates={"own": TEMPLATE % "[a](http://x)"}),
            "a footnote in a template": own_of(scripts={"a": good}, templates={"own": TEMPLATE % "a[^1]"}),
            "a chart that is not there": own_of(scripts={"a": good}, templates={"own": TEMPLATE % "::chart nothing"}),
            "a paper that is switched off and not there": own_of(scripts={"a": good + "switch_off_paper 'nothing'\n"}),
            "two papers of one name": own_of(scripts={"a": good}, templates={"own": TEMPLATE % "One.", "two": TEMPLATE % "Two."}),
            "a pillar that is not there": own_of(scripts={"a": "pillar 'nothing' { 'own' }\n" + good}),
        }
        for name, make in wrong.items():
            with self.subTest(name), Scratch() as scratch:
                mine = make(scratch / "mine")
                made, _ = self.both("cleveland", "--month", "2025-01", "--workspace", mine, "--data", FIXTURES / "whole",
                                    out=scratch / "out")
                self.assertEqual(made.returncode, 1, made.stderr)

    def test_a_table_of_the_workspace_that_is_wrong(self):
        with Scratch() as scratch:
            mine = workspace(scratch / "mine", {"events.csv": "when,what\n2025-01-01,x\n"})
            made, _ = self.both("cleveland", "--month", "2025-01", "--workspace", mine, "--data", FIXTURES / "whole",
                                out=scratch / "out")
            self.assertEqual(made.returncode, 1)

    def test_days_months_and_editions(self):
        whole, gzipped = FIXTURES / "whole", FIXTURES / "gzip-whole"
        ways = [
            (2, "cannot be that of a paper", ["--board-date", "2024-01-23", "--data", whole]),
            (2, "after the board's day", ["--board-date", "2025-02-10", "--data", "%s@2025-02-15" % whole]),
            (2, "not known which is the later", ["--data", whole, "--data", gzipped]),
            (1, "before the month was over", ["--data", "%s@2025-01-15" % whole]),
            (2, "is not there", ["--data", "nowhere"]),
            (0, "", ["--data", "%s@2025-02-10" % whole, "--data", "%s@2025-02-15" % gzipped, "--board-date", "2025-02-20"]),
        ]
        for code, sentence, words in ways:
            with self.subTest(words), Scratch() as scratch:
                made, told = self.both("cleveland", "--month", "2025-01", *words, "--formats", "xlsx", out=scratch)
                self.assertEqual(made.returncode, code, made.stderr)
                self.assertIn(sentence, told.stderr)

    def test_the_month_is_the_latest_of_the_extracts_unless_it_is_said(self):
        with Scratch() as scratch:
            data = street(scratch / "in")
            street(data, "2025-03-cleveland-street.csv", STREET.replace("2025-01", "2025-03"))
            told = run("check", "cleveland", "--data", data, "--board-date", "2025-04-20")
            self.assertEqual(told.returncode, 0, told.stderr)
            self.assertIn("A run for March 2025 (the latest month of the extracts; --month asks for another) would make",
                          told.stdout)
            told = run("check", "cleveland", "--data", data, "--month", "2025-01")
            self.assertIn("A run for January 2025 would make", told.stdout)
            told = run("check", "cleveland", "--data", data, "--board-date", "2025-03-20")
            self.assertEqual(told.returncode, 2)
            self.assertIn("cannot be that of a paper on March 2025", told.stderr)
            made, _ = self.both("cleveland", "--month", "2025-02", "--data", data, out=scratch / "out")
            self.assertEqual(made.returncode, 1)
            self.assertIn("No extract covers February 2025, and no figure is entered for it. The latest month they cover is March 2025.", made.stderr)

    def test_every_date_rejected(self):
        with Scratch() as scratch:
            data = street(scratch / "in", text=re.sub(r",2025-01,", ",01/2025,", STREET))
            made, told = self.both("cleveland", "--month", "2025-01", "--data", data, out=scratch / "out")
            self.assertEqual(made.returncode, 1)
            self.assertIn("8 of 8 rows", told.stderr)
            self.assertIn("Every row is rejected for one reason, so either the export has changed or the feed in the force's "
                          "plugin reads it in another way than it is written.", told.stderr)
            self.assertNotIn("no problem", told.stdout)

    def test_a_few_rejected_rows_are_counted_by_both(self):
        header, *rows = STREET.splitlines()
        crime = next(row for row in rows if "Anti-social" not in row)
        with Scratch() as scratch:
            data = street(scratch / "in", text="\n".join([header] + [crime] * 300 + [crime.replace("2025-01", "2025-13", 1)]) + "\n")
            made, told = self.both("cleveland", "--month", "2025-01", "--data", data, "--formats", "xlsx", out=scratch / "out")
            self.assertEqual(made.returncode, 0, made.stderr)
            self.assertIn("1 file of January 2025; 301 rows read, 1 rejected", told.stdout)

    def test_a_measure_that_fails(self):
        # Which event is meant is known when the measure is worked out, not when its script is read.
        failing = ('measure "since_then" { title = "Since then", from = "crimes", count = true,\n'
                   '  windows = { "month", "since The new system" } }\n')
        with Scratch() as scratch:
            extracts(scratch / "in", MONTHS)
            made, told = self.both("cleveland", "--month", "2025-12", "--workspace", own(scratch / "mine", {"a": failing}),
                                   "--data", scratch / "in", "--formats", "xlsx", out=scratch / "out")
            self.assertEqual(made.returncode, 1)
            self.assertIn("The measure since_then failed", told.stderr)
            self.assertIn("and end with 1: what failed is said above.", told.stdout)

    def test_peers_in_a_second_folder(self):
        with Scratch() as scratch:
            data = extracts(scratch / "in", MONTHS)
            second = scratch / "national"
            second.mkdir()
            (second / "comparators.csv").touch()
            comparators(second, "True")
            mine = workspace(scratch / "mine", {"peer-groups.csv": GROUPS}, SCRIPT % "robbery")
            words = ["cleveland", "--month", "2025-12", "--workspace", mine, "--warehouse", "none", "--formats", "xlsx"]
            made, told = self.both(*words, "--data", data, "--data", second, out=scratch / "out")
            self.assertEqual((made.returncode, told.stderr), (0, ""))
            self.assertIn("Other forces: 1 measure is set beside them.", told.stdout)
            made, told = self.both(*words, "--data", data, out=scratch / "out")
            self.assertEqual(made.returncode, 0)
            self.assertIn("The measure robbery_beside is not set beside other forces: ", told.stderr)
            issues = "".join(str(text) for text in tree(scratch / "out").values())
            manifest = next((scratch / "out").rglob("manifest.json")).read_text()
            self.assertIn("The measure robbery_beside is not set beside other forces: ", manifest)

    def test_a_pack_of_no_measures_is_refused(self):
        with Scratch() as scratch:
            program = program_with(scratch / "program", (BUILD / "example_force" / "plugins").glob("*.so"))
            data = scratch / "data"
            subprocess.run([sys.executable, "-B", str(EXAMPLE / "generate.py"), "--out", str(data)], check=True)
            made, told = self.both("durham", "--month", "2025-12", "--data", data, out=scratch / "out", program=program)
            self.assertEqual(made.returncode, 1)
            self.assertIn("No script declares a measure that Durham Constabulary can answer, so the pack would be empty.", told.stderr)
            self.assertIn("--workspace", told.stderr)
            self.assertFalse((scratch / "out").exists())
            made, told = self.both("cleveland", "--month", "2025-01", "--pillar", "reoffending", "--data", FIXTURES / "whole",
                                   out=scratch / "out")
            self.assertEqual(made.returncode, 1)
            self.assertIn("No measure stands in reoffending, so the pack would be empty.", told.stderr)

    def test_nothing_is_written(self):
        with Scratch() as scratch:
            mine = own(scratch / "mine", {"a": MEASURE % "category = 'Robbery'"})
            street(mine / "data")
            before = tree(scratch)
            told = run("check", "cleveland", "--workspace", mine, cwd=scratch)
            self.assertEqual(told.returncode, 0, told.stderr)
            self.assertEqual(tree(scratch), before)
            told = run("check", "cleveland", "--workspace", mine, "--warehouse", scratch / "kept", cwd=scratch)
            self.assertEqual(told.returncode, 0, told.stderr)
            self.assertTrue(list((scratch / "kept").iterdir()))

    def test_without_extracts(self):
        told = run("check", "cleveland")
        self.assertEqual(told.returncode, 0, told.stderr)
        self.assertIn("No extracts were looked at: --data DIR checks them too.", told.stdout)


class LeftAlone(unittest.TestCase):
    def data(self, scratch, name):
        data = street(scratch / "in", "2025-10-cleveland-street.csv", STREET.replace("2025-01", "2025-10"))
        searches = ("Type,Date,Part of a policing operation,Policing operation,Latitude,Longitude,Gender,Age range,"
                    "Self-defined ethnicity,Officer-defined ethnicity,Legislation,Object of search,Outcome,"
                    "Outcome linked to object of search,Removal of more than just outer clothing\n"
                    "Person search,2025-11-01T10:00:00+00:00,,,,,,,,,,,,,\n")
        (data / "2025-11-cleveland-stop-and-search.csv").write_text(searches)
        street(data, name, STREET.replace("2025-01", "2025-11"))
        return data

    def test_a_misnamed_extract_is_told_with_its_right_name(self):
        for name in ("2025-11-cleveland-street (1).csv", "2025-11-cleveland-street.csv.csv", "2025-11-cleveland-street.txt",
                     "2025-11-cleveland-street.zip", "2025-11-street-cleveland.csv", "Cleveland-Street-2025-11.CSV"):
            with self.subTest(name), Scratch() as scratch:
                data = self.data(scratch, name)
                words = ["cleveland", "--month", "2025-11", "--board-date", "2026-01-20", "--data", "%s@2026-01-15" % data]
                made = run("run", *words, "--out", scratch / "out", "--formats", "xlsx", "--quiet")
                told = run("check", *words, "--quiet")
                for done in (made, told):
                    self.assertEqual(done.returncode, 0, done.stderr)
                    self.assertIn("%s is left alone. It looks like an extract of the feed 'street', which would be named "
                                  "2025-11-cleveland-street.csv" % name, done.stderr)
                    self.assertIn("No extract of the feed 'street' (police.uk street-level crime and anti-social behaviour) "
                                  "covers November 2025, the latest is of October 2025", done.stderr)

    def test_files_of_other_forces_are_one_line_with_a_number(self):
        with Scratch() as scratch:
            data = street(scratch / "in")
            names = ["2025-%02d-%s-street.csv" % (month, force) for month in range(1, 13)
                     for force in ("cumbria", "durham", "wiltshire")]
            for name in names:
                street(data, name)
            words = ["cleveland", "--month", "2025-01", "--data", data]
            line = "36 other files are not extracts of Cleveland Police and are left alone"
            for done in (run("run", *words, "--out", scratch / "out", "--formats", "xlsx"), run("check", *words)):
                self.assertEqual(done.returncode, 0, done.stderr)
                self.assertIn(line + "; --verbose lists them", done.stdout)
                self.assertNotIn("durham", done.stdout + done.stderr)
            for done in (run("run", *words, "--out", scratch / "out", "--formats", "xlsx", "--verbose"),
                         run("check", *words, "--verbose")):
                for name in names:
                    self.assertIn("%s is not an extract of Cleveland Police and is left alone" % name, done.stderr)
                self.assertNotIn("--verbose", done.stdout)

    def test_a_feed_that_is_not_in_use_is_not_missed(self):
        with Scratch() as scratch:
            done = run("check", "cleveland", "--month", "2025-01", "--data", street(scratch / "in"), "--quiet")
            self.assertEqual((done.returncode, done.stderr), (0, ""))


def own_of(scripts=None, templates=None):
    return lambda folder: own(folder, scripts, templates)


if __name__ == "__main__":
    unittest.main()
