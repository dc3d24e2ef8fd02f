#!/usr/bin/env python3
"""Lays a pack's figures.csv out as the benchmark's report.xlsx, so that check_scorecard.py can compare it.

    job_workbook.py FIGURES_CSV REPORT_XLSX

Takes every number from figures.csv as it stands; only the previous rolling total, its change and the shares' form
(0.034 for 3.4 per cent) are made here. Needs XlsxWriter. Charts are not compared here and are left out.
"""
import csv
import sys

import xlsxwriter

TYPES = ["Anti-social behaviour", "Bicycle theft", "Burglary", "Criminal damage and arson", "Drugs", "Other crime",
         "Other theft", "Possession of weapons", "Public order", "Robbery", "Shoplifting", "Theft from the person",
         "Vehicle crime", "Violence and sexual offences"]
DISTRICTS = ["Cambridge", "East Cambridgeshire", "Fenland", "Huntingdonshire", "Peterborough", "South Cambridgeshire"]
HEADER = ["Series", "Latest month", "Same month a year before", "12 months to latest", "Previous 12 months", "Change n",
          "Change %", "Outcome rate"]


def read(path):
    """(measure, group, window, statistic, period) -> a number; symbols are left out."""
    values = {}
    with open(path, newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            if row["value"] != "":
                key = (row["measure"], row["group"], row["window"], row["statistic"], row["period"])
                values[key] = float(row["value"])
    return values


def main():
    figures, out = sys.argv[1], sys.argv[2]
    values = read(figures)
    months = sorted({key[4] for key in values if key[0] == "job_all_crime" and key[2] == "month"})
    last = months[-1]
    book = xlsxwriter.Workbook(out)
    score = book.add_worksheet("Scorecard")
    score.write_row(0, 0, HEADER)
    for line, title in enumerate(["All crime"] + TYPES, 1):
        name = "job_" + title.lower().replace(" ", "_").replace("-", "_")

        def get(window, month, group="", measure=None):
            return values.get((measure or name, group, window, "value", month))

        year_before = months[months.index(last) - 12]
        now, before = get("mrt", last), get("mrt", year_before)
        rate = get("mrt", last, measure=name + "_outcome_rate")
        score.write_row(line, 0, [title, get("month", last), get("month", year_before), now, before, now - before,
                                  (now - before) / before if before else None, None if rate is None else rate / 100])
        sheet = book.add_worksheet(title)
        sheet.write_row(0, 0, ["Month", "Count", "Rolling 12", "Previous rolling 12", "Change %"] + DISTRICTS)
        for r, month in enumerate(months, 1):
            rolling = get("mrt", month)
            previous = get("mrt", months[r - 13]) if r > 12 else None
            change = (rolling - previous) / previous if rolling is not None and previous else None
            cells = [month, get("month", month), rolling, previous, change]
            cells += [get("month", month, group) for group in DISTRICTS]
            sheet.write_row(r, 0, cells)
    book.close()


if __name__ == "__main__":
    main()
