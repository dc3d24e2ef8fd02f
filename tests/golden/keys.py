"""Whether the workspace uses every word of the language of scripts: the list is that of the editors' page."""
import re


TYPE = r'(?:"[^"]*"|\S+)'


def without_comments(text):
    return re.sub(r"--[^\n]*", "", text)


def words_of(page):
    """(keys, words in quotes, methods, functions) that the page of the editors has."""
    keys, quoted = {}, set()
    name = ""
    for line in page.splitlines():
        declared = re.match(r"---@class (\S+)", line)
        name = declared.group(1) if declared else name
        field = (re.match(r"---@field (\w+)\?? (%s(?: \| %s)*)" % (TYPE, TYPE), line) or
                 re.match(r"---@alias (\S+) (.*)", line))
        if field:
            if line.startswith("---@field"):
                keys[(name, field.group(1))] = True
            types = field.group(2).split(' string "')[0]
            quoted |= set(re.findall(r'"([^"]+)"', types))
    methods = re.findall(r"^function series:(\w+)", page, re.M)
    functions = re.findall(r"^function (\w+)\(", page, re.M)
    if len(keys) < 80 or len(quoted) < 30 or len(methods) < 9 or len(functions) < 11:
        raise SystemExit("scripts/boardpack.d.lua is not written as tests/golden/keys.py reads it: %d keys, %d words, %d methods "
                         "and %d functions were found." % (len(keys), len(quoted), len(methods), len(functions)))
    return sorted(keys), sorted(quoted), methods, functions


def unused(source, here):
    page = (source / "scripts" / "boardpack.d.lua").read_text("utf-8")
    scripts = "\n".join(without_comments(path.read_text("utf-8"))
                        for folder in ("workspace", "installed") for path in sorted((here / folder / "scripts").glob("*.lua")))
    keys, quoted, methods, functions = words_of(page)
    missing = ["the key '%s' of %s" % (key, owner) for owner, key in keys
               if (owner, key) not in NEEDLESS and not re.search(r"(?<!\w)%s\s*=" % key, scripts)]
    missing += ['the word "%s"' % word for word in quoted if '"%s"' % word not in scripts]
    missing += ["the method :%s" % method for method in methods if ":%s(" % method not in scripts]
    missing += ["the function %s" % name for name in functions if not re.search(r"(?<!\w)%s\s*[\"({]" % name, scripts)]
    missing += ["a window '%s'" % name for name, form in WINDOWS.items() if not re.search(form, scripts)]
    return missing


# A window that a chart may name is the one that its kind has anyway.
NEEDLESS = {("boardpack.chart", "window")}
WINDOWS = {"since a month": r'"since \d', "from a month to another": r'"\d{4}-\d\d to \d{4}-\d\d"'}


OF_FIGURES = ("month", "mrt", "ytd", "quarter", "financial_year", "calendar_year", "since", "between", "wave")
OF_PICTURES = {"control chart": r"picture \w+ \d", "rolling total": r"picture \w+\.mrt \d",
               "change by group": r"picture \w+\.\w+-change \d", "funnel": r"picture \w+\.funnel \d",
               "groups": r"picture w_stacked\.owner_role \d", "small multiples": r"picture w_all\.district \d"}


def without_values(figures, marks):
    """Windows that no figure has, measures without a number in the month, kinds of chart that none was drawn of."""
    windows, numbers = set(), {}
    for line in figures.splitlines()[1:]:
        if not line.startswith(" "):
            measure = line.split(",")[1]
            numbers.setdefault(measure, 0)
            continue
        _, window, statistic, _, value = line.strip().split(",")[:5]
        if statistic == "value" and value:
            windows.add(window)
            numbers[measure] += 1
    return (["the window '%s': no figure has it" % window for window in OF_FIGURES if window not in windows] +
            ["the measure %s: it has no value" % measure for measure, count in numbers.items() if count == 0] +
            ["a %s: none is drawn" % name for name, form in OF_PICTURES.items() if not re.search("^" + form, marks, re.M)])
