"""What people put into a pack or change there, and runs of a part: nothing of people's is replaced or removed."""
import json
import os
import shutil
import unittest

from packs import FIXTURES, Scratch, run, tree

FORCE, MONTH = "cleveland", "2025-01"


def make(out, *more, data=None, formats=None, **options):
    words = ["run", FORCE, "--month", MONTH, "--out", out, "--quiet"]
    for folder in data if data is not None else [FIXTURES / "whole"]:
        words += ["--data", folder]
    return run(*words, *(["--formats", formats] if formats else []), *more, **options)


def place(out):
    return out / FORCE / MONTH / "restricted"


def manifest(pack):
    return json.loads((pack / "manifest.json").read_text())


def names(listed):
    return {entry["name"] for entry in listed}


def paper_in(pack):
    return next(p for p in sorted(pack.rglob("*.docx")) if ".new" not in p.name)


def script(folder, text):
    (folder / "scripts").mkdir(parents=True, exist_ok=True)
    (folder / "scripts" / "own.lua").write_text(text)
    return folder


class People(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.scratch = Scratch()
        cls.folder = cls.scratch.__enter__()
        made = make(cls.folder / "first")
        assert made.returncode == 0, made.stderr
        cls.first = place(cls.folder / "first")

    @classmethod
    def tearDownClass(cls):
        cls.scratch.__exit__()

    def copy(self, folder):
        shutil.copytree(self.first, place(folder))
        return place(folder)

    def test_a_second_run_keeps_what_people_did(self):
        with Scratch() as out:
            pack = self.copy(out)
            paper = paper_in(pack)
            whole = paper.read_bytes()
            edited = whole + b"edited in Word"
            paper.write_bytes(edited)
            os.chmod(paper, 0o640)
            os.utime(paper, (1_700_000_000, 1_700_000_000))
            (paper.parent / "for the chair.txt").write_text("call before noon")
            (pack / "figures by hand").mkdir()
            done = make(out)
            self.assertEqual(done.returncode, 0, done.stderr)
            beside = paper.with_name(paper.stem + ".new.docx")
            self.assertEqual(paper.read_bytes(), edited)
            self.assertEqual((paper.stat().st_mode & 0o777, paper.stat().st_mtime), (0o640, 1_700_000_000))
            self.assertEqual(beside.read_bytes(), whole)
            self.assertEqual((paper.parent / "for the chair.txt").read_text(), "call before noon")
            self.assertTrue((pack / "figures by hand").is_dir())
            self.assertIn("%s was changed by hand, so it stays as it is. This run's is beside it: %s." % (
                paper.relative_to(pack), beside.relative_to(pack)), done.stderr)
            self.assertIn("1 file of people's in the pack stays as it is", done.stderr)
            listed = [o for o in manifest(pack)["outputs"] if o["name"] == str(beside.relative_to(pack))]
            self.assertEqual([o["instead_of"] for o in listed], [str(paper.relative_to(pack))])
            said = run("list", "packs", out).stdout
            self.assertIn("2 files that people put there or changed", said)
            again = tree(pack)
            self.assertEqual(make(out).returncode, 0)
            self.assertEqual(tree(pack), again, "a third run piles up")
            paper.write_bytes(whole)
            self.assertEqual(make(out).returncode, 0)
            self.assertFalse(beside.exists())

    def test_a_run_of_one_format_leaves_the_others(self):
        with Scratch() as out:
            pack = self.copy(out)
            before = tree(pack)
            done = make(out, formats="png")
            self.assertEqual(done.returncode, 0, done.stderr)
            after = tree(pack)
            self.assertEqual({n: b for n, b in after.items() if n != "manifest.json"},
                             {n: b for n, b in before.items() if n != "manifest.json"})
            kept = manifest(pack)["kept"]
            self.assertEqual(names(kept), {n for n in before if n.endswith((".xlsx", ".docx", ".svg"))})
            self.assertEqual({tuple(entry["differs"]) for entry in kept}, {()})
            self.assertNotIn("earlier run", done.stderr)

            own = script(out / "ws", 'override "robbery" { target = 3 }\n')
            done = make(out, "--workspace", own, formats="xlsx")
            self.assertEqual(done.returncode, 0, done.stderr)
            self.assertIn("1 paper is of an earlier run, made with other scripts: its figures may not be those of this run",
                          done.stderr)
            self.assertEqual({tuple(entry["differs"]) for entry in manifest(pack)["kept"]}, {("scripts",)})
            self.assertEqual(make(out).returncode, 0)
            self.assertNotIn("kept", manifest(pack))
            self.assertEqual(tree(pack), before, "a whole run makes the pack as if nothing had been")

    def test_a_run_of_some_pillars_stands_beside(self):
        with Scratch() as out:
            pack = self.copy(out)
            before = tree(pack)
            for words in (["--pillar", "victims", "--pillar", "safer"], ["--pillar", "safer", "--pillar", "victims"]):
                done = make(out, *words, formats="xlsx")
                self.assertEqual(done.returncode, 0, done.stderr)
            parts = [p.name for p in pack.parent.iterdir() if p.name.startswith("restricted.")]
            self.assertEqual(len(parts), 1)
            self.assertEqual(set(parts[0].split(".")[1].split("+")), {"safer", "victims"})
            self.assertEqual(tree(pack), before)
            self.assertRegex(run("list", "packs", out).stdout, r"restricted\.\w+\+\w+ \(a part: \w+ and \w+\)")
            compared = make(out / "b", "--published", pack.parent, formats="xlsx")
            self.assertEqual(compared.returncode, 0, compared.stderr)

    def test_published_figures_that_were_changed_are_not_taken(self):
        with Scratch() as out:
            pack = self.copy(out)
            figures = pack / "data" / "figures.csv"
            whole = figures.read_bytes()
            figures.write_bytes(whole.replace(b",robbery,", b",robbery2,"))
            done = make(out / "b", "--published", pack, formats="xlsx")
            self.assertEqual(done.returncode, 1)
            self.assertIn("is not as the program wrote it", done.stderr)
            self.assertEqual(make(out, formats="xlsx").returncode, 0)
            self.assertEqual((pack / "data" / "figures.new.csv").read_bytes(), whole)
            done = make(out / "b", "--published", pack, formats="xlsx")
            self.assertEqual(done.returncode, 0, done.stderr)

    def test_nothing_is_open_to_others_whatever_the_umask(self):
        with Scratch() as out:
            own = script(out / "ws", 'override "robbery" { target = 3 }\n')
            done = make(out / "packs", "--workspace", own, preexec_fn=lambda: os.umask(0))
            self.assertEqual(done.returncode, 0, done.stderr)
            for top in (out / "packs", own):
                for path in top.rglob("*"):
                    if (own / "scripts") not in (path, *path.parents):
                        self.assertEqual(path.stat().st_mode & 0o022, 0, path)
            self.assertEqual(place(out / "packs").stat().st_mode & 0o777, 0o750)
            self.assertEqual((own / "secret").stat().st_mode & 0o777, 0o600)
            self.assertEqual((own / "warehouse").stat().st_mode & 0o777, 0o700)

    def test_words_with_nothing_in_them(self):
        with Scratch() as folder:
            data = FIXTURES / "whole"
            for words in (["--out", ""], ["--workspace", ""], ["--warehouse", ""], ["--published", ""], ["--pillar", ""],
                          ["--data", ""], ["--data", "@2026-01-15"], ["--formats", ""], ["--board-date", ""]):
                done = run("run", FORCE, "--month", MONTH, "--data", data, *words, cwd=folder)
                self.assertEqual(done.returncode, 2, (words, done.stderr))
            self.assertEqual(list(folder.iterdir()), [])

    def test_a_file_or_link_in_the_packs_place(self):
        with Scratch() as out:
            place(out).parent.mkdir(parents=True)
            place(out).write_text("mine")
            done = make(out)
            self.assertEqual((done.returncode, place(out).read_text()), (3, "mine"))
            self.assertIn("a file stands there. It is left as it is", done.stderr)
            place(out).unlink()
            place(out).symlink_to(out / "elsewhere")
            done = make(out)
            self.assertEqual(done.returncode, 3)
            self.assertIn("a link stands there", done.stderr)
            self.assertEqual(os.readlink(place(out)), str(out / "elsewhere"))

    def test_a_failed_run_leaves_no_folder(self):
        with Scratch() as out:
            done = run("run", FORCE, "--month", "2024-01", "--data", FIXTURES / "whole", "--out", out / "packs")
            self.assertEqual(done.returncode, 1)
            self.assertEqual(list(out.iterdir()), [])


class Templates(unittest.TestCase):
    def workspace(self, folder, **templates):
        (folder / "templates").mkdir(parents=True, exist_ok=True)
        for name, text in templates.items():
            (folder / "templates" / (name + ".md")).write_text("---\npaper: %s\n---\n# Purpose\n\n%s\n" % (name, text))
        return folder

    def test_a_paper_that_pandoc_cannot_make_stops_no_other(self):
        """A pandoc that finds not enough memory for one paper, and is the machine's for the others."""
        with Scratch() as folder:
            own = self.workspace(folder / "ws", good="All is well.", heavy="Too much of it.")
            (folder / "bin").mkdir()
            pandoc = folder / "bin" / "pandoc"
            pandoc.write_text("#!/bin/sh\ngrep -q 'Too much of it' *.md 2>/dev/null && exit 251\nexec %s \"$@\"\n" %
                              shutil.which("pandoc"))
            pandoc.chmod(0o755)
            path = {"PATH": "%s:%s" % (folder / "bin", os.environ["PATH"])}
            done = make(folder / "out", "--workspace", own, env=path)
            self.assertEqual(done.returncode, 3, done.stderr)
            self.assertIn("The paper heavy.docx was not made: pandoc found not enough memory", done.stderr)
            pack = place(folder / "out")
            self.assertTrue((pack / "cleveland-2025-01.xlsx").exists())
            self.assertEqual({p.name for p in pack.glob("papers/*/*")}, {"good.docx", "scrutiny-paper.docx"})
            self.assertEqual(len(manifest(pack)["omitted"]), 1)

    def test_check_says_that_there_is_no_pandoc(self):
        with Scratch() as folder:
            own = self.workspace(folder / "ws", good="All is well.")
            done = run("check", FORCE, "--workspace", own, env={"PATH": str(folder)})
            self.assertEqual(done.returncode, 3, done.stderr)
            self.assertIn("pandoc is not installed, so a run makes no paper.", done.stderr)

    def test_one_bad_paper_does_not_stop_the_rest(self):
        with Scratch() as folder:
            own = self.workspace(folder / "ws", good="All is well.", bad="Fine for now.", worse="Also fine.")
            out = folder / "out"
            self.assertEqual(make(out, "--workspace", own).returncode, 0)
            boards = next(place(out).glob("papers/*"))
            self.assertTrue((boards / "bad.docx").exists())
            self.workspace(own, bad="| a | table |\n\n::table nothing\n\n### Deep", worse="{{ no_such_name }}")
            done = make(out, "--workspace", own)
            self.assertEqual(done.returncode, 1, done.stderr)
            self.assertTrue((place(out) / "cleveland-2025-01.xlsx").exists())
            self.assertTrue((place(out) / "charts").exists())
            made = {p.name for p in boards.iterdir()}
            self.assertIn("good.docx", made)
            self.assertIn("scrutiny-paper.docx", made)
            self.assertFalse({"bad.docx", "worse.docx"} & made, "an earlier run's paper looks like this run's")
            for place_of in ("workspace/bad.md, line 6", "workspace/bad.md, line 8", "workspace/bad.md, line 10",
                             "workspace/worse.md, line 6"):
                self.assertGreaterEqual(done.stderr.count(place_of), 2, "said before the work, and at the end")
            omitted = manifest(place(out))["omitted"]
            self.assertEqual(len(omitted), 2)
            self.assertIn("workspace/bad.md", omitted[0])
            check = run("check", FORCE, "--workspace", own)
            self.assertEqual(check.returncode, 1)
            self.assertIn("4 problems", check.stdout)

    def test_mistakes_are_said_before_anything_is_loaded(self):
        with Scratch() as folder:
            own = self.workspace(folder / "ws", bad="::table nothing")
            done = run("run", FORCE, "--month", MONTH, "--data", FIXTURES / "whole", "--workspace", own, "--out",
                       folder / "out")
            self.assertEqual(done.returncode, 1)
            self.assertLess(done.stderr.index("workspace/bad.md, line 6"), done.stderr.index("Loading"))

    def test_a_mistake_that_only_figures_show(self):
        late = "% if measures.recorded_crime.month == '6' then\n::table nothing\n% end"
        with Scratch() as folder:
            own = self.workspace(folder / "ws", late=late)
            done = make(folder / "out", "--workspace", own)
            self.assertEqual(done.returncode, 1, done.stderr)
            self.assertEqual(done.stderr.count("workspace/late.md, line 7"), 1)
            pack = place(folder / "out")
            self.assertTrue((pack / "cleveland-2025-01.xlsx").exists())
            self.assertEqual([p.name for p in pack.rglob("*.docx")], ["scrutiny-paper.docx"])

    def test_two_papers_of_one_name(self):
        with Scratch() as folder:
            own = self.workspace(folder / "ws", one="Text.")
            (own / "templates" / "two.md").write_text((own / "templates" / "one.md").read_text())
            done = make(folder / "out", "--workspace", own)
            self.assertEqual(done.returncode, 1)
            self.assertIn("makes a paper of the name 'one' already", done.stderr)
            self.assertTrue(list(place(folder / "out").rglob("one.docx")))


class Data(unittest.TestCase):
    def test_the_workspaces_data_is_read_besides(self):
        with Scratch() as folder:
            own = folder / "ws"
            shutil.copytree(FIXTURES / "whole", own / "data")
            other = folder / "other"
            other.mkdir()
            text = next((FIXTURES / "whole").glob("*.csv")).read_text().replace("2025-01", "2024-12")
            (other / "2024-12-cleveland-street.csv").write_text(text)
            done = make(folder / "a", "--workspace", own, data=[other], formats="xlsx")
            self.assertEqual(done.returncode, 0, done.stderr)
            self.assertEqual({i["file"] for i in manifest(place(folder / "a"))["inputs"]},
                             {"2024-12-cleveland-street.csv", "2025-01-cleveland-street.csv"})
            # Given besides, by another path, twice, in another order: the same pack.
            (folder / "link").symlink_to(own / "data")
            done = make(folder / "b", "--workspace", own, data=[folder / "link", own / "data", other, other], formats="xlsx")
            self.assertEqual(done.returncode, 0, done.stderr)
            self.assertEqual(tree(place(folder / "a")), tree(place(folder / "b")))
            # A workspace's folder without extracts is no error beside others, and one by itself is.
            shutil.rmtree(own / "data")
            (own / "data").mkdir()
            (own / "data" / "notes.txt").write_text("nothing yet")
            self.assertEqual(make(folder / "c", "--workspace", own, data=[FIXTURES / "whole"], formats="xlsx").returncode, 0)
            self.assertEqual(make(folder / "d", "--workspace", own, data=[], formats="xlsx").returncode, 1)

    def test_the_order_of_folders_decides_nothing(self):
        with Scratch() as folder:
            rows = next((FIXTURES / "whole").glob("*.csv")).read_text()
            for name, month, source in (("in", "2025-01", ""), ("in2", "2024-12", "Made up for a test.")):
                (folder / name).mkdir()
                (folder / name / (month + "-cleveland-street.csv")).write_text(rows.replace("2025-01", month))
                if source:
                    (folder / name / "source.txt").write_text(source)
            words = [["%s@2026-01-15" % (folder / "in"), "%s@2026-02-15" % (folder / "in2")], None]
            words[1] = words[0][::-1]
            packs = []
            for i, data in enumerate(words):
                done = make(folder / str(i), data=data)
                self.assertEqual(done.returncode, 0, done.stderr)
                packs.append(tree(place(folder / str(i))))
            self.assertEqual(packs[0], packs[1])


if __name__ == "__main__":
    unittest.main()
