"""What must hold when things go wrong: a kill, two runs at once, a folder that cannot be written, a full disk."""
import os
import pathlib
import resource
import shutil
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

    def test_a_signal_is_answered_with_a_word_and_a_clean_end(self):
        with Scratch() as folder:
            place = folder / "wiltshire" / "2025-12" / "restricted"
            self.assertEqual(run(*words(folder, "--warehouse", "none")).returncode, 0)
            whole = tree(place)
            for number, delay in ((signal.SIGTERM, 0.2), (signal.SIGINT, 0.4), (signal.SIGHUP, 0.6)):
                process = subprocess.Popen([str(PROGRAM), *map(str, words(folder, "--warehouse", "none"))],
                                           stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
                time.sleep(delay)
                process.send_signal(number)
                said = process.communicate(timeout=60)[1]
                # On a fast day the pack was taking its place already, and is finished.
                self.assertIn(process.returncode, (128 + number, 0), said)
                if process.returncode != 0:
                    self.assertEqual(said, "boardpack: Stopped; the earlier pack is as it was.\n")
                self.assertEqual(tree(place), whole)
                left = [p.name for p in place.parent.iterdir() if p.name.startswith(".restricted")]
                self.assertEqual(left, [])

    def test_pandoc_ends_with_the_run_however_it_ends(self):
        """A program of that name that never ends stands in for a pandoc that is busy."""
        with Scratch() as folder:
            (folder / "bin").mkdir()
            pandoc = folder / "bin" / "pandoc"
            for number, code in ((signal.SIGKILL, -9), (signal.SIGTERM, 143)):
                begun = folder / ("begun-%d" % number)
                pandoc.write_text("#!/bin/sh\ncase \"$*\" in *--version*) echo pandoc 2.17; exit ;; esac\n"
                                  "echo $$ > %s.new; mv %s.new %s; exec sleep 600\n" % (begun, begun, begun))
                pandoc.chmod(0o755)
                environment = dict(os.environ, PATH="%s:%s" % (folder / "bin", os.environ["PATH"]))
                process = subprocess.Popen(
                    [str(PROGRAM), "run", "wiltshire", "--month", "2025-12", *example_data("wiltshire"), "--out",
                     str(folder / "out"), "--warehouse", str(folder / "warehouse"), "--quiet", "--formats", "docx"],
                    env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
                for _ in range(3000):
                    if begun.exists() or process.poll() is not None:
                        break
                    time.sleep(0.1)
                child = pathlib.Path("/proc") / begun.read_text().strip()
                process.send_signal(number)
                self.assertEqual(process.wait(timeout=60), code)
                for _ in range(100):
                    if not child.exists():
                        break
                    time.sleep(0.1)
                self.assertFalse(child.exists(), "pandoc is running still")

    def test_nothing_is_written_outside_of_the_pack(self):
        """The folder for temporary files is one that does not exist: a run needs none."""
        with Scratch() as folder:
            done = run("run", "wiltshire", "--month", "2025-12", *example_data("wiltshire"), "--out", folder, "--quiet",
                       env={"TMPDIR": str(folder / "nowhere")})
            self.assertEqual(done.returncode, 0, done.stderr)
            self.assertEqual(sorted(p.name for p in (folder / "wiltshire" / "2025-12").iterdir()), [".lock", "restricted"])

    @unittest.skipUnless(os.geteuid() == 0 and shutil.which("mount"), "skipped: only root may make a small disk")
    def test_a_full_disk_is_said_and_publishes_nothing(self):
        with Scratch() as folder:
            (folder / "disk").mkdir()
            self.assertEqual(run(*words(folder / "whole", "--warehouse", folder / "warehouse")).returncode, 0)
            whole = tree(folder / "whole")
            published = 0
            for kilobytes in (64, 256, 600, 900, 1200, 1500, 2000, 2500, 3000, 4000, 6000):
                if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=%dk" % kilobytes, "tmpfs", folder / "disk"],
                                  stderr=subprocess.DEVNULL).returncode != 0:
                    self.skipTest("skipped: no disk can be mounted here")
                try:
                    done = run(*words(folder / "disk", "--warehouse", folder / "warehouse"))
                    if done.returncode == 0:
                        self.assertEqual(tree(folder / "disk"), whole)
                        published += 1
                        continue
                    self.assertEqual(done.returncode, 3, done.stderr)
                    self.assertIn("The disk of %s" % (folder / "disk"), done.stderr)
                    self.assertIn("is full", done.stderr)
                    self.assertNotIn("[ERROR]", done.stderr)
                    names = [p.name for p in (folder / "disk").rglob("*") if p.is_file()]
                    self.assertEqual([n for n in names if n != ".lock"], [])
                finally:
                    subprocess.run(["umount", folder / "disk"], check=True)
            self.assertGreater(published, 0)
            self.assertLess(published, 11)

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
            self.assertEqual(list(folder.iterdir()), [])


if __name__ == "__main__":
    unittest.main()
