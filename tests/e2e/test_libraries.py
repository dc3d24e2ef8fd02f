"""No program or library, as built or as installed, loads a library from a folder that the user happens to be in."""
import os
import pathlib
import re
import subprocess
import unittest

from packs import BUILD, PROGRAM, Scratch, run

HIJACK = r"""
#include <stdio.h>
__attribute__((constructor)) static void run(void) { FILE* mark = fopen("hijacked", "w"); if (mark) fclose(mark); }
"""


def is_elf(path):
    with open(path, "rb") as file:
        return file.read(4) == b"\x7fELF"


def elf_files(folder):
    """Programs and shared libraries below; object files and the libraries of others (DuckDB's package) are left out."""
    for path in sorted(pathlib.Path(folder).rglob("*")):
        if path.is_file() and not path.is_symlink() and path.suffix != ".o" and is_elf(path):
            yield path


def dynamic(path):
    """(kind, text) of the entries of a file's dynamic section that have a text."""
    listing = subprocess.run(["readelf", "-dW", str(path)], check=True, stdout=subprocess.PIPE, text=True,
                             env=dict(os.environ, LC_ALL="C")).stdout
    return re.findall(r"\((\w+)\)\s+[^\[\n]*\[([^\]\n]*)\]", listing)


def bad_entries(path):
    """Entries of the search path that are no folder of their own: empty, or relative to wherever one is."""
    return [entry for kind, text in dynamic(path) if kind in ("RPATH", "RUNPATH") for entry in text.split(":")
            if not re.match(r"(/|\$ORIGIN(/|$)|\$\{ORIGIN\}(/|$))", entry)]


class Libraries(unittest.TestCase):
    def check(self, folder, least):
        files = list(elf_files(folder))
        self.assertGreaterEqual(len(files), least, "too few programs and libraries in %s to be all of them" % folder)
        self.assertEqual({str(f): bad_entries(f) for f in files if bad_entries(f)}, {})

    def test_no_built_file_has_an_empty_or_relative_path(self):
        # The program, the SDK's library, four plugins and the test programs.
        self.check(BUILD, 6 + 20)

    def test_no_installed_file_has_one(self):
        with Scratch() as folder:
            subprocess.run(["cmake", "--install", str(BUILD), "--prefix", str(folder)], check=True,
                           stdout=subprocess.DEVNULL)
            # The program, the SDK's library, DuckDB's and four plugins.
            self.check(folder, 7)

    def test_the_walk_finds_an_empty_entry(self):
        with Scratch() as folder:
            (folder / "f.c").write_text(HIJACK)
            for name, path, found in (("empty", "/a::/b", [""]), ("last", "/a:", [""]), ("relative", "lib:$ORIGIN", ["lib"]),
                                      ("right", "$ORIGIN/../lib:/a", [])):
                subprocess.run(["cc", "-shared", "-fPIC", "-Wl,-rpath," + path, "-o", name + ".so", "f.c"], check=True,
                               cwd=folder)
                self.assertEqual(bad_entries(folder / (name + ".so")), found, name)

    def test_libraries_of_the_current_folder_are_not_loaded(self):
        files = [PROGRAM, *(BUILD / "lib").glob("libboardpack_sdk.so.*.*"),
                 *sorted((BUILD / "lib" / "boardpack" / "plugins").glob("*.so"))]
        names = sorted({text for file in files for kind, text in dynamic(file) if kind == "NEEDED"})
        self.assertTrue(any(name.startswith("libboardpack_sdk.so.") for name in names), names)
        with Scratch() as folder:
            (folder / "f.c").write_text(HIJACK)
            for name in names:
                subprocess.run(["cc", "-shared", "-fPIC", "-Wl,-soname," + name, "-o", name, "f.c"], check=True,
                               cwd=folder)
            done = run("list", "forces", cwd=folder)
            self.assertEqual(done.returncode, 0, done.stderr)
            self.assertIn("cleveland", done.stdout)
            self.assertFalse((folder / "hijacked").exists(), "a library of the current folder was loaded")
            # One of them does run where it is asked for, so that the test could see it.
            (folder / "asked").mkdir()
            os.rename(folder / "libdeflate.so.0", folder / "asked" / "libdeflate.so.0")
            run("list", "forces", cwd=folder, env={"LD_LIBRARY_PATH": str(folder / "asked")})
            self.assertTrue((folder / "hijacked").exists())


if __name__ == "__main__":
    unittest.main()
