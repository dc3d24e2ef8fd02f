"""The blocks of scripts/examples.md over the example extracts, against a count of the extracts' own lines."""
import collections
import csv
import gzip
import re
import unittest

from packs import SOURCE, Scratch, example_data, examples, figure, figures, run

MONTHS = ["%04d-%02d" % (2020 + at // 12, at % 12 + 1) for at in range(72)]


def counted(wanted):
    """month -> rows of Cleveland's street files of the latest edition that `wanted` takes"""
    latest = {}
    for folder in (examples() / "cleveland", examples() / "cleveland-later"):
        for file in sorted(folder.rglob("*-cleveland-street.csv*")):
            latest[file.name[:7]] = file
    months = collections.Counter()
    for month, file in latest.items():
        with (gzip.open if file.suffix == ".gz" else open)(file, "rt", encoding="utf-8") as lines:
            months[month] = sum(1 for row in csv.DictReader(lines) if wanted(row))
    return months


def blocks(heading):
    text = (SOURCE / "scripts" / "examples.md").read_text(encoding="utf-8")
    part = text.split("## " + heading + "\n", 1)[1].split("\n## ", 1)[0]
    return re.findall(r"```lua\n(.*?)```", part, re.S)


class Pages(unittest.TestCase):
    def test_derived_measures_are_what_the_extracts_say(self):
        robbery = counted(lambda row: row["Crime type"] == "Robbery")
        with Scratch() as folder:
            (folder / "ws" / "scripts").mkdir(parents=True)
            for number, block in enumerate(blocks("Derived measures") + blocks("Kinds")):
                (folder / "ws" / "scripts" / f"block{number}.lua").write_text(block, encoding="utf-8")
            done = run("run", "cleveland", "--month", "2025-12", *example_data("cleveland"), "--workspace", folder / "ws", "--out",
                       folder / "out", "--formats", "xlsx", "--quiet")
            self.assertEqual(done.returncode, 0, done.stderr)
            rows = figures(next((folder / "out").rglob("manifest.json")).parent)
        at = MONTHS.index("2025-12")
        of = lambda last, count: sum(robbery[month] for month in MONTHS[last - count + 1:last + 1])
        expected = {
            ("ex_robbery", "month"): robbery["2025-12"],
            ("ex_on_the_year", "month"): robbery["2025-12"] - robbery["2024-12"],
            ("ex_on_the_year", "mrt"): of(at, 12) - of(at - 12, 12),
            ("ex_three_months", "month"): of(at, 3),
            ("ex_mean_month", "month"): of(at, 12) / 12,
            ("ex_since_march", "month"): robbery["2025-12"] - robbery["2025-03"],
            ("ex_excess", "month"): max(robbery["2025-12"] - 20, 0),
            ("ex_quiet", "month"): int(10 <= robbery["2025-12"] < 20),
            ("ex_same", "month"): int(robbery["2025-12"] == 20),
            ("ex_index", "mrt"): of(at, 12) / of(at - 12, 12) * 100,
            ("ex_months_above", "month"): sum(robbery[MONTHS[at - back]] > robbery[MONTHS[at - back - 12]]
                                              for back in range(12)),
        }
        for (measure, window), value in expected.items():
            self.assertAlmostEqual(figure(rows, measure, window), value, 9, (measure, window))


if __name__ == "__main__":
    unittest.main()
