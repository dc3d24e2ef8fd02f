"""A plugin that crashes, never ends or ends the program is a refusal with its name, and harms no other force."""
import os
import unittest

from packs import BUILD, FIXTURES, Scratch, program_with, run

FAULTS = BUILD / "tests" / "unit" / "plugin_host" / "fixtures"
FORCES = sorted((BUILD / "lib" / "boardpack" / "plugins").glob("boardpack_force_*.so"))


class Plugins(unittest.TestCase):
    def test_a_bad_plugin_harms_no_other_force(self):
        bad = ["crash", "abort", "exit", "quick_exit", "system_exit", "static_crash", "static_exit", "closing_crash", "loop"]
        with Scratch() as folder:
            program = program_with(folder / "there", FORCES + [(FAULTS / (b + ".so"), "bad_%s.so" % b) for b in bad])
            done = run("list", "plugins", program=program)
            self.assertEqual(done.returncode, 1, done.stderr)
            for line in ("loaded   boardpack_force_cleveland.so  cleveland (Cleveland Police)",
                         *("refused  bad_%s.so  It " % b for b in bad)):
                self.assertIn(line, done.stdout)
            done = run("list", "forces", program=program)
            self.assertEqual(done.returncode, 0, done.stderr)
            self.assertEqual([line.split()[0] for line in done.stdout.splitlines()],
                             ["cambridgeshire", "cleveland", "cumbria", "wiltshire"])
            self.assertIn("9 plugin files were refused", done.stderr)
            done = run("run", "cleveland", "--month", "2025-01", "--data", FIXTURES / "whole", "--out", folder / "out",
                       "--formats", "xlsx", "--quiet", program=program)
            self.assertEqual(done.returncode, 0, done.stderr)
            self.assertTrue(list((folder / "out").rglob("*.xlsx")))
            self.assertIn("bad_crash.so was refused", done.stderr)

    def test_without_refusals_the_list_ends_with_0(self):
        done = run("list", "plugins")
        self.assertEqual(done.returncode, 0, done.stdout)
        self.assertEqual(done.stdout.count("loaded   "), 4)

    def test_the_file_of_the_force_that_is_asked_for_is_named_first(self):
        with Scratch() as folder:
            program = program_with(folder, FORCES[:1] + [(FAULTS / "null_text.so", "boardpack_force_durham.so"),
                                                         (FAULTS / "error.so", "other.so")])
            for words in (["run", "durham", "--month", "2025-01", "--data", folder], ["check", "durham"],
                          ["list", "measures", "durham"]):
                done = run(*words, program=program)
                self.assertEqual(done.returncode, 1, done.stderr)
                self.assertIn("boardpack: The plugin of the force 'durham' was refused. ", done.stderr.splitlines()[-1])
                self.assertIn("boardpack_force_durham.so: It crashed", done.stderr)
            done = run("check", "kent", program=program)
            self.assertEqual(done.returncode, 2)
            self.assertIn("boardpack: Refused among the plugins: boardpack_force_durham.so and other.so", done.stderr)

    def test_a_plugin_that_ends_the_program_itself_is_no_success(self):
        # The trial goes well, and the second time, in the program itself, it calls exit(0).
        for fault in ("second_exit", "second_quick_exit"):
            with Scratch() as folder:
                program = program_with(folder / "there", [(FAULTS / (fault + ".so"), fault + ".so")])
                mark = folder / "mark"
                done = run("list", "forces", program=program, env={"BOARDPACK_FIXTURE_MARK": str(mark)})
                self.assertTrue(mark.exists())
                self.assertEqual(done.returncode, 3, done.stdout + done.stderr)
                self.assertIn(fault + ".so ended the program while it was being loaded", done.stderr)

    def test_names_of_files_reach_no_terminal_as_they_are(self):
        with Scratch() as folder:
            program = program_with(folder / "there", FORCES[:1] + [(FAULTS / "error.so", "x\x1b[31m\u202ered\n.so")])
            done = run("list", "plugins", program=program)
            self.assertEqual(done.returncode, 1)
            self.assertIn("refused  x [31mred .so  It failed", done.stdout)
            self.assertNotRegex(done.stdout + done.stderr, "[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]")
            done = run("check", "cambridgeshire", "--data", folder / "no\x1b[31m\nfolder", program=program)
            self.assertEqual(done.returncode, 2)
            self.assertIn("holds U+001B, a control character", done.stderr)
            self.assertNotRegex(done.stderr, "[\x00-\x09\x0b-\x1f]")
            for name in ("\x9b31mred", "\u202edetrevni"):
                done = run("check", "cambridgeshire", "--data", folder / name, program=program)
                self.assertIn(done.returncode, (1, 2))
                self.assertNotRegex(done.stderr, "[\x80-\x9f\u202e]")

    @unittest.skipUnless(os.geteuid() == 0, "only root can give files away")
    def test_what_belongs_to_another_user_is_not_loaded(self):
        with Scratch() as folder:
            program = program_with(folder / "there", FORCES[:2])
            plugins = folder / "there" / "lib" / "boardpack" / "plugins"
            os.chown(plugins / FORCES[0].name, 65534, 65534)
            done = run("list", "plugins", program=program)
            self.assertEqual(done.returncode, 1)
            self.assertEqual((done.stdout.count("loaded "), done.stdout.count("belongs to another user")), (1, 1))
            os.chmod(folder / "there" / "lib", 0o777)
            done = run("list", "plugins", program=program)
            self.assertEqual((done.stdout.count("loaded "), done.stdout.count("may write to")), (0, 1))


if __name__ == "__main__":
    unittest.main()
