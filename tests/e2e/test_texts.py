"""What a text may hold, wherever it comes from: cells of data and registers are cleaned and that is counted, texts of scripts
and templates are refused with their place, and all outputs open and say the same."""
import csv
import re
import unicodedata
import unittest
import xml.etree.ElementTree as ET
import zipfile

from packs import Scratch, figures, run, sheets

HEADER = ("Type,Date,Part of a policing operation,Policing operation,Latitude,Longitude,Gender,Age range,Self-defined ethnicity,"
          "Officer-defined ethnicity,Legislation,Object of search,Outcome,Outcome linked to object of search,"
          "Removal of more than just outer clothing")
# What a paper, a workbook, a picture, a spreadsheet or a terminal might take for something else than letters.
HOSTILE = [
    "=cmd|' /C calc'!A0", '=HYPERLINK("http://evil.example","y")', "+1+1", "-2+3", "@SUM(1)", "'quoted", "=1", "+", "-", "@",
    "\uff1d1+1", "|pipe|table|", "a,b;c\td", 'say "so"', "two\nlines", "carriage\r\nreturn", "<b>bold</b>", "<script>x</script>",
    "]]>", "<!-- -->", "&amp;", "&#11;", "{{ value }}", "${x}", "$1 `ls`", "*star* _under_ ~~gone~~", "# heading", "::table all",
    "```{=openxml}", "![i](file:///etc/passwd)", "[link](http://evil.example)", "\\newpage", "%s%n%d", "../../etc/passwd", "C:\\x",
    "_x0041_", "_x000D_ _x_ _x00g1_", "[x]", "{\\rtf1}", "A" * 100, "Caf\u00e9 \u0174yau", "Stra\u00dfe", "\U0001f693 car",
    "\u0639\u0631\u0628\u064a", "\u4e2d\u6587",
    # And what no output may hold.
    "bell\u0007", "tab\u000bbed", "unit\u001fsep", "del\u007fete", "next\u0085line", "c\u009b31mone", "rule\u2028line",
    "no\ufffechar", "no\uffffmore", "ar\ufdd0abic", "plane\U0001ffffone", "turned\u202e around", "iso\u2066late", "zero\u200bwidth",
    "byte\ufefforder", "soft\u00adhyphen", "sel\ufe0fector",
]
BAD = {"\u0001": "U+0001", "\u000b": "U+000B", "\u001f": "U+001F", "\u007f": "U+007F", "\u0085": "U+0085", "\u009b": "U+009B",
       "\u2028": "U+2028", "\ufffe": "U+FFFE", "\uffff": "U+FFFF", "\ufdd0": "U+FDD0", "\U0001ffff": "U+1FFFF",
       "\u202e": "U+202E", "\u2069": "U+2069", "\u200b": "U+200B", "\ufeff": "U+FEFF", "\u00ad": "U+00AD"}


def cleaned(text):
    """By Unicode's categories: controls, separators of lines and what is no character are blanks, what is unseen is left
    out."""
    shown = ""
    for c in text:
        number = ord(c)
        no_character = number & 0xFFFE == 0xFFFE or 0xFDD0 <= number <= 0xFDEF
        if unicodedata.category(c) in ("Cc", "Zl", "Zp") or no_character:
            shown += " "
        elif unicodedata.category(c) != "Cf" and not 0xFE00 <= number <= 0xFE0F:
            shown += c
    return shown.strip(" ")


def as_excel_reads(text):
    return re.sub("_x([0-9A-Fa-f]{4})_", lambda m: chr(int(m.group(1), 16)), text)


def lua(text):
    return '"' + "".join("\\u{%X}" % ord(c) for c in text) + '"'


def stop_searches(folder, texts, months=("2025-11", "2025-12")):
    folder.mkdir(parents=True)
    for month in months:
        with open(folder / ("%s-cleveland-stop-and-search.csv" % month), "w", newline="", encoding="utf-8") as file:
            file.write(HEADER + "\r\n")
            writer = csv.writer(file)
            for i, text in enumerate(texts):
                for _ in range(1 + i % 3):
                    writer.writerow(["Person search", month + "-03T12:00:00+00:00", "False", "", "54.5", "-1.2", "Male", "18-24",
                                     "", "White", "", text, "", "", "False"])


def parts(file):
    """Names of the parts of a workbook or paper, each of which is well-formed."""
    with zipfile.ZipFile(file) as archive:
        for name in archive.namelist():
            if name.endswith((".xml", ".rels", ".vml")):
                ET.fromstring(archive.read(name))
        return archive.namelist()


class Texts(unittest.TestCase):
    def well_formed(self, pack):
        """Every file opens, and nothing in it leads elsewhere or is worked out."""
        for file in [*pack.rglob("*.xlsx"), *pack.rglob("*.docx")]:
            names = parts(file)
            self.assertFalse([n for n in names if "external" in n.lower()], file)
            with zipfile.ZipFile(file) as archive:
                for name in names:
                    if name.endswith(".xml"):
                        self.assertNotRegex(archive.read(name), rb"<f>|<w:instrText")
                    if name.endswith(".rels"):
                        # The theme of the paper that pandoc starts from has none either.
                        self.assertNotIn(b"evil.example", archive.read(name))
        for file in pack.rglob("*.svg"):
            ET.parse(file)
            self.assertNotRegex(file.read_text(encoding="utf-8"), "<script|<image|href")
        for file in pack.rglob("*"):
            if file.suffix in (".csv", ".json", ".svg"):
                text = file.read_text(encoding="utf-8")
                self.assertNotRegex(text, "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff\ufdd0\u200b\u202e\u2066\u00ad]", file)

    def test_cells_of_data_are_the_same_in_every_output(self):
        texts = [t for t in HOSTILE if len(cleaned(t)) > 0]
        self.assertGreater(len(texts), 55)
        with Scratch() as folder:
            # At most 60 groups a breakdown: two columns of text would do, two measures do.
            halves = {"half_a": texts[0::2], "half_b": texts[1::2]}
            for name, half in halves.items():
                stop_searches(folder / name / "in", half)
                (folder / name / "scripts").mkdir()
                (folder / name / "scripts" / "x.lua").write_text(
                    'measure "objects" { title = "Objects", from = "stop_searches", count = true, by = { "object" },\n'
                    '  chart = { { kind = "xmr" }, { kind = "change", by = "object" }, { kind = "multiples", by = "object" } } }\n')
                done = run("run", "cleveland", "--month", "2025-12", "--data", "%s@2026-01-15" % (folder / name / "in"),
                           "--workspace", folder / name, "--warehouse", "none", "--out", folder / "out" / name,
                           "--board-date", "2026-02-26")
                self.assertEqual(done.returncode, 0, done.stderr)
                pack = next((folder / "out" / name).rglob("restricted"))
                self.well_formed(pack)
                expected = {cleaned(t) for t in half}

                # figures.csv: what a spreadsheet would run is marked as text, and only that.
                raw = {r["group"] for r in figures(pack) if r["measure"] == "objects" and r["breakdown"] == "object"}
                self.assertEqual({g[1:] if g[0] == "'" else g for g in raw}, expected)
                self.assertEqual({g for g in raw if g[0] == "'"}, {"'" + g for g in expected if g[0] in "=+-@'\uff1d"})
                for row in figures(pack):
                    for column, cell in row.items():
                        if column != "value":
                            self.assertNotRegex(cell, "^[=+@-]", row)

                # The workbook's table of the groups.
                book = sheets(next(pack.rglob("*.xlsx")))
                shown = {as_excel_reads(c) for cells in book.values() for c in cells.values() if isinstance(c, str)}
                for text in expected:
                    self.assertTrue(any(text in s for s in shown), text)

    def test_letters_that_the_font_lacks_are_named(self):
        with Scratch() as folder:
            stop_searches(folder / "in", ["Drugs"])
            (folder / "scripts").mkdir()
            (folder / "scripts" / "x.lua").write_text(
                'measure "welsh" { title = "\u0174yau \u0177", from = "stop_searches", count = true }\n'
                'measure "emoji" { title = "Cars \U0001f693", from = "stop_searches", count = true }\n'
                'measure "arabic" { title = "\u0639\u0631", from = "stop_searches", count = true }\n', encoding="utf-8")
            done = run("run", "cleveland", "--month", "2025-12", "--data", "%s@2026-01-15" % (folder / "in"), "--workspace",
                       folder, "--warehouse", "none", "--out", folder / "out", "--formats", "png")
            self.assertEqual(done.returncode, 0, done.stderr)
            self.assertIn("emoji: The font of the charts has no letter for U+1F693, so", done.stderr)
            self.assertIn("arabic: The font of the charts has no letter for U+0631 and U+0639, so", done.stderr)
            self.assertNotIn("welsh: ", done.stderr)

    def test_scripts_and_templates_are_refused_with_place_and_character(self):
        with Scratch() as folder:
            stop_searches(folder / "in", ["Drugs"])
            (folder / "scripts").mkdir()
            lines = ['measure "m%d" { title = %s, from = "stop_searches", count = true }' % (i, lua("A%sB %d" % (c, i)))
                     for i, c in enumerate(BAD)]
            (folder / "scripts" / "x.lua").write_text("\n".join(lines) + "\n")
            done = run("check", "cleveland", "--workspace", folder)
            self.assertEqual(done.returncode, 1)
            for i, name in enumerate(BAD.values()):
                self.assertRegex(done.stderr, r"workspace/x.lua:%d: .*the text holds %s, " % (i + 1, re.escape(name)))
            (folder / "scripts" / "x.lua").unlink()

            (folder / "templates").mkdir()
            for c, name in BAD.items():
                (folder / "templates" / "own.md").write_text("---\npaper: own\n---\n# Purpose\n\nA%sB.\n" % c, encoding="utf-8",
                                                             newline="")
                done = run("check", "cleveland", "--workspace", folder)
                self.assertEqual(done.returncode, 1, name)
                self.assertRegex(done.stderr, r"own\.md, line \d+: The line holds %s, " % re.escape(name))

    def test_registers_are_cleaned(self):
        with Scratch() as folder:
            stop_searches(folder / "in", ["Drugs"], ["2024-%02d" % m for m in range(1, 13)] + ["2025-%02d" % m for m in range(1, 13)])
            (folder / "registers").mkdir()
            (folder / "scripts").mkdir()
            (folder / "scripts" / "x.lua").write_text('measure "stops" { title = "Stops", from = "stop_searches", count = true, '
                                                      'chart = { kind = "xmr" } }')
            (folder / "registers" / "events.csv").write_text(
                'day,kind,title,words,measures,areas\n2025-06-14,operation,"Op\u000bKA\ufffe\u200bB","Word\u0001s of\u202e it.",,\n',
                encoding="utf-8")
            done = run("run", "cleveland", "--month", "2025-12", "--data", "%s@2026-01-15" % (folder / "in"), "--workspace",
                       folder, "--warehouse", "none", "--out", folder / "out", "--board-date", "2026-02-26")
            self.assertEqual(done.returncode, 0, done.stderr)
            pack = next((folder / "out").rglob("restricted"))
            self.well_formed(pack)
            self.assertIn("Op KA B", (pack / "charts" / "stops.svg").read_text(encoding="utf-8"))

    def test_texts_that_people_write_are_shown_as_they_are(self):
        written = [t for t in HOSTILE if cleaned(t) == t]
        self.assertGreater(len(written), 35)
        with Scratch() as folder:
            stop_searches(folder / "in", ["Drugs"], ["2024-%02d" % m for m in range(1, 13)] + ["2025-%02d" % m for m in range(1, 13)])
            (folder / "scripts").mkdir()
            (folder / "scripts" / "x.lua").write_text("\n".join(
                'measure "m%d" { title = %s, note = %s, from = "stop_searches", count = true, windows = { "month" } }'
                % (i, lua(t), lua("Note: " + t)) for i, t in enumerate(written)))
            (folder / "registers").mkdir()
            with open(folder / "registers" / "plan-items.csv", "w", newline="", encoding="utf-8") as file:
                csv.writer(file).writerows([["kind", "reference", "text"]] + [
                    ["commitment", "9.%d" % i, t] for i, t in enumerate(HOSTILE)])
            with open(folder / "registers" / "events.csv", "w", newline="", encoding="utf-8") as file:
                csv.writer(file).writerows([["day", "kind", "title", "words", "measures"]] + [
                    ["2025-%02d-%02d" % (1 + i // 28, 1 + i % 28), "operation", "e%d" % i, "Words: " + t, "m0"]
                    for i, t in enumerate(HOSTILE)])
            done = run("run", "cleveland", "--month", "2025-12", "--data", "%s@2026-01-15" % (folder / "in"), "--workspace",
                       folder, "--warehouse", "none", "--out", folder / "out", "--board-date", "2026-02-26")
            self.assertEqual(done.returncode, 0, done.stderr)
            pack = next((folder / "out").rglob("restricted"))
            self.well_formed(pack)
            book = sheets(next(pack.rglob("*.xlsx")))
            shown = {as_excel_reads(t) for cells in book.values() for t in cells.values() if isinstance(t, str)}
            for text in written:
                self.assertIn(text, shown)
                self.assertTrue(any("Note: " + text in s for s in shown), text)
            for text in HOSTILE:
                self.assertTrue(any(cleaned(text) in s for s in shown), text)
                self.assertTrue(any("Words: " + cleaned("x" + text)[1:].rstrip() in s for s in shown), text)

    def test_sheets_and_their_links(self):
        titles = ["Priority #1 calls", "Priority 1 calls", "#", "_x0041_ calls", "O'Brien's 'own'", "A:b/c?d*e[f]g\\h",
                  "\u0174eekend \u00e9t\u00e9 " + "x" * 40, "\u0174eekend \u00e9t\u00e9 " + "x" * 41]
        with Scratch() as folder:
            stop_searches(folder / "in", ["Drugs"])
            (folder / "scripts").mkdir()
            (folder / "scripts" / "x.lua").write_text("\n".join(
                'measure "m%d" { title = %s, from = "stop_searches", count = true }' % (i, lua(t)) for i, t in enumerate(titles)))
            done = run("run", "cleveland", "--month", "2025-12", "--data", "%s@2026-01-15" % (folder / "in"), "--workspace",
                       folder, "--warehouse", "none", "--out", folder / "out", "--formats", "xlsx")
            self.assertEqual(done.returncode, 0, done.stderr)
            file = next((folder / "out").rglob("*.xlsx"))
            parts(file)
            book = sheets(file)
            names = list(book)
            self.assertEqual(len({unicodedata.normalize("NFKC", n).casefold() for n in names}), len(names))
            shown = {as_excel_reads(t) for cells in book.values() for t in cells.values() if isinstance(t, str)}
            for title in titles:
                self.assertTrue(any(title in text for text in shown), title)
            with zipfile.ZipFile(file) as archive:
                texts = [archive.read(n).decode() for n in archive.namelist() if n.startswith("xl/worksheets/sheet")]
            links = [ET.fromstring("<a %s/>" % link).get("location") for text in texts
                     for link in re.findall(r"<hyperlink [^>]*?(location=\"[^\"]*\")", text)]
            self.assertGreater(len(links), 2 * len(titles))
            for link in links:
                sheet = re.fullmatch(r"'(.*)'![A-Z]+[0-9]+", link)
                self.assertIsNotNone(sheet, link)
                self.assertIn(sheet.group(1).replace("''", "'"), names)

    def test_titles_that_nobody_tells_apart(self):
        with Scratch() as folder:
            (folder / "scripts").mkdir()
            for one, other in (("\u0174eekend", "\u0175eekend"), ("\u00c9COLE", "\u00e9cole"), ("Stra\u00dfe", "STRASSE"),
                               ("\u0391\u03a3", "\u03b1\u03c2"), ("e\u0301te", "\u00c9TE")):
                (folder / "scripts" / "x.lua").write_text(
                    'measure "a" { title = "%s", from = "crimes", count = true }\n'
                    'measure "b" { title = "%s", from = "crimes", count = true }\n' % (one, other), encoding="utf-8")
                done = run("check", "cleveland", "--workspace", folder)
                self.assertEqual(done.returncode, 1, one)
                self.assertIn("has the same title", done.stderr)

    def test_a_file_without_a_header_shows_none_of_its_cells(self):
        with Scratch() as folder:
            stop_searches(folder / "in", ["Drugs"])
            file = folder / "in" / "2025-12-cleveland-stop-and-search.csv"
            # A row of data that has two of the header's words among its cells.
            file.write_text('Outcome,Gender,"Smith, 12 High Street",07700900123,jo@example.org,Person search,' + ",".join("abcdefgh") + "\r\n")
            done = run("check", "cleveland", "--data", "%s@2026-01-15" % (folder / "in"))
            self.assertEqual(done.returncode, 1)
            for cell in ("Smith", "07700900123", "example.org", "Person search"):
                self.assertNotIn(cell, done.stderr)
            self.assertIn("in column 3, 4, 5", done.stderr)


if __name__ == "__main__":
    unittest.main()
