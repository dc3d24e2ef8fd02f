"""Papers without end, and papers that would reach out of pandoc."""
import zipfile

import frame

HEAD = "---\npaper: mine\ntitle: Mine\n---\n# One\n\n"

ENDLESS = {
    "a loop without end": "% while true do\nx\n% end\n",
    "100,000 tables": "% for i = 1, 100000 do\n::table all\n\n% end\n",
    "501 charts": "% for i = 1, 501 do\n::chart robbery\n\n% end\n",
    "200,000 paragraphs": "words\n\n" * 200000,
    "300,000 short lines of a paragraph": "words\n" * 300000,
    "1,000,000 backslashes": "\\" * 1000000 + "\n",
    "stars that open and never close": "*a **b " * 20000 + "\n",
    "stars in 5,000 paragraphs": ("*a **b " * 20 + "\n\n") * 5000,
    "100,000 bullets": "- a point\n" * 100000,
    "30,000 headings": "# Heading\n\n" * 30000,
    "texts that double": "% local s = 'x' for i = 1, 60 do s = s .. s end\n{{ s }}\n",
    "3 MB of one word": "x" * 3000000 + "\n",
    "brackets in each other": "[" * 20000 + "x" + "]" * 20000 + "\n",
}

REACHING = {
    "a picture of a file": "![x](/etc/passwd)\n",
    "a picture of the network": "![x](http://127.0.0.1:1/x.png)\n",
    "raw openxml": "`<w:r><w:t>RAW</w:t></w:r>`{=openxml}\n",
    "a block of raw openxml": "```{=openxml}\n<w:p><w:r><w:t>RAW</w:t></w:r></w:p>\n```\n",
    "HTML": "<img src=\"/etc/passwd\"><script>x</script>\n",
    "a link": "[x](http://example.org) <http://example.org>\n",
    "a field": "{ INCLUDETEXT \"/etc/passwd\" }\n",
    "a style that closes the paragraph": "::: {custom-style=\"Title\"}\nx\n:::\n",
}


def paper(ground, name, text, allowed, check=None):
    words = ["run", frame.FORCE, "--month", frame.MONTH, "--board-date", "2026-02-26", *ground.data(), "--out",
             "{folder}/out", "--warehouse", ground.place / "template-warehouse", "--workspace", "{folder}/workspace",
             "--formats", "docx", "--quiet"]
    return frame.Case(name, words, allowed=allowed, check=check,
                      prepare=lambda folder: frame.write(folder / "workspace" / "templates" / "mine.md", HEAD + text))


def nothing_reached(result):
    faults = []
    for file in frame.pack_in(result.folder).rglob("mine.docx"):
        with zipfile.ZipFile(file) as archive:
            whole = b"".join(archive.read(name) for name in archive.namelist())
        if b"root:" in whole:
            faults.append("a file of the machine is in the paper")
        if b'TargetMode="External"' in whole or b"w:instrText>INCLUDE" in whole:
            faults.append("the paper leads outside")
        if b"<w:t>RAW</w:t>" in whole:
            faults.append("text became Word's own XML")
    return faults


def cases(ground, short):
    for name, text in ENDLESS.items():
        if not short or name in ("501 charts", "stars that open and never close"):
            yield paper(ground, name, text, (0, 1, 3))
    for name, text in REACHING.items():
        if not short or name == "a picture of a file":
            yield paper(ground, name, text, (0, 1, 3), nothing_reached)
