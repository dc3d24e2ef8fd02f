"""Rows of the stop and search file of one force and month."""
import calendar
import datetime

import facts
from crimes import pick, seeded, text

ETHNICITIES = (
    ("White - English/Welsh/Scottish/Northern Irish/British", "White", 68),
    ("White - Any other White background", "White", 6),
    ("Asian/Asian British - Any other Asian background", "Asian", 4),
    ("Black/African/Caribbean/Black British - African", "Black", 4),
    ("Mixed/Multiple ethnic groups - White and Black Caribbean", "Black", 2),
    ("Other ethnic group - Any other ethnic group", "Other", 2),
    ("Other ethnic group - Not stated", "White", 6),
    ("", "", 8),
)
LAWS = (
    ("Misuse of Drugs Act 1971 (section 23)", "Controlled drugs", 62),
    ("Police and Criminal Evidence Act 1984 (section 1)", "Offensive weapons", 15),
    ("Police and Criminal Evidence Act 1984 (section 1)", "Article for use in theft", 13),
    ("Police and Criminal Evidence Act 1984 (section 1)", "Stolen goods", 6),
    ("Firearms Act 1968 (section 47)", "Firearms", 1),
    ("", "", 3),
)
OUTCOMES = (("A no further action disposal", 68), ("Arrest", 14), ("Community resolution", 7),
            ("Summons / charged by post", 2), ("Khat or Cannabis warning", 1), ("Caution (simple or conditional)", 1),
            ("", 7))
AGES = (("10-17", 17), ("18-24", 25), ("25-34", 22), ("over 34", 26), ("", 10))


def last_sunday(year, month):
    day = datetime.date(year, month, calendar.monthrange(year, month)[1])
    return day - datetime.timedelta(days=(day.weekday() + 1) % 7)


def utc(local):
    """UK local time as UTC, by the rule of the last Sundays of March and October (01:00 UTC)."""
    one = datetime.time(1)
    begins = datetime.datetime.combine(last_sunday(local.year, 3), one)
    ends = datetime.datetime.combine(last_sunday(local.year, 10), one)
    moment = local - datetime.timedelta(hours=1)
    return moment if begins <= moment < ends else local


def search_rows(force, month, points, weights):
    """In order of time. The files' months are right in local time, so some times lie in the month before."""
    fact, rng = facts.FORCES[force], seeded(force, "searches", text(month))
    dates_only = force == "cleveland"
    days, rows = calendar.monthrange(*month)[1], []
    number = fact["searches"] + rng.randrange(-12, 13)
    for i in range(number):
        day = 1 if i < 2 else rng.randrange(1, days + 1)
        minutes = 0 if dates_only or i == 0 else rng.randrange(24 * 60)
        moment = utc(datetime.datetime(*month, day) + datetime.timedelta(minutes=minutes))
        vehicle = rng.random() < 0.06
        coordinates = rng.choices(points, cum_weights=weights)[0][1].split(",")
        place = ["", ""] if rng.random() < 0.04 else [coordinates[1], coordinates[0]]
        ethnicity, officer, _ = pick(rng, ETHNICITIES)
        law, item, _ = pick(rng, LAWS)
        outcome = pick(rng, OUTCOMES)[0]
        age = "under 10" if i == number - 1 and month[1] % 4 == 1 else pick(rng, AGES)[0]
        gender = rng.choices(("Male", "Female", ""), (80, 13, 7))[0]
        person = ["", "", "", ""] if vehicle else [gender, age, ethnicity, officer]
        kind = "Vehicle search" if vehicle else rng.choices(("Person search", "Person and Vehicle search"), (85, 15))[0]
        operation = "" if dates_only else rng.choices(("", "True", "False"), (72, 25, 3))[0]
        linked = rng.choices(("", "True", "False"), (65, 25, 10))[0] if outcome else ""
        removal = "" if dates_only or vehicle else rng.choices(("False", "True", ""), (93, 2, 5))[0]
        rows.append(",".join([kind, moment.strftime("%Y-%m-%dT%H:%M:%S+00:00"), operation, "", *place, *person, law, item,
                              outcome, linked, removal]))
    rows.sort(key=lambda row: row.split(",")[1])
    return rows
