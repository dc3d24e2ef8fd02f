"""What was last published: figures are compared with it, and the manifest has the digest of the file they come from."""
import hashlib
import json
import shutil
import unittest

from packs import Scratch, figure, figures, run
from test_registers import DONE, OPEN, extracts, pack_of, workspace

SCRIPT = '''measure "robbery_here" {
  title = "Robbery here", from = "crimes", where = "category = 'Robbery'", count = true, compare = { "last published" },
}'''

OCTOBER = {"2025-10": [("Hartlepool", OPEN), ("Hartlepool", DONE)]}
NOVEMBER = {"2025-10": [("Hartlepool", OPEN)], "2025-11": [("Hartlepool", OPEN)] * 5}


def published_in(pack):
    return json.loads((pack / "manifest.json").read_text()).get("published")


class Published(unittest.TestCase):
    def test_the_manifest_names_what_figures_are_compared_with(self):
        with Scratch() as folder:
            mine = workspace(folder / "mine", {}, SCRIPT)
            first = pack_of(folder, "2025-10", "%s@2025-11-10" % extracts(folder / "october", OCTOBER), mine)
            self.assertIsNone(published_in(first))
            file = first / "data" / "figures.csv"
            digest = hashlib.sha256(file.read_bytes()).hexdigest()
            data = "%s@2025-12-10" % extracts(folder / "november", NOVEMBER)
            given = pack_of(folder / "given", "2025-11", data, mine, "--published", first)
            self.assertEqual(published_in(given), {"name": "figures.csv", "sha256": digest})
            rows = figures(given)
            # Two were published for October and there is one now; November's five are three more than those two.
            self.assertEqual([r["symbol"] for r in rows if r["measure"] == "robbery_here" and r["period"] == "2025-10"
                              and r["window"] == "month" and r["statistic"] == "value"], ["[r]"])
            self.assertEqual(figure(rows, "robbery_here", statistic="change", period="2025-11",
                                    reference="last published"), 3)
            shutil.copytree(first, mine / "published" / "2025-10")
            kept = pack_of(folder / "kept", "2025-11", data, mine)
            self.assertEqual(published_in(kept), {"name": "published/2025-10", "sha256": digest})
            self.assertEqual((kept / "data" / "figures.csv").read_bytes(), (given / "data" / "figures.csv").read_bytes())

    def test_figures_that_cannot_be_those_last_published_are_refused(self):
        with Scratch() as folder:
            mine = workspace(folder / "mine", {}, SCRIPT)
            pack = pack_of(folder, "2025-10", "%s@2025-11-10" % extracts(folder / "october", OCTOBER), mine)
            asked = ["--data", "%s@2025-11-10" % (folder / "october"), "--out", folder / "out", "--workspace", mine, "--quiet"]
            later = run("run", "cleveland", "--month", "2025-09", *asked, "--published", pack)
            self.assertEqual(later.returncode, 2)
            self.assertIn("after the pack's month of 2025-09", later.stderr)
            file = folder / "other.csv"
            file.write_text((pack / "data" / "figures.csv").read_text().replace("cleveland,", "cumbria,"))
            other = run("run", "cleveland", "--month", "2025-11", *asked, "--published", file)
            self.assertEqual(other.returncode, 1)
            self.assertIn("expected figures of 'cleveland', found one of 'cumbria'", other.stderr)


if __name__ == "__main__":
    unittest.main()
