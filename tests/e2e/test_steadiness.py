"""What must hold when things go wrong: a kill, two runs at once, a folder that cannot be written, a full disk."""
import os
import resource
import signal
import subprocess
import time
import unittest

from packs import PROGRAM, Scratch, example_data, run, tree


def words(out, *more):
    return ["run", "wiltshire", "--month", "2025-12", *example_data("wiltshire"), "--out", out, "--quiet", "--formats",
            "xlsx,png,svg", *more]


class Steadiness(unittest.TestCase):
    def test_a_kill_at_any_moment_leaves_a_whole_pack(self):
        with Scratch() as folder:
            place = folder / "wiltshire" / "2025-12" / "restricted"
            began = time.monotonic()
            self.assertEqual(run(*words(folder, "--warehouse", folder / "warehouse")).returncode, 0)
            took = time.monotonic() - began
            whole = tree(place)
            for i in range(12):
                process = subprocess.Popen([str(PROGRAM), *map(str, words(folder, "--warehouse", folder / "warehouse"))],
                                           stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
                time.sleep(took * (i + 1) / 12)
                process.send_signal(signal.SIGKILL)
                process.wait()
                self.assertEqual(tree(place), whole)
            self.assertEqual(run(*words(folder, "--warehouse", folder / "warehouse")).returncode, 0)
            self.assertEqual(tree(place), whole)
            left = [p.name for p in place.parent.iterdir() if p.name.startswith(".restricted")]
            self.assertEqual(left, [])

    def test_two_runs_into_one_pack(self):
        with Scratch() as folder:
            both = [subprocess.Popen([str(PROGRAM), *map(str, words(folder, "--warehouse", folder / "warehouse"))],
                                     stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True) for _ in range(2)]
            ends = [(p.communicate()[1], p.returncode) for p in both]
            self.assertIn(0, [code for _, code in ends])
            for said, code in ends:
                self.assertIn(code, (0, 3))
                if code == 3:
                    self.assertIn("Another run", said)

    def test_two_runs_into_one_warehouse(self):
        with Scratch() as folder:
            both = [subprocess.Popen([str(PROGRAM), *map(str, words(folder / name, "--warehouse", folder / "warehouse"))],
                                     stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True) for name in "ab"]
            for process in both:
                said = process.communicate()[1]
                self.assertEqual(process.returncode, 0, said)
            self.assertEqual(tree(folder / "a"), tree(folder / "b"))

    @unittest.skipIf(os.geteuid() == 0, "skipped: root may write anywhere")
    def test_a_folder_that_cannot_be_written(self):
        with Scratch() as folder:
            (folder / "closed").mkdir(mode=0o500)
            done = run(*words(folder / "closed"))
            self.assertEqual(done.returncode, 3)
            self.assertIn("closed", done.stderr)

    def test_an_output_that_is_a_file(self):
        with Scratch() as folder:
            (folder / "file").write_text("")
            done = run(*words(folder / "file"))
            self.assertEqual(done.returncode, 3)
            self.assertIn("file", done.stderr)

    def test_no_room_for_a_file(self):
        """A limit on the size of files stands in for a full disk: every write past it fails."""
        def limit():
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (20000, 20000))
        with Scratch() as folder:
            done = run(*words(folder), preexec_fn=limit)
            self.assertEqual(done.returncode, 3, done.stderr)
            self.assertNotIn("fault of its own", done.stderr)
            self.assertFalse((folder / "wiltshire" / "2025-12" / "restricted").exists())
            self.assertEqual([p.name for p in (folder / "wiltshire" / "2025-12").iterdir() if p.name != ".lock"], [])


if __name__ == "__main__":
    unittest.main()
