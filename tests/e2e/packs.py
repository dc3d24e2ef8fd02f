"""What the end-to-end tests share: running the program, example extracts, reading what a pack holds."""
import csv
import hashlib
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
import zipfile

SOURCE = pathlib.Path(os.environ["BOARDPACK_SOURCE_DIR"])
BUILD = pathlib.Path(os.environ["BOARDPACK_BUILD_DIR"])
PROGRAM = BUILD / "bin" / "boardpack"
FIXTURES = SOURCE / "tests" / "fixtures" / "extracts"
SHARED_DATA = SOURCE.parent / "shared" / "data"
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
REL = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


def run(*words, program=PROGRAM, cwd=None, env=None, preexec_fn=None):
    """The program's end: exit code, standard output, standard error."""
    environment = dict(os.environ, **(env or {}))
    return subprocess.run([str(program), *map(str, words)], cwd=cwd, env=environment, stdin=subprocess.DEVNULL,
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, timeout=300,
                          preexec_fn=preexec_fn)


def program_with(folder, plugins):
    """A copy of the program in a folder of its own, with the plugins and no others. `plugins` are files, or pairs of a
    file and the name it gets."""
    folder = pathlib.Path(folder)
    (folder / "bin").mkdir(parents=True)
    shutil.copy2(PROGRAM, folder / "bin" / "boardpack")
    (folder / "lib" / "boardpack" / "plugins").mkdir(parents=True)
    for plugin in plugins:
        file, name = plugin if isinstance(plugin, tuple) else (plugin, pathlib.Path(plugin).name)
        shutil.copy2(file, folder / "lib" / "boardpack" / "plugins" / name)
    for library in ("boardpack/libduckdb.so", *(p.name for p in (BUILD / "lib").glob("libboardpack_sdk.so.*"))):
        (folder / "lib" / library).symlink_to((BUILD / "lib" / library).resolve())
    (folder / "share").symlink_to(BUILD / "share")
    return folder / "bin" / "boardpack"


class Scratch:
    """A folder that is gone at the end."""

    def __enter__(self):
        self.path = pathlib.Path(tempfile.mkdtemp(prefix="boardpack-e2e-"))
        return self.path

    def __exit__(self, *_):
        for folder, _, _ in os.walk(self.path):
            os.chmod(folder, 0o700)
        shutil.rmtree(self.path)


def examples():
    """The folder of generated example extracts; the first of the tests makes it."""
    return BUILD / "example-extracts"


def make_examples():
    """Makes the example extracts unless they are there as their generator would make them."""
    generator = SOURCE / "examples" / "extracts"
    digest = hashlib.sha256(b"".join(p.read_bytes() for p in sorted(generator.glob("*.py")))).hexdigest()
    stamp = examples() / "made-by"
    if stamp.exists() and stamp.read_text() == digest:
        return
    shutil.rmtree(examples(), ignore_errors=True)
    subprocess.run([sys.executable, str(generator / "generate.py"), "--out", str(examples())], check=True)
    stamp.write_text(digest)


def example_data(force):
    """--data words of a force's example extracts."""
    words = ["--data", "%s@2026-01-15" % (examples() / force)]
    later = examples() / (force + "-later")
    return words + (["--data", "%s@2026-02-15" % later] if later.is_dir() else [])


def example_pack(out, force):
    """The pack of a force's example extracts for December 2025, without pictures and papers."""
    made = run("run", force, "--month", "2025-12", *example_data(force), "--out", out, "--quiet", "--formats", "xlsx")
    assert made.returncode == 0, made.stderr
    return pathlib.Path(out) / force / "2025-12" / "restricted"


def tree(folder):
    """relative name -> bytes of every file below."""
    folder = pathlib.Path(folder)
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def figures(pack):
    """Lines of figures.csv as dicts."""
    with open(pathlib.Path(pack) / "data" / "figures.csv", newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def figure(rows, measure, window="month", statistic="value", breakdown="", group="", period="2025-12", reference=""):
    """The one figure that is asked for: a number, or its symbol."""
    found = [r for r in rows if (r["measure"], r["window"], r["statistic"], r["breakdown"], r["group"], r["period"],
                                 r["reference"]) == (measure, window, statistic, breakdown, group, period, reference)]
    assert len(found) == 1, "%d figures %s %s %s %s %s %s" % (len(found), measure, window, statistic, group, period, reference)
    return float(found[0]["value"]) if found[0]["value"] != "" else found[0]["symbol"]


def sheets(workbook):
    """sheet name -> {cell: text or number} of an xlsx file, by the standard library."""
    with zipfile.ZipFile(workbook) as book:
        strings = []
        if "xl/sharedStrings.xml" in book.namelist():
            for item in ET.fromstring(book.read("xl/sharedStrings.xml")).findall(MAIN + "si"):
                strings.append("".join(t.text or "" for t in item.iter(MAIN + "t")))
        targets = {r.get("Id"): r.get("Target") for r in ET.fromstring(book.read("xl/_rels/workbook.xml.rels"))}
        result = {}
        for sheet in ET.fromstring(book.read("xl/workbook.xml")).iter(MAIN + "sheet"):
            cells = {}
            for cell in ET.fromstring(book.read("xl/" + targets[sheet.get(REL + "id")])).iter(MAIN + "c"):
                assert cell.find(MAIN + "f") is None, "a formula in %s" % sheet.get("name")
                value = cell.find(MAIN + "v")
                if value is not None:
                    cells[cell.get("r")] = strings[int(value.text)] if cell.get("t") == "s" else float(value.text)
            result[sheet.get("name")] = cells
        return result


if __name__ == "__main__":
    make_examples()
