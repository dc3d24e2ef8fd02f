"""Small extracts for the packs that are compared: made up, the same bytes every time, by the standard library alone."""
import csv
import datetime
import importlib
import math
import pathlib
import random
import sys

FIRST, LAST = 2023 * 12, 2025 * 12 + 11
EXTRACTED = datetime.date(2026, 1, 5)
DAY, MINUTE = datetime.timedelta(days=1), datetime.timedelta(minutes=1)
SEARCHES = ("Type,Date,Part of a policing operation,Policing operation,Latitude,Longitude,Gender,Age range,"
            "Self-defined ethnicity,Officer-defined ethnicity,Legislation,Object of search,Outcome,"
            "Outcome linked to object of search,Removal of more than just outer clothing").split(",")
CLASSES = [("VIOLENCE WITH INJURY", 30), ("SHOPLIFTING", 25), ("BURGLARY", 15), ("ROBBERY", 10),
           ("CYCLE THEFT", 8), ("CRIMINAL DAMAGE", 8), ("OTHER", 4)]
ANSWERS = [("Very satisfied", 35), ("Satisfied", 30), ("Neither", 10), ("Dissatisfied", 15), ("Not asked", 6), ("", 4)]
# force, its rate of theft for each 1,000 people: made up
RATES = [("Durham", 5.2), ("Cleveland", 7.5), ("Gwent", 5.1), ("Humberside", 6.9), ("Northumbria", 6.4),
         ("South Wales", 4.3), ("West Yorkshire", 6.8), ("Kent", 5.6), ("Essex", 4.9), ("Norfolk", 3.8), ("Suffolk", 4.1),
         ("City of London", 110.5)]


class Chance:
    """Draws that are the same in every version of Python: made of random() alone."""

    def __init__(self, seed):
        self.random = random.Random(seed).random

    def below(self, count):
        return int(self.random() * count)

    def yes(self, share):
        return self.random() < share

    def flag(self, share, blank=0.0):
        return "" if self.yes(blank) else "Y" if self.yes(share) else "N"

    def pick(self, weighted):
        at = self.random() * sum(weight for _, weight in weighted)
        for value, weight in weighted:
            at -= weight
            if at < 0:
                return value
        return weighted[-1][0]


def begin(index):
    return datetime.date(index // 12, index % 12 + 1, 1)


def moment(chance, index):
    days = (begin(index + 1) - begin(index)).days
    day = begin(index) + chance.below(days) * DAY
    return datetime.datetime(day.year, day.month, day.day, chance.below(24), chance.below(60))


def uk(day):
    return day.strftime("%d/%m/%Y")


def uk_time(when):
    return when.strftime("%d/%m/%Y %H:%M") if when else ""


def district(chance):
    return chance.pick([("DURHAM", 70), ("DARLINGTON", 28), ("OTHER", 2)])


def person(chance, stem, few, many):
    """One of a few whom much happens to, one of many, or nobody known."""
    return "" if chance.yes(0.1) else "%s%03d" % (stem, chance.below(few) if chance.yes(0.3) else few + chance.below(many))


class OwnSystems:
    """What the systems of the example force (examples/new_force) would give, in little."""

    def __init__(self, out):
        self.out, self.outcomes = out, []
        out.mkdir(parents=True)
        for index in range(FIRST, LAST + 1):
            chance = Chance("golden %d" % index)
            self.crimes(chance, index)
            self.incidents(chance, index)
            self.missing(chance, index)
            self.searches(chance, index)
            self.survey(chance, index)
            self.people(chance, index)
        self.write(EXTRACTED.isoformat(), "outcomes", ["Crime number", "Outcome date", "Outcome type", "Current"],
                   self.outcomes)
        self.once()

    def write(self, when, feed, header, rows):
        with open(self.out / ("%s-durham-%s.csv" % (when, feed)), "w", newline="", encoding="utf-8") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(header)
            writer.writerows(rows)

    def month(self, index, feed, header, rows):
        self.write(begin(index).strftime("%Y-%m"), feed, header, rows)

    def crimes(self, chance, index):
        rows = []
        # A season, a slow rise, and a step in 2025.
        level = 44 * (1 + 0.15 * math.cos(2 * math.pi * (index % 12 - 6) / 12)) + (9 if index >= 2025 * 12 + 3 else 0)
        for number in range(round(level) + chance.below(7)):
            crime, day = "C%d%02d%03d" % (index // 12, index % 12 + 1, number), moment(chance, index).date()
            kind = chance.pick(CLASSES)
            rows.append([crime, uk(day), uk(day - chance.below(9) * DAY), kind, district(chance),
                         chance.flag(0.3), chance.pick([("", 92), ("RACE", 5), ("RACE;DISABILITY", 3)]),
                         chance.flag(0.1, 0.1), chance.flag(0.1), chance.flag(0.1, 0.2),
                         chance.pick([("Stranger", 5), ("Partner, or former", 3), ("", 2)]),
                         chance.pick([("Response", 5), ("Detective", 3)]), person(chance, "V", 25, 400),
                         person(chance, "S", 15, 300)])
            when = day + (1 + chance.below(80)) * DAY
            if when <= EXTRACTED:
                self.outcomes.append([crime, uk(when), chance.pick([("1", 3), ("8", 2), ("16", 4), ("18", 6)]), "Y"])
        if index == LAST:
            rows.append(["C202512998", "05/12/2025", "05/12/2025", "ROBBERY", "MARS"] + rows[0][5:])  # no such area
            rows.append(["C202512999", "31/02/2025", "05/12/2025", "ROBBERY", "DURHAM"] + rows[0][5:])  # no such day
        self.month(index, "crimes", ["Crime number", "Recorded", "Occurred", "Class", "District", "Domestic",
                                     "Hate strands", "Alcohol", "Online", "Victim under 18", "Relationship",
                                     "Officer role", "Victim", "Suspect"], rows)

    def incidents(self, chance, index):
        rows = []
        for number in range(34 + chance.below(9)):
            opened, deployed = moment(chance, index), chance.yes(0.75)
            attended = opened + (4 + chance.below(40)) * MINUTE if deployed and not chance.yes(0.05) else None
            rows.append(["I%d%02d%03d" % (index // 12, index % 12 + 1, number), uk_time(opened),
                         uk_time(opened + 2 * MINUTE), uk_time(attended), uk_time((attended or opened) + 50 * MINUTE),
                         chance.pick([("Concern for welfare", 4), ("Road collision", 2), ("Domestic incident", 3)]),
                         chance.pick([("I", 3), ("P", 5), ("S", 2)]), district(chance), "Y" if deployed else "N",
                         15 + chance.below(120) if deployed else 0, "", chance.flag(0.2), chance.flag(0.2, 0.1),
                         person(chance, "V", 25, 400)])
        self.month(index, "incidents", ["Log number", "Opened", "Graded", "Attended", "Closed", "Kind", "Grade",
                                        "District", "Deployed", "Officer minutes", "Crime number", "Domestic",
                                        "Mental health", "Victim"], rows)

    def missing(self, chance, index):
        rows = []
        for _ in range(9 + chance.below(5)):
            when = moment(chance, index)
            rows.append([when.strftime("%Y-%m-%d %H:%M:%S"), (when + 200 * MINUTE).strftime("%Y-%m-%d %H:%M:%S"),
                         chance.pick([("High", 1), ("Medium", 6), ("Low", 2)]), chance.flag(0.4), district(chance),
                         person(chance, "M", 6, 60)])
        self.month(index, "missing", ["Reported", "Found", "Risk", "Repeat", "District", "Person"], rows)

    def searches(self, chance, index):
        rows = []
        for _ in range(14 + chance.below(6)):
            when = moment(chance, index)
            rows.append(["Person search", when.strftime("%Y-%m-%dT%H:%M:%S+00:00"), chance.pick([("True", 1), ("False", 4)]),
                         "", "", "", chance.pick([("Male", 8), ("Female", 2), ("", 1)]), "18-24", "", "White",
                         "Misuse of Drugs Act 1971 (section 23)",
                         chance.pick([("Controlled drugs", 6), ("Stolen goods", 2), ("Offensive weapons", 2)]),
                         chance.pick([("Arrest", 2), ("A no further action disposal", 6), ("Community resolution", 1)]),
                         chance.pick([("True", 3), ("False", 5), ("", 1)]), "False"])
        self.month(index, "stop-and-search", SEARCHES, rows)

    def survey(self, chance, index):
        rows = []
        for number in range(24):
            answered = moment(chance, index).date()
            common = ["Victims of crime", chance.pick([("Burglary", 1), ("Violence", 1)]),
                      "%d Q%d" % (index // 12, index % 12 // 3 + 1)]
            tail = ["", district(chance), "%.2f" % (0.6 + chance.random())]
            who = ["%s" % answered, "%s" % (answered - 40 * DAY), "R%d%02d%02d" % (index // 12, index % 12 + 1, number)]
            rows.append(common + ["Whole experience", *who, chance.pick(ANSWERS), ""] + tail)
            rows.append(common + ["Priorities", *who, "Speeding", "" if chance.yes(.1) else 1 + chance.below(3)] + tail)
        self.month(index, "survey", ["Survey", "Asked of", "Wave", "Question", "Answered", "Crime date", "Respondent",
                                     "Answer", "Rank", "Theme", "District", "Weight"], rows)

    def people(self, chance, index):
        rows = []
        for role in ("Response", "Neighbourhood"):
            for _ in range(9 + chance.below(4)):
                months = chance.below(300)
                rows.append([(begin(index + 1) - DAY).isoformat(), role, "Constable", "officer", "North",
                             chance.pick([("Full", 8), ("Restricted", 2)]), chance.pick([("1", 8), ("0.6", 2), ("", 1)]),
                             "Y" if months < 24 else "N", months])
        self.month(index, "people", ["As at", "Role", "Rank", "Employment", "Team", "Deployability", "FTE",
                                     "Probation", "Months of service"], rows)

    def once(self):
        lines = ["area,year,kind,value,source"]
        for year in range(2021, 2026):
            for kind, share in (("people", 1.0), ("households", 0.4)):
                for area, people in (("Durham", 40000), ("County Durham", 30000), ("Darlington", 10000)):
                    lines.append("%s,%d,%s,%d,made up" % (area, year, kind, (people + 100 * (year - 2021)) * share))
        (self.out / "population.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
        lines = ["measure,area_kind,area,period_end,window,numerator,denominator,value,unit,method,source,"
                 "not_available,published_on,publishable"]
        for end, growth in (("2025-06-30", 1.0), ("2024-06-30", 1.04)):
            for kind, area, rate, people in ([("force", force, rate, 100000 + 40000 * len(force)) for force, rate in RATES]
                                             + [("country", "England and Wales", 6.1, 59000000)]):
                lines.append('theft offences,%s,%s,%s,12 months,,%d,%.4f,"per 1,000 people",people of mid-2024,made up,,'
                             '2025-10-23,True' % (kind, area, end, people, rate * growth))
        (self.out / "comparators.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
        (self.out / "source.txt").write_text("Made-up extracts of the golden tests.\n", encoding="utf-8")


def open_data(source, out, part, months):
    """The example extracts of the four forces (examples/extracts), with a part of their rows."""
    sys.path.insert(0, str(pathlib.Path(source) / "examples" / "extracts"))
    facts, generate = importlib.import_module("facts"), importlib.import_module("generate")
    for fact in facts.FORCES.values():
        fact["rows"], fact["searches"] = int(fact["rows"] * part), int(fact["searches"] * part)
    for force in facts.FORCES:
        generate.write_force(force, pathlib.Path(out), months)
    return list(facts.FORCES)
