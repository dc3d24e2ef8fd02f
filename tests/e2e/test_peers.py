"""A force beside others: which period, which name, and that figures that may not be published stay inside."""
import re
import unittest
import zipfile

from packs import Scratch, figures, run, sheets
from test_registers import extracts, workspace

MONTHS = {"2025-%02d" % month: [("Hartlepool", "Under investigation")] for month in range(1, 13)}
SCRIPT = '''
measure "robbery_beside" {
  title = "Robbery beside others", from = "crimes", where = "category = 'Robbery'", count = true,
  peers = { measure = "%s", group = "MSG" }, chart = { { kind = "xmr" }, { kind = "funnel" } },
}
'''
GROUPS = "group,force\nMSG,Cleveland\nMSG,Durham\nMSG,Northumbria\n"
HEADER = ("measure,area_kind,area,period_end,window,numerator,denominator,value,unit,method,source,not_available,"
          "published_on,publishable\n")
RATES = {"Durham": "27.1838", "Northumbria": "58.2049", "West Yorkshire": "83.6172"}
NATION = "46.9283"
PAPER = '''---
paper: beside
title: Beside others
---
# Beside

{{ measures.robbery_beside.peers }}{{ measures.robbery_beside.no_peers }}

::table robbery_beside.peers

::chart robbery_beside.funnel
'''


def comparators(folder, publishable, period="2025-06-30", rates=True):
    lines = [HEADER]
    areas = dict(RATES, Cleveland="31.5000")
    for kind, area, value in [("force", *pair) for pair in areas.items()] + [("country", "England and Wales", NATION)]:
        number = ("", "", value, '"per 1,000 people"') if rates else (value.split(".")[0], "", "", "offences")
        lines.append("robbery,%s,%s,%s,12 months,%s,%s,%s,%s,\"as given; people of mid-2024\",a closed service,,2025-10-23,%s\n"
                     % (kind, area, period, *number, publishable))
    with open(folder / "comparators.csv", "a", encoding="utf-8") as file:
        file.write("".join(lines if not (folder / "comparators.csv").stat().st_size else lines[1:]))


def texts_of(path):
    """Every text of a file of a pack: of a package each part."""
    if path.suffix in (".docx", ".xlsx"):
        with zipfile.ZipFile(path) as package:
            return "\n".join(package.read(name).decode("utf-8", "replace") for name in package.namelist())
    return path.read_text("utf-8", "replace")


def told_in(text):
    """The other forces' figures, their mean and the country's, in as many decimals as they may be shown."""
    mean = sum(float(RATES[name]) for name in ("Durham", "Northumbria")) + 31.5
    numbers = [float(value) for value in RATES.values()] + [float(NATION), mean / 3]
    forms = {"%.*f" % (decimals, number) for number in numbers for decimals in (1, 2, 3, 4)}
    return sorted(form for form in forms if re.search(r"(?<![\d.])" + re.escape(form), text))


class Peers(unittest.TestCase):
    def make(self, folder, publishable, month="2025-12", name="robbery", **more):
        data = extracts(folder / "in", MONTHS)
        mine = workspace(folder / "mine", {"peer-groups.csv": GROUPS}, SCRIPT % name)
        (mine / "templates").mkdir()
        (mine / "templates" / "beside.md").write_text(PAPER)
        (data / "comparators.csv").touch()
        comparators(data, publishable, **more)
        self.data, self.mine = data, mine
        return self.pack(folder, month)

    def pack(self, folder, month="2025-12"):
        self.ended = run("run", "cleveland", "--month", month, "--data", self.data, "--out", folder / "out",
                         "--workspace", self.mine, "--warehouse", "none")
        self.assertEqual(self.ended.returncode, 0, self.ended.stderr)
        return folder / "out" / "cleveland" / month / "restricted"

    def paper(self, pack):
        return re.sub(r"<[^>]+>", "", texts_of(next(pack.rglob("beside.docx"))))

    def test_figures_for_publication_are_told_everywhere(self):
        with Scratch() as folder:
            pack = self.make(folder, "True")
            text = self.paper(pack)
            self.assertIn("lower than the mean of MSG forces (39.0), lower than the national figure (46.9), second "
                          "lowest of 4 (27.2 to 83.6)", text)
            self.assertIn("39.0", text)

    def test_figures_not_for_publication_reach_nothing_that_leaves_the_force(self):
        with Scratch() as folder:
            pack = self.make(folder, "False")
            parts = [path for path in pack.rglob("*") if path.is_file() and path.suffix != ".png"]
            self.assertTrue({".docx", ".svg", ".json", ".xlsx", ".csv"} <= {path.suffix for path in parts})
            held = {path.name: told_in(texts_of(path)) for path in parts}
            inside = {"figures.csv", "cleveland-2025-12.xlsx"}
            self.assertEqual({name for name, told in held.items() if told} - inside, set())
            text = self.paper(pack)
            self.assertIn("lower than the mean of MSG forces, lower than the national figure, second lowest of 4", text)
            self.assertIn("The other forces' figures are not for publication", text)
            self.assertIn("since the other forces' figures are not for publication.", text)
            self.assertFalse([path for path in pack.rglob("*funnel*")])
            rows = {row["statistic"]: row["value"] for row in figures(pack) if row["measure"] == "robbery_beside"}
            self.assertAlmostEqual(float(rows["peer_mean"]), (27.1838 + 58.2049 + 31.5) / 3, places=4)
            self.assertIn("words only", sheets(pack / "cleveland-2025-12.xlsx")["Other forces"].values())

    def test_later_counts_without_people_are_passed_over(self):
        with Scratch() as folder:
            self.make(folder, "True", period="2025-03-31")
            comparators(self.data, "True", period="2025-09-30", rates=False)
            text = self.paper(self.pack(folder))
            self.assertIn("In the 12 months to March 2025", text)

    def test_what_is_older_than_the_measure_takes_is_not_told(self):
        with Scratch() as folder:
            text = self.paper(self.make(folder, "True", period="2023-09-30"))
            self.assertIn("Not set beside other forces: the latest comparators of 'robbery' end in September 2023, 27 "
                          "months before December 2025", text)

    def test_a_name_that_the_comparators_do_not_have_is_warned_of(self):
        with Scratch() as folder:
            pack = self.make(folder, "True", name="robery")
            sentence = "the comparators have no measure 'robery'; it is near 'robbery'"
            self.assertIn(sentence, self.ended.stderr)
            self.assertTrue(any(sentence in str(cell)
                                for cell in sheets(pack / "cleveland-2025-12.xlsx")["Data issues"].values()))
            done = run("check", "cleveland", "--workspace", self.mine, "--data", self.data)
            self.assertEqual(done.returncode, 0, done.stderr)
            self.assertIn("The measure robbery_beside is not set beside other forces: " + sentence, done.stderr)

    def test_explain_tells_the_standing(self):
        with Scratch() as folder:
            self.make(folder, "True")
            done = run("explain", "cleveland", "robbery_beside", "--month", "2025-12", "--data", self.data,
                       "--workspace", self.mine, "--warehouse", "none")
            self.assertEqual(done.returncode, 0, done.stderr)
            self.assertIn("mean of MSG 38.9629", done.stdout)
            self.assertIn("Source: a closed service", done.stdout)


if __name__ == "__main__":
    unittest.main()
