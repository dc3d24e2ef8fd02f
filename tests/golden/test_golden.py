"""That the comparison sees what it is there to see: texts by hand, and what they are compared as."""
import contextlib
import io
import pathlib
import tempfile
import unittest
import zipfile

import golden
import keys
import normal

STRINGS = "<sst><si><t>Robbery</t></si><si><t>Bur</t><t>glary</t></si></sst>"
RELS = '<Relationships><Relationship Id="rId%d" Target="%s"/></Relationships>'
PARTS = {"[Content_Types].xml": "<Types/>", "xl/sharedStrings.xml": STRINGS,
         "xl/workbook.xml": '<workbook><sheets><sheet name="A / B" r:id="rId7"/></sheets></workbook>',
         "xl/_rels/workbook.xml.rels": RELS % (7, "worksheets/sheet1.xml"),
         "xl/worksheets/sheet1.xml": '<worksheet><c r="A1" t="s"><v>1</v></c><c r="B1"><v>0.1234567890123456</v></c></worksheet>',
         "xl/worksheets/_rels/sheet1.xml.rels": RELS % (1, "../drawings/drawing4.xml"),
         "xl/drawings/drawing4.xml": "<drawing/>", "xl/styles.xml": "<styles/>"}
FIGURES = ("force,measure,breakdown,group,period,window,statistic,reference,value,symbol\n"
           "x,robbery,,,2025-12,month,value,,12.345678901234567,[p]\n"
           "x,robbery,,,2025-12,month,change,previous_month,-3,\n"
           "x,robbery,district,\"Ash, by\",2025-12,month,value,,,[x]\n")


def compared(kept, made):
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        code = golden.compare(kept, made)
    return code, printed.getvalue()


class Normal(unittest.TestCase):
    def test_an_element_a_line_and_nothing_lost(self):
        wide = "w" * normal.WIDEST
        text = '<a x="1&quot;"><b>%s</b><c><d>1.50</d></c><p>one <i>two</i> &amp;\nthree</p></a>' % wide
        self.assertEqual(normal.xml_text(text.encode()).splitlines(), [
            '<a x="1&quot;">', " <b>%s</b>" % wide, " <c><d>1.50</d></c>", " <p>one <i>two</i> &amp;&#10;three</p>", "</a>"])

    def test_a_workbook_by_its_sheets_with_texts_in_their_cells(self):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "book.xlsx"
            with zipfile.ZipFile(path, "w") as book:
                for name, text in PARTS.items():
                    book.writestr(name, text)
            texts = normal.workbook(path)
        self.assertEqual(sorted(texts), ["A _ B.xml", "styles.xml", "workbook.xml"])
        self.assertEqual(texts["A _ B.xml"].splitlines(), [
            "<worksheet>", ' <c r="A1" t="s"><v>Burglary</v></c>', ' <c r="B1"><v>0.1234567890123456</v></c>', "</worksheet>",
            "part drawing", "<drawing/>"])

    def test_figures_keep_every_cell(self):
        self.assertEqual(normal.figures(FIGURES).splitlines(), [
            "force,measure,breakdown,group,period,window,statistic,reference,value,symbol", "x,robbery,,",
            "  2025-12,month,value,,12.345678901234567,[p]",
            "  2025-12,month,change,previous_month,-3,", "x,robbery,district,Ash, by", "  2025-12,month,value,,,[x]"])

    def test_a_manifest_without_what_differs_by_machine(self):
        text = normal.manifest('{"version": "9", "rows": 3, "inputs": [{"file": "a.csv.gz", "bytes": 7, "rows_read": 5, '
                               '"sha256": "ab"}, {"file": "b.csv", "bytes": 8}], "libraries": {"cairo": "1.16"}, '
                               '"made_from": {"inputs": "cd"}, "sha256_of_the_above": "ef"}')
        self.assertEqual(text.splitlines(), ['"version": "left out"', '"rows": 3', '"inputs":',
                                             '  {"file": "a.csv.gz", "rows_read": 5}', '  {"file": "b.csv", "bytes": 8}',
                                             '"libraries":', '  "cairo"'])

    def test_a_digest_of_each_block(self):
        found = normal.blocks("measure one\n  1\nmeasure two\n  2\n")
        self.assertEqual(found, {"one": "measure one\n  1\n", "two": "measure two\n  2\n"})
        self.assertNotEqual(normal.digest("  1"), normal.digest("  2"))


class Compare(unittest.TestCase):
    def test_nothing_is_said_of_what_is_the_same(self):
        self.assertEqual(compared({"a": "1\n"}, {"a": "1\n"}), (0, ""))

    def test_a_digit_is_seen_and_its_measure_named(self):
        kept = "measure robbery\n" + "".join("  2025-%02d: 5\n" % month for month in range(1, 13))
        code, text = compared({"series.txt": kept}, {"series.txt": kept.replace("2025-12: 5", "2025-12: 6")})
        self.assertEqual(code, 1)
        self.assertIn("measure robbery", next(line for line in text.splitlines() if line.startswith("@@")))
        self.assertIn("-  2025-12: 5\n+  2025-12: 6", text)
        self.assertIn("./dev golden approve", text)

    def test_what_is_gone_or_new_is_named(self):
        code, text = compared({"old": ""}, {"new": ""})
        self.assertEqual(code, 1)
        self.assertIn("new is made, and not kept", text)
        self.assertIn("old is kept, and not made any more", text)

    def test_a_long_difference_is_cut_and_says_so(self):
        lines = 5 * golden.LINES_OF_A_FILE
        code, text = compared({"a": "1\n" * lines}, {"a": "2\n" * lines})
        self.assertEqual(code, 1)
        self.assertLess(len(text.splitlines()), 2 * golden.LINES_OF_A_FILE)
        self.assertRegex(text, r"and \d+ lines more of a")


class Keys(unittest.TestCase):
    def test_a_word_that_no_script_uses_is_named(self):
        with tempfile.TemporaryDirectory() as folder:
            (pathlib.Path(folder) / "workspace" / "scripts").mkdir(parents=True)
            missing = keys.unused(golden.SOURCE, pathlib.Path(folder))
        for name in ("the key 'title' of boardpack.measure", 'the word "12 months"', "the method :rolling",
                     "the function switch_off", "a window 'since a month'"):
            self.assertIn(name, missing)

    def test_what_has_no_value_is_named(self):
        missing = keys.without_values(normal.figures(FIGURES.replace("12.345678901234567,[p]", ",[x]")), "")
        self.assertIn("the measure robbery: it has no value", missing)
        self.assertIn("the window 'month': no figure has it", missing)
        self.assertIn("a funnel: none is drawn", missing)


if __name__ == "__main__":
    unittest.main()
