"""The parts of a pack as texts that are compared: nothing but what README.md names is left out or changed."""
import csv
import hashlib
import io
import json
import posixpath
import re
import xml.parsers.expat
import zipfile
from xml.sax.saxutils import escape

WIDEST = 200  # characters of an element that stands on one line with what is in it


class Element:
    def __init__(self, name, attributes):
        self.name, self.attributes, self.children = name, attributes, []

    def find(self, name):
        return next((child for child in self.children if isinstance(child, Element) and child.name == name), None)

    def text(self):
        return "".join(child if isinstance(child, str) else child.text() for child in self.children)

    def each(self, name):
        for child in self.children:
            if isinstance(child, Element):
                if child.name == name:
                    yield child
                yield from child.each(name)


def parse(data):
    """The elements as they are written: names with their prefixes, attributes in their order."""
    stack = [Element("", [])]
    parser = xml.parsers.expat.ParserCreate()
    parser.ordered_attributes = parser.buffer_text = True

    def start(name, pairs):
        stack[-1].children.append(Element(name, list(zip(pairs[::2], pairs[1::2]))))
        stack.append(stack[-1].children[-1])

    parser.StartElementHandler, parser.EndElementHandler = start, lambda _: stack.pop()
    parser.CharacterDataHandler = lambda text: stack[-1].children.append(text)
    parser.Parse(data, True)
    return next(child for child in stack[0].children if isinstance(child, Element))


def opening(element):
    return "<" + element.name + "".join(' %s="%s"' % (name, escape(value, {'"': "&quot;", "\n": "&#10;"}))
                                        for name, value in element.attributes)


def flat(element):
    if not element.children:
        return opening(element) + "/>"
    return "%s>%s</%s>" % (opening(element), "".join(
        escape(child, {"\n": "&#10;"}) if isinstance(child, str) else flat(child) for child in element.children), element.name)


def lines_of(element, depth=0):
    """An element a line. One whose children have none of their own, or that is mixed with text, stands on one line."""
    children = [child for child in element.children if isinstance(child, Element)]
    has_text = any(isinstance(child, str) and child.strip() for child in element.children)
    one = flat(element)
    is_small = len(one) <= WIDEST and not any(isinstance(grand, Element) for child in children for grand in child.children)
    if not children or has_text or is_small:
        yield " " * depth + one
        return
    yield " " * depth + opening(element) + ">"
    for child in children:
        yield from lines_of(child, depth + 1)
    yield " " * depth + "</%s>" % element.name


def xml_text(data):
    return "\n".join(lines_of(parse(data))) + "\n"


def targets(book, part):
    """What a part of a package refers to: id -> name of the part."""
    folder, name = posixpath.split(part)
    rels = posixpath.join(folder, "_rels", name + ".rels")
    if rels not in book.namelist():
        return {}
    found = {}
    for each in parse(book.read(rels)).each("Relationship"):
        attributes = dict(each.attributes)
        if attributes.get("TargetMode") != "External":
            found[attributes["Id"]] = posixpath.normpath(posixpath.join(folder, attributes["Target"])).lstrip("/")
    return found


def file_name(title):
    """Of a sheet, whose title may hold what a file's name may not."""
    return re.sub(r"[^A-Za-z0-9()%.,' -]", "_", title)


def with_strings(sheet, strings):
    for cell in sheet.each("c"):
        if ("t", "s") in cell.attributes:
            value = cell.find("v")
            value.children = [strings[int(value.text())]]
    return sheet


def workbook(path):
    """name -> text. What belongs to a sheet stands in one text under the sheet's name, its cells with their texts."""
    texts = {}
    with zipfile.ZipFile(path) as book:
        strings = [item.text() for item in parse(book.read("xl/sharedStrings.xml")).each("si")]
        used = {"xl/sharedStrings.xml"}
        rels = targets(book, "xl/workbook.xml")
        for sheet in parse(book.read("xl/workbook.xml")).each("sheet"):
            attributes = dict(sheet.attributes)
            part = rels[attributes["r:id"]]
            lines, waiting = list(lines_of(with_strings(parse(book.read(part)), strings))), [part]
            used.add(part)
            while waiting:
                for below in targets(book, waiting.pop(0)).values():
                    lines.append("part " + re.sub(r"\d+$", "", posixpath.basename(below)[:-4]))
                    lines += lines_of(parse(book.read(below)))
                    waiting.append(below)
                    used.add(below)
            texts[file_name(attributes["name"]) + ".xml"] = "\n".join(lines) + "\n"
        for part in book.namelist():
            if part not in used and not part.endswith((".rels", "[Content_Types].xml")):
                texts[posixpath.basename(part)] = xml_text(book.read(part))
    return texts


def picture_size(data):
    return "%d x %d pixels\n" % (int.from_bytes(data[16:20], "big"), int.from_bytes(data[20:24], "big"))


def paper(path):
    texts = {}
    with zipfile.ZipFile(path) as book:
        for part in book.namelist():
            data = book.read(part)
            texts[part.replace("/", ".")] = picture_size(data) if part.endswith(".png") else xml_text(data)
    return texts


def figures(text):
    """Figures of one measure and group stand below its name, every other cell as it is."""
    rows = csv.reader(io.StringIO(text, newline=""))
    header, lines, last = next(rows), [], None
    assert header[:4] == ["force", "measure", "breakdown", "group"], header
    lines.append(",".join(header))
    for row in rows:
        if row[:4] != last:
            last = row[:4]
            lines.append(",".join(last))
        lines.append("  " + ",".join('"%s"' % cell if "," in cell else cell for cell in row[4:]))
    return "\n".join(lines) + "\n"


DIGESTS = ("sha256", "made_from", "sha256_of_the_above")


def without_digests(value):
    if isinstance(value, dict):
        return {key: without_digests(each) for key, each in value.items() if key not in DIGESTS}
    return [without_digests(each) for each in value] if isinstance(value, list) else value


def json_lines(value, depth=0):
    """An entry of a list a line."""
    lines = []
    for key, each in value.items():
        if isinstance(each, list) and each:
            lines.append('"%s":' % key)
            lines += ["  " + json.dumps(entry, ensure_ascii=False) for entry in each]
        else:
            lines.append('"%s": %s' % (key, json.dumps(each, ensure_ascii=False)))
    return lines


def manifest(text):
    value = without_digests(json.loads(text))
    value["version"] = "left out"
    value["libraries"] = list(value["libraries"])
    for entry in value["inputs"]:
        if entry["file"].endswith(".gz"):
            del entry["bytes"]  # by the version of zlib that packed it
    return "\n".join(json_lines(value)) + "\n"


def digest(text):
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def blocks(text):
    """The text of each measure, paper or picture of a stage: its first line is not indented."""
    found, name = {}, None
    for line in text.splitlines(keepends=True):
        heading = re.match(r"(measure|paper|picture|shared) ?([^ \n]*)", line)
        if heading:
            name = heading.group(2) or heading.group(1)
            found[name] = ""
        found[name] += line
    return found
