#!/usr/bin/env python3
"""Reads the national tables a second time, with openpyxl and csv, and prints what tests/unit/national holds.

    national_tables.py FOLDER

FOLDER holds ons-pfa-tables-2018-2019/*.xlsx and ho-recorded-crime-pfa-2003-2018/rec-crime-pfa.csv.gz. Nothing of
boardpack is used: footnotes are cut by a rule of this script's own, areas are told by their codes.
"""
import collections
import csv
import gzip
import pathlib
import re
import sys

import openpyxl

GROUP = ["Cumbria", "Devon and Cornwall", "Durham", "Dyfed-Powys", "Lincolnshire", "Norfolk", "North Wales", "Suffolk"]
# Headings of Table P3 that Table P1 words in another way.
OTHER_HEADINGS = {"All other theft offences": "Other theft offences",
                  "Miscellaneous crimes against society": "Miscellaneous crimes"}


def plain(text):
    text = re.sub(r"\s+", " ", str(text)).strip()
    return re.sub(r"(?<=[A-Za-z)])\s?\d{1,2}(, ?\d{1,2})*(?=$|\))", "", text).strip()


def table(workbook, name):
    """{code: {heading: cell}} of the areas with a code."""
    sheet = next(s for s in workbook.worksheets if s.title.strip() == name)
    head = next(r for r in range(1, 20) if str(sheet.cell(r, 1).value).strip() == "Area Code")
    headings = {}
    for column in range(1, sheet.max_column + 1):
        text = sheet.cell(head, column).value or sheet.cell(head - 1, column).value
        if text is not None:
            headings[column] = plain(text)
    areas = {}
    for row in range(head + 1, sheet.max_row + 1):
        code = sheet.cell(row, 1).value
        if isinstance(code, str) and re.match(r"[EKW]\d{8}", code.strip()):  # some codes bear footnotes too
            areas[code.strip()[:9]] = {h: sheet.cell(row, c).value for c, h in headings.items()}
    return areas


def is_force(code):
    return code.startswith(("E23", "W15"))


def workbook_of(path):
    workbook = openpyxl.load_workbook(path, data_only=True)
    counts, changes, rates = (table(workbook, name) for name in ("Table P1", "Table P2", "Table P3"))
    title = next(s for s in workbook.worksheets if s.title.strip() == "Table P1")["A1"].value
    return title, counts, changes, rates


def main():
    folder = pathlib.Path(sys.argv[1])
    for path in sorted((folder / "ons-pfa-tables-2018-2019").glob("*.xlsx")):
        title, counts, changes, rates = workbook_of(path)
        people = next(h for h in next(iter(rates.values())) if h.startswith("Population"))
        compared = apart = 0
        worst = 0.0
        for code, row in rates.items():
            if not is_force(code):
                continue
            for heading, rate in row.items():
                count = counts[code].get(heading, counts[code].get(OTHER_HEADINGS.get(heading)))
                if isinstance(rate, (int, float)) and isinstance(count, (int, float)):
                    compared += 1
                    worst = max(worst, abs(1000 * count / row[people] - rate))
                    apart += abs(1000 * count / row[people] - rate) > 5e-5
        theft = {c: r["Theft offences"] for c, r in counts.items()}
        forces = sum(v for c, v in theft.items() if is_force(c) and isinstance(v, (int, float)))
        rising = [r["Total recorded crime (excluding fraud)"] for c, r in changes.items() if is_force(c)]
        rising = [v for v in rising if isinstance(v, (int, float))]
        print(path.name, "|", title.strip()[-40:])
        print("  rates of forces compared", compared, "apart", apart, "worst", f"{worst:.3g}", "|", people)
        print("  theft: forces", forces, "country", theft["K04000001"], "England", theft["E92000001"], "Wales",
              theft["W92000004"])
        print("  total recorded crime rose in", sum(v > 0 for v in rising), "of", len(rising))
        byname = {plain(r["Area Name"]): (counts[c], r) for c, r in rates.items() if is_force(c)}
        group = [(byname[n][0]["Theft offences"], byname[n][1][people]) for n in GROUP]
        mean = sum(1000 * c / p for c, p in group) / len(group)
        weighted = 1000 * sum(c for c, _ in group) / sum(p for _, p in group)
        all_rates = {n: 1000 * c["Theft offences"] / r[people] for n, (c, r) in byname.items()
                     if isinstance(r["Theft offences"], (int, float))}
        own = all_rates["Cumbria"]
        print("  theft, group of Cumbria: unweighted", repr(mean), "weighted", repr(weighted), "own", repr(own), "rank",
              1 + sum(v < own for v in all_rates.values()), "of", len(all_rates), "lowest", repr(min(all_rates.values())),
              "highest", repr(max(all_rates.values())))
        homicide = {plain(r["Area Name"]): r["Homicide"] for c, r in rates.items()
                    if is_force(c) and isinstance(r["Homicide"], (int, float))}
        for force in ("Cumbria", "Wiltshire"):
            own = homicide[force]
            print("  homicide,", force, repr(own), "rank", 1 + sum(v < own for v in homicide.values()), "equal",
                  sum(v == own for v in homicide.values()) - 1, "of", len(homicide), "| of rates to four decimals",
                  1 + sum(round(v, 4) < round(own, 4) for v in homicide.values()), "equal",
                  sum(round(v, 4) == round(own, 4) for v in homicide.values()) - 1)
        print("  homicide, group of Cumbria: unweighted", repr(sum(homicide[n] for n in GROUP) / len(GROUP)))
    rolling(folder)


PARTS = {
    "violence": ["Homicide", "Death or serious injury caused by illegal driving", "Violence with injury",
                 "Violence without injury", "Stalking and harassment"],
    "theft": ["Domestic burglary", "Non-domestic burglary", "Residential burglary", "Non-residential burglary",
              "Vehicle offences", "Theft from the person", "Bicycle theft", "Shoplifting", "All other theft offences"],
    "damage": ["Criminal damage and arson"], "robbery": ["Robbery"], "public order": ["Public order offences"],
    "sexual": ["Sexual offences"]}
PARTS["all"] = sum(PARTS.values(), []) + ["Drug offences", "Possession of weapons offences",
                                          "Miscellaneous crimes against society"]
OTHER_BODIES = {"British Transport Police", "Action Fraud", "CIFAS", "UK Finance"}


def rolling(folder):
    sums = collections.defaultdict(int)
    with gzip.open(folder / "ho-recorded-crime-pfa-2003-2018" / "rec-crime-pfa.csv.gz", "rt", newline="") as file:
        for row in csv.DictReader(file):
            day, month, year = row["12 months ending"].split("-")
            for measure, parts in PARTS.items():
                if row["Offence"] in parts:
                    sums[measure, row["PFA"], year + "-" + month] += int(row["Rolling year total number of offences"])
    forces = sorted({key[1] for key in sums} - OTHER_BODIES)
    for measure in PARTS:
        for now in ("2017-06", "2017-09", "2018-12"):
            before = f"{int(now[:4]) - 1}{now[4:]}"
            rose = sum(sums[measure, f, now] > sums[measure, f, before] for f in forces)
            bodies = forces + ["British Transport Police"]
            print("rolling", measure, now, "rose in", rose, "of", len(forces), "with British Transport Police",
                  sum(sums[measure, f, now] > sums[measure, f, before] for f in bodies), "| Cumbria",
                  sums[measure, "Cumbria", now], "change", sums[measure, "Cumbria", now] - sums[measure, "Cumbria", before])


if __name__ == "__main__":
    main()
