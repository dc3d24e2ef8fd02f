"""Hostile files where people put theirs: registers, extracts, the secret. `check` reads them; nothing may crash, hang or grow."""
import os

import frame
import workbooks

STREET = ("Crime ID,Month,Reported by,Falls within,Longitude,Latitude,Location,LSOA code,LSOA name,Crime type,"
          "Last outcome category,Context\n")
STREET_ROW = (",2025-12,Wiltshire Police,Wiltshire Police,-1.8,51.5,On or near High Street,E01015537,Swindon 001A,%s,,\n")


def register(ground, name, ending, write):
    return frame.Case("registers.%s: %s" % (ending, name), ground.check_words(*ground.data()), allowed=(0, 1),
                      prepare=lambda folder: write(folder / "workspace" / "registers" / ("registers." + ending)))


def extract(ground, name, write, file="2025-12-wiltshire-street.csv", command="check"):
    def prepare(folder):
        (folder / "data").mkdir()
        (folder / "workspace").mkdir()
        write(folder / "data" / file)
    words = ["check", frame.FORCE, "--workspace", "{folder}/workspace", "--data", "{folder}/data@2026-01-15"]
    if command == "run":
        words = ["run", frame.FORCE, "--month", "2025-12", "--data", "{folder}/data@2026-01-15", "--out", "{folder}/out",
                 "--formats", "xlsx", "--quiet"]
    return frame.Case("%s of an extract: %s" % (command, name), words, prepare, allowed=(0, 1, 3))


def text(content):
    return lambda path: frame.write(path, content)


def hostile_extracts():
    """name, file name, function that writes it."""
    csv, packed = "2025-12-wiltshire-street.csv", "2025-12-wiltshire-street.csv.gz"
    good = STREET_ROW % "Burglary"
    yield "nothing", csv, text("")
    yield "a header alone", csv, text(STREET)
    yield "1,000,000 columns", csv, text(STREET[:-1] + ",x" * 1000000 + "\n" + good)
    yield "a line of 100 MB", csv, text(STREET + "x" * 100000000)
    yield "a cell of 50 MB", csv, text(STREET + '"' + "y" * 50000000 + '"\n')
    yield "a quotation that never ends", csv, text(STREET + '"' + good * 100000)
    yield "zeros", csv, text("\0" * 1000000)
    yield "zeros in cells", csv, text(STREET + good.replace("Burglary", "a\0b") * 10)
    yield "UTF-16", csv, text((STREET + good).encode("utf-16"))
    yield "non-characters", csv, text(STREET + (STREET_ROW % "\ufffe\uffff\u0001") * 10)
    yield "not UTF-8", csv, text(STREET.encode() + b"\xff\xfe\xc3\x28" * 1000 + b"\n")
    yield "100,000 categories", csv, text(STREET + "".join(STREET_ROW % ("c%d" % i) for i in range(100000)))
    yield "dates of other ages", csv, text(STREET + "".join(good.replace("2025-12", d) for d in (
        "0000-00", "9999-12", "2025-13", "-1-1", "12/2025", "1e9")))
    yield "an archive of blank lines, 300 MB", packed, lambda path: frame.write_gzip(path, [b"\n" * 1000000] * 300)
    yield "an archive of one line, 300 MB", packed, lambda path: frame.write_gzip(path, [b"x" * 1000000] * 300)
    yield "an archive that is none", packed, text(os.urandom(1000))
    yield "half an archive", packed, text(b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03")
    yield "a folder", csv, lambda path: path.mkdir()
    yield "a pipe", csv, os.mkfifo
    yield "a device without end", csv, lambda path: path.symlink_to("/dev/zero")
    yield "a link to itself", csv, lambda path: path.symlink_to(path.name)
    yield "a link to nothing", csv, lambda path: path.symlink_to("nowhere")


def odd_places(ground):
    """Pipes and devices where a file is expected."""
    def put(place, make):
        def prepare(folder):
            path = folder / "workspace" / place
            path.parent.mkdir(parents=True, exist_ok=True)
            make(path)
        return prepare
    for place in ("registers/events.csv", "registers/events.xlsx", "scripts/mine.lua", "templates/mine.md",
                  "data/2025-12-wiltshire-street.csv", "secret"):
        for name, make in (("a pipe", os.mkfifo), ("a device without end", lambda path: path.symlink_to("/dev/zero")),
                           ("a folder", lambda path: path.mkdir())):
            yield frame.Case("%s is %s" % (place, name), ground.check_words(*ground.data()), put(place, make),
                             allowed=(0, 1, 2, 3))


def mutated(ground, count):
    """Sound files changed at random: bytes set, cut, doubled, moved."""
    source = sorted((ground.extracts / frame.FORCE).glob("2025-12*"))
    tokens = [b'"', b"\r", b"\n", b"\0", b",", b"\xff", b"\xef\xbb\xbf", b"\xff\xfe", b"9999999999999999999", b"-1", b"<",
              b"&#0;", b"]]>", b"\xf0\x9f", b"=", b"0"]
    for number in range(count):
        chosen = ground.random.choice(source)
        content = bytearray(chosen.read_bytes())
        for _ in range(ground.random.randint(1, 8)):
            at = ground.random.randrange(len(content) or 1)
            kind = ground.random.randrange(5)
            if kind == 0:
                content[at:at + 1] = bytes([ground.random.randrange(256)])
            elif kind == 1:
                del content[at:at + ground.random.randint(1, 64)]
            elif kind == 2:
                content[at:at] = content[at:at + ground.random.randint(1, 200)]
            elif kind == 3:
                content[at:at] = ground.random.choice(tokens)
            else:
                del content[at + 1:]
        yield extract(ground, "%s changed at random, %d" % (chosen.name, number), text(bytes(content)), chosen.name)


def cases(ground, short):
    few = ("entities of entities, and a file as one", "a row 18446744073709551615 times", "no sheet",
           "one cell in XFD1048576", "a blank row 18446744073709551615 times, then another", "300,000 spans in each other")
    for name, ending, write in workbooks.hostile():
        if not short or name in few:
            yield register(ground, name, ending, write)
    for name, file, write in hostile_extracts():
        for command in ("check",) if short else ("check", "run"):
            if not short or name in ("non-characters", "a pipe", "a quotation that never ends"):
                yield extract(ground, name, write, file, command)
    for number, case in enumerate(odd_places(ground)):
        if not short or number in (1, 3):
            yield case
    yield from mutated(ground, 2 if short else 40)
