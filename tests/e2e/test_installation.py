"""An installed program runs from any folder, and says what is missing."""
import os
import shutil
import subprocess
import unittest

from packs import BUILD, Scratch, example_data, run


class Installation(unittest.TestCase):
    def test_installed_it_runs_from_any_folder(self):
        with Scratch() as folder:
            subprocess.run(["cmake", "--install", str(BUILD), "--prefix", str(folder / "there")], check=True,
                           stdout=subprocess.DEVNULL)
            # Moved after installing: nothing may depend on where it was built or installed first.
            os.rename(folder / "there", folder / "moved")
            made = run("run", "wiltshire", "--month", "2025-12", *example_data("wiltshire"), "--out", folder / "out",
                       "--quiet", program=folder / "moved" / "bin" / "boardpack", cwd="/")
            self.assertEqual(made.returncode, 0, made.stderr)
            self.assertTrue(list((folder / "out").rglob("*.docx")))
            shutil.rmtree(folder / "moved" / "share" / "boardpack" / "fonts")
            done = run("list", "forces", program=folder / "moved" / "bin" / "boardpack")
            self.assertEqual(done.returncode, 3)
            self.assertIn("fonts", done.stderr)

    def test_without_pandoc_the_rest_is_made(self):
        with Scratch() as folder:
            made = run("run", "wiltshire", "--month", "2025-12", *example_data("wiltshire"), "--out", folder / "out",
                       "--quiet", env={"PATH": str(folder)})
            self.assertEqual(made.returncode, 3)
            self.assertIn("pandoc", made.stderr)
            pack = folder / "out" / "wiltshire" / "2025-12" / "restricted"
            self.assertTrue((pack / "wiltshire-2025-12.xlsx").exists())
            self.assertIn("pandoc", (pack / "manifest.json").read_text())
            self.assertFalse(list(pack.rglob("*.docx")))

    def test_the_command_line_says_what_it_takes(self):
        for words in (["--help"], ["run", "--help"], ["explain", "--help"], ["list", "--help"], ["check", "--help"]):
            done = run(*words)
            self.assertEqual(done.returncode, 0, words)
            self.assertGreater(len(done.stdout), 100)
        for words in ([], ["rnu"], ["run", "cleveland"], ["run", "cleveland", "--month", "2025-13", "--data", "."],
                      ["run", "cleveland", "--month", "2025-12", "--data", ".", "--formats", "xlxs"]):
            done = run(*words)
            self.assertEqual(done.returncode, 2, words)
            self.assertTrue(done.stderr.startswith("boardpack: "), done.stderr)


if __name__ == "__main__":
    unittest.main()
