#!/usr/bin/env python3
"""Makes small packs and compares what they hold with what is kept (README.md).

    golden.py            compares; the exit code is 1 where something differs
    golden.py approve    keeps what is made now
"""
import concurrent.futures
import difflib
import os
import pathlib
import re
import shutil
import sys

sys.dont_write_bytecode = True
HERE = pathlib.Path(__file__).resolve().parent
SOURCE = HERE.parent.parent
BUILD = pathlib.Path(os.environ.setdefault("BOARDPACK_BUILD_DIR", str(SOURCE / "build" / "release")))
os.environ.setdefault("BOARDPACK_SOURCE_DIR", str(SOURCE))
sys.path.insert(0, str(SOURCE / "tests" / "e2e"))

import extracts
import keys
import normal
import packs

KEPT, MADE = HERE / "kept", BUILD / "golden"
MONTH = ("--month", "2025-12", "--board-date", "2026-02-26")
STAGES = ("series", "findings", "paper", "marks")
OWN = "durham"
PART, MONTHS = 0.1, 25  # of the example extracts: a part of their rows, and as many months
LINES_OF_A_FILE, LINES_IN_ALL = 40, 400

# Of the forces these are kept whole, and a digest of all else: what holds for every pack is whole in the workspace's.
WHOLE_OF_A_FORCE = ("figures.txt", "manifest.txt", "stages/paper.txt", "workbook/Scorecard.xml",
                    "workbook/Plan coverage.xml", "paper/word.document.xml", "charts/recorded_crime.svg")
# Of the workspace one picture a kind of chart: all are among the marks that they are drawn from. And the sheets
# and series of some measures, one a form of sheet: the values of the others are among the figures.
PICTURES = ("k_count", "k_count.mrt", "k_count.category-change", "w_stacked.owner_role", "w_all.district", "k_rate.funnel")
SHEETS = ("k_count", "k_share", "k_percentile", "k_rate", "k_snapshot_sum", "k_state", "k_figure_hours", "k_millions",
          "d_above", "w_all", "w_since", "w_wave", "w_without_chart", "w_groups")


def is_whole(force, name, text):
    if force != OWN:
        return name in WHOLE_OF_A_FORCE
    if name.startswith("charts/"):
        return name in ["charts/%s.svg" % chart for chart in PICTURES]
    if name == "stages/series.txt":
        return False
    table = re.search(r'displayName="t_months_(\w+)"', text) if name.startswith("workbook/") else None
    return table is None or table.group(1) in SHEETS


def program_of_own(folder):
    """The program with the example force, for which scripts and a template are installed."""
    program = packs.program_with(folder, (BUILD / "example_force" / "plugins").glob("*.so"))
    share = folder / "share"
    share.unlink()
    for kind in ("scripts", "templates"):
        (share / "boardpack" / kind).mkdir(parents=True)
        (share / "boardpack" / kind / OWN).symlink_to(HERE / "installed" / kind)
    (share / "boardpack" / "scripts" / "common").symlink_to(SOURCE / "scripts" / "common")
    (share / "boardpack" / "templates" / "reference-docx").symlink_to(SOURCE / "templates" / "reference-docx")
    (share / "boardpack" / "fonts").symlink_to(BUILD / "share" / "boardpack" / "fonts")
    return program


def ask(program, *words):
    done = packs.run(*words, "--quiet", program=program)
    if done.returncode != 0:
        sys.exit("boardpack %s ended with %d:\n%s" % (" ".join(map(str, words[:2])), done.returncode, done.stderr))
    return done.stdout


def stages_of(program, force, *words):
    text = ask(program, "show", force, *MONTH, *words, *(word for stage in STAGES for word in ("--stage", stage)))
    found = {}
    for part in ("\n" + text).split("\nstage ")[1:]:
        name, _, rest = part.partition("\n")
        found[name] = rest if rest.endswith("\n") or not rest else rest + "\n"
    return found


def texts_of(pack, stages):
    """name -> text of all that is compared of a pack."""
    texts = {"figures.txt": normal.figures((pack / "data" / "figures.csv").read_text("utf-8")),
             "manifest.txt": normal.manifest((pack / "manifest.json").read_text("utf-8"))}
    for stage, text in stages.items():
        texts["stages/%s.txt" % stage] = text
    for name, text in normal.workbook(next(pack.glob("*.xlsx"))).items():
        texts["workbook/" + name] = text
    for path in sorted(pack.glob("papers/*/*.docx")):
        for name, text in normal.paper(path).items():
            texts["paper/" + name] = text
    for path in sorted((pack / "charts").glob("*.svg")):
        texts["charts/" + path.name] = path.read_text("utf-8")
    return texts


def kept_of(force, texts):
    """The texts that are kept whole, and a digest of each of the others: of a stage one of each measure or picture."""
    kept = {name: text for name, text in texts.items() if is_whole(force, name, text)}
    lines = []
    for name in sorted(set(texts) - set(kept)):
        parts = normal.blocks(texts[name]) if name.startswith("stages/") else {"": texts[name]}
        if force == OWN and name == "stages/series.txt":
            kept[name] = "".join(parts.pop(measure) for measure in list(parts) if measure in SHEETS)
        lines += ["%s  %s\n" % (normal.digest(text), name + (": " + part if part else "")) for part, text in parts.items()]
    if lines:
        kept["digests.txt"] = "".join(lines)
    return kept


def make(scratch, program, force, *words):
    """Makes the pack and leaves every text of it in MADE, those that are kept in MADE/kept."""
    ask(program, "run", force, *MONTH, *words, "--formats", "xlsx,svg,docx", "--out", scratch / "packs")
    texts = texts_of(scratch / "packs" / force / "2025-12" / "restricted", stages_of(program, force, *words))
    kept = kept_of(force, texts)
    for folder, files in (("kept", kept), ("whole", {name: text for name, text in texts.items() if kept.get(name) != text})):
        for name, text in files.items():
            path = MADE / folder / force / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8", newline="\n")


def make_all(scratch):
    shutil.rmtree(MADE, ignore_errors=True)
    forces = extracts.open_data(SOURCE, scratch / "open", PART, MONTHS)
    extracts.OwnSystems(scratch / "own")
    own = program_of_own(scratch / "program")
    # A run keeps snapshots and a secret in its workspace.
    workspace = shutil.copytree(HERE / "workspace", scratch / "workspace")
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        made = [pool.submit(make, scratch, own, OWN, "--data", "%s@2026-01-05" % (scratch / "own"), "--workspace",
                            workspace, "--published", workspace / "published.csv")]
        for force in forces:
            data = ["--data", "%s@2026-01-15" % (scratch / "open" / force)]
            later = scratch / "open" / (force + "-later")
            data += ["--data", "%s@2026-02-15" % later] if later.is_dir() else []
            made.append(pool.submit(make, scratch, packs.PROGRAM, force, *data))
        for each in made:
            each.result()


def read(folder):
    return {str(path.relative_to(folder)): path.read_text("utf-8") for path in sorted(folder.rglob("*")) if path.is_file()}


def difference(name, kept, made):
    """A unified diff whose places name the line above them that is not indented: the measure, group or picture."""
    before, after = kept.splitlines(), made.splitlines()
    for line in difflib.unified_diff(before, after, "kept/" + name, "made/" + name, n=2, lineterm=""):
        if line.startswith("@@"):
            at = int(line.split("+")[1].split(",")[0].split(" ")[0])
            line += " " + next((each for each in reversed(after[:max(at, 1)]) if not each.startswith((" ", "<"))), "")
        yield line


def compare(kept, made):
    """Prints what differs, and gives the exit code."""
    differing = [name for name in sorted(set(kept) | set(made)) if kept.get(name) != made.get(name)]
    room = LINES_IN_ALL
    for name in differing:
        if name not in made or name not in kept:
            print("%s %s" % (name, "is kept, and not made any more" if name in kept else "is made, and not kept"))
            continue
        lines = list(difference(name, kept[name], made[name]))
        shown = min(len(lines), LINES_OF_A_FILE, max(room, 4))
        room -= shown
        print("\n".join(lines[:shown]))
        if shown < len(lines):
            print("… and %d lines more of %s" % (len(lines) - shown, name))
    if differing:
        print("\n%d of %d texts differ from what is kept. All of them: diff -ru %s %s\nLook at it; where it is as it shall "
              "be, ./dev golden approve keeps it." % (len(differing), len(set(kept) | set(made)), KEPT, MADE / "kept"))
    return 1 if differing else 0


def main():
    if sys.argv[1:] not in ([], ["approve"]):
        sys.exit(__doc__)
    unused = keys.unused(SOURCE, HERE)
    with packs.Scratch() as scratch:
        make_all(scratch)
    unused += keys.without_values((MADE / "kept" / OWN / "figures.txt").read_text("utf-8"),
                                  (MADE / "kept" / OWN / "stages" / "marks.txt").read_text("utf-8"))
    if unused:
        print("The workspace of the golden test shall use everything, and does not use:\n  " + "\n  ".join(unused))
    if sys.argv[1:] == ["approve"]:
        shutil.rmtree(KEPT, ignore_errors=True)
        shutil.copytree(MADE / "kept", KEPT)
        print("Kept %d texts in %s." % (len(read(KEPT)), KEPT.relative_to(SOURCE)))
    return max(compare(read(KEPT), read(MADE / "kept")), 1 if unused else 0)


if __name__ == "__main__":
    sys.exit(main())
