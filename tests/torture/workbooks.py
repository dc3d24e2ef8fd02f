"""Small workbooks as nobody's program would write them: `write_xlsx` and `write_ods` take any sheet, `hostile()` gives those
that have been found to take a reader's time or memory."""
import zipfile

CELL = '<table:table-cell office:value-type="string"%s><text:p>%s</text:p></table:table-cell>'
SHEET = "<worksheet><sheetData>%s</sheetData>%s</worksheet>"
ENTITIES = ('<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY a "aaaaaaaaaa">'
            + "".join('<!ENTITY %s "%s">' % (name, "&%s;" % of * 10) for name, of in zip("bcdefgh", "abcdefg")) + "]>")


def write_xlsx(path, sheet, target="worksheets/sheet1.xml", shared=None, extra=(), before="", name="events"):
    """`sheet` is the text of the sheet's part, None, or a function that writes it to an open file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        archive.writestr("[Content_Types].xml", '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/'
                                                'package/2006/content-types"></Types>')
        archive.writestr("xl/workbook.xml", before + '<workbook xmlns:r="r"><sheets><sheet name="%s" sheetId="1" '
                                                     'r:id="rId1"/></sheets></workbook>' % name)
        archive.writestr("xl/_rels/workbook.xml.rels",
                         '<Relationships><Relationship Id="rId1" Target="%s"/></Relationships>' % target)
        if shared is not None:
            archive.writestr("xl/sharedStrings.xml", shared)
        if callable(sheet):
            with archive.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as part:
                sheet(part)
        elif sheet is not None:
            archive.writestr("xl/worksheets/sheet1.xml", sheet)
        for part, text in extra:
            archive.writestr(part, text)


def write_ods(path, body, before="", name="events"):
    path.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", before + "<office:document-content><office:body><office:spreadsheet>"
                         '<table:table table:name="%s">%s</table:table></office:spreadsheet></office:body>'
                         "</office:document-content>" % (name, body))


def row(cells, more=""):
    return "<table:table-row%s>%s</table:table-row>" % (more, cells)


def many(block, times):
    """A sheet of the same bytes over and over, which its archive hardly feels."""
    def write(part):
        part.write(b"<worksheet><sheetData>")
        for _ in range(times):
            part.write(block)
        part.write(b"</sheetData></worksheet>")
    return write


def hostile():
    """name, ending, function that writes it to a path."""
    def xlsx(name, *words, **more):
        return name, "xlsx", lambda path: write_xlsx(path, *words, **more)

    def ods(name, *words, **more):
        return name, "ods", lambda path: write_ods(path, *words, **more)

    inline = '<row r="1"><c r="A1" t="inlineStr"><is><t>%s</t></is></c></row>'
    yield xlsx("one cell in XFD1048576", SHEET % ('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>', ""))
    yield xlsx("one cell in row 1048576", SHEET % ('<row r="1048576"><c r="A1048576"><v>1</v></c></row>', ""))
    yield xlsx("3,000 cells in column XFD", SHEET % (
        "".join('<row r="%d"><c r="XFD%d"><v>1</v></c></row>' % (i, i) for i in range(1, 3001)), ""))
    yield xlsx("a merge over 2,000,000 cells", SHEET % (
        inline % "x", '<mergeCells><mergeCell ref="A1:CV20000"/></mergeCells>'))
    yield xlsx("a long text merged over 400,000 cells", SHEET % (
        inline % ("x" * 10000), '<mergeCells><mergeCell ref="A1:CV4000"/></mergeCells>'))
    yield xlsx("4,000 cells of one text of 1 MB", SHEET % (
        "".join('<row r="%d"><c t="s" r="A%d"><v>0</v></c></row>' % (i, i) for i in range(1, 4001)), ""),
               shared="<sst><si><t>%s</t></si></sst>" % ("y" * 1000000))
    yield xlsx("a sheet of 10 GB", many(b"<row>" + b"<c><v>1</v></c>" * 1000 + b"</row>", 600000))
    yield xlsx("a sheet of 240 MB", many(b"<row>" + b"<c><v>1</v></c>" * 1000 + b"</row>", 15000))
    yield xlsx("40,000,000 empty rows", many(b"<row/>" * 10000, 4000))
    yield xlsx("entities of entities, and a file as one", ENTITIES + SHEET % (inline % "&x;&h;", ""), before=ENTITIES)
    for target in ("../../../../etc/passwd", "/etc/passwd", "http://127.0.0.1/sheet.xml", "file:///etc/passwd"):
        yield xlsx("a sheet that lies at %s" % target, SHEET % ("", ""), target=target)
    yield xlsx("parts outside of the archive", SHEET % ("", ""), extra=[("../../../../tmp/evil.txt", "evil")])
    yield xlsx("200,000 cells in each other", SHEET % ("<row>" + "<c>" * 200000 + "</c>" * 200000 + "</row>", ""))
    yield xlsx("20,010 parts", SHEET % ("", ""), extra=[("p%d" % i, "") for i in range(20010)])
    yield xlsx("no sheet", None)
    yield xlsx("an empty sheet", SHEET % ("", ""))
    for number in ("1000000000", "18446744073709551615", "18446744073709551616", "-1"):
        columns = ' table:number-columns-repeated="%s"' % number
        rows = ' table:number-rows-repeated="%s"' % number
        yield ods("a row %s times" % number, row(CELL % ("", "x"), rows))
        yield ods("a blank row %s times, then another" % number, "<table:table-row%s/>" % rows + row(CELL % ("", "x")))
        yield ods("a cell %s times" % number, row(CELL % (columns, "x")))
        yield ods("a blank cell %s times, then another" % number,
                  row("<table:table-cell%s/>" % columns + CELL % ("", "x")))
        yield ods("a cell over %s rows and columns" % number, row(CELL % (
            ' table:number-columns-spanned="%s" table:number-rows-spanned="%s"' % (number, number), "x")))
    far = '<table:table-cell table:number-columns-repeated="16383"/>' + CELL % ("", "x")
    yield ods("3,000 rows with a cell in column 16384", row(far, ' table:number-rows-repeated="3000"'))
    yield ods("10,000 cells of 200 kB", row(CELL % (' table:number-columns-repeated="100"', "z" * 200000),
                                            ' table:number-rows-repeated="100"'))
    yield ods("300,000 groups of rows in each other", "<table:table-row-group>" * 300000 + row(CELL % ("", "x"))
              + "</table:table-row-group>" * 300000)
    yield ods("300,000 spans in each other", row(CELL % ("", "<text:span>" * 300000 + "x" + "</text:span>" * 300000)))
    yield ods("entities of entities in ods", row(CELL % ("", "&x;&h;")), before=ENTITIES)
