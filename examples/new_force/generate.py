#!/usr/bin/env python3
"""Makes extracts as the systems of a made-up Durham would give them (Python 3 standard library only).

    generate.py --out DIR [--scale N]

Writes DIR/YYYY-MM-durham-<feed>.csv for the 36 months to December 2025, the whole history of outcomes as extracted on
5 January 2026, and population.csv. Every row, number and person is invented. The same arguments give the same bytes;
--scale multiplies the rows.
"""
import argparse
import csv
import datetime
import math
import pathlib
import random

FIRST, LAST = 2023 * 12, 2025 * 12 + 11
EXTRACTED = "2026-01-05"
DAY = datetime.timedelta(days=1)
MINUTE = datetime.timedelta(minutes=1)
ROLES = ["Response", "Investigator", "Neighbourhood", "Detective"]
TEAMS = ["North", "South", "Darlington"]
# class, its share of crimes, share of them that are domestic, positive outcomes among those finished
CLASSES = [("VIOLENCE WITH INJURY", 13, .34, .20), ("VIOLENCE WITHOUT INJURY", 24, .36, .14),
           ("SEXUAL OFFENCES", 5, .18, .09), ("ROBBERY", 1.5, .02, .15), ("BURGLARY", 7, .02, .08),
           ("VEHICLE OFFENCES", 8, 0, .04), ("SHOPLIFTING", 10, 0, .25), ("CYCLE THEFT", 1.5, 0, .03),
           ("THEFT FROM PERSON", 1, 0, .04), ("OTHER THEFT", 8, .01, .07), ("CRIMINAL DAMAGE", 9.5, .12, .09),
           ("ARSON", .5, .02, .10), ("PUBLIC ORDER", 6, .05, .17), ("DRUGS", 2, 0, .85), ("WEAPONS", 1, .02, .50),
           ("OTHER", 2, .05, .15)]
STRANDS = ["RACE", "RELIGION", "DISABILITY", "SEXUAL ORIENTATION", "TRANSGENDER"]
QUESTIONS = ["Ease of contact", "Actions taken", "Follow-up", "Treatment", "Whole experience"]
ANSWERS = [("Very satisfied", 40), ("Satisfied", 34), ("Neither", 9), ("Dissatisfied", 10), ("Very dissatisfied", 7)]
LINES = [("999", 30, .97, 6), ("101", 60, .88, 70), ("WEB", 10, .93, 45)]
KINDS = [("Anti-social behaviour", 18), ("Violence", 16), ("Domestic incident", 14), ("Concern for welfare", 20),
         ("Road collision", 8), ("Burglary", 6), ("Theft", 10), ("Suspicious circumstances", 8)]


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
        at = self.random() * sum(entry[1] for entry in weighted)
        for entry in weighted:
            at -= entry[1]
            if at < 0:
                return entry
        return weighted[-1]

    def minutes(self, typical):
        """A duration with a long tail, whose median is `typical`."""
        return max(1, round(typical * math.exp(0.7 * (sum(self.random() for _ in range(12)) - 6))))


def month_begin(index):
    return datetime.date(index // 12, index % 12 + 1, 1)


def month_end(index):
    return month_begin(index + 1) - DAY


def uk(day):
    return day.strftime("%d/%m/%Y")


def uk_time(moment):
    return moment.strftime("%d/%m/%Y %H:%M") if moment else ""


def local(moment):
    return moment.strftime("%Y-%m-%d %H:%M:%S") if moment else ""


def clock(seconds):
    return "%d:%02d" % divmod(seconds, 60)


def district(chance):
    return chance.pick([("DURHAM", 78), ("DARLINGTON", 21), ("OTHER", 1)])[0]


def moment_in(chance, index):
    day = month_begin(index) + chance.below((month_begin(index + 1) - month_begin(index)).days) * DAY
    return datetime.datetime(day.year, day.month, day.day, chance.below(24), chance.below(60), chance.below(60))


def level(index):
    """Slow growth and a summer peak."""
    return (1 + 0.002 * (index - 2023 * 12)) * (1 + 0.08 * math.cos(2 * math.pi * (index % 12 - 6) / 12))


def people_who_come_again(chance, stem, pool, again):
    """A person of a small group whom much happens to, or of a large one."""
    if chance.yes(0.15):
        return ""
    return "%s%05d" % (stem, chance.below(pool // 20) if chance.yes(again) else chance.below(pool * 20))


class Extracts:
    def __init__(self, out, scale):
        self.out, self.scale, self.outcomes = out, scale, []
        self.open_cases = 400 * scale

    def write(self, index, feed, header, rows):
        when = month_begin(index).strftime("%Y-%m") if index else EXTRACTED
        with open(self.out / ("%s-durham-%s.csv" % (when, feed)), "w", newline="", encoding="utf-8") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(header)
            writer.writerows(rows)

    def month(self, index):
        chance = Chance("durham %d" % index)
        crimes = self.crimes(chance, index)
        self.custody_and_courts(chance, index, crimes)
        self.incidents(chance, index, crimes)
        self.calls(chance, index)
        self.survey(chance, index)
        self.staff(chance, index)
        self.money(chance, index)
        self.roads(chance, index)

    def crimes(self, chance, index):
        rows, ids = [], []
        for number in range(round(300 * level(index) * self.scale)):
            recorded = moment_in(chance, index).date()
            kind, _, domestic, positive = chance.pick(CLASSES)
            crime = "CRI%04d%02d%05d" % (index // 12, index % 12 + 1, number)
            strands = ""
            if chance.yes(0.04):
                chosen = [chance.below(len(STRANDS))]
                if chance.yes(0.15):
                    chosen.append((chosen[0] + 1 + chance.below(len(STRANDS) - 1)) % len(STRANDS))
                strands = ";".join(STRANDS[at] for at in chosen)
            rows.append([crime, uk(recorded), uk(recorded - chance.below(10) * DAY), kind, district(chance),
                         chance.flag(domestic), strands, chance.flag(.12, .1), chance.flag(.06), chance.flag(.09, .2),
                         chance.pick([("Stranger", 30), ("Acquaintance", 40), ("Partner", 20), ("", 10)])[0],
                         ROLES[chance.below(4)], people_who_come_again(chance, "V", 600 * self.scale, .2),
                         people_who_come_again(chance, "S", 300 * self.scale, .3)])
            ids.append(crime)
            self.outcomes_of(chance, crime, recorded, positive)
        self.write(index, "crimes",
                   ["Crime number", "Recorded", "Occurred", "Class", "District", "Domestic", "Hate strands", "Alcohol",
                    "Online", "Victim under 18", "Relationship", "Officer role", "Victim", "Suspect"], rows)
        return ids

    def outcomes_of(self, chance, crime, recorded, positive):
        when = recorded + chance.minutes(40) * DAY
        kind = (chance.pick([("1", 60), ("2", 15), ("8", 25)]) if chance.yes(positive)
                else chance.pick([("14", 10), ("15", 25), ("16", 25), ("18", 40)]))[0]
        given = [(when, kind)]
        if kind == "18" and chance.yes(.05):
            given.append((when + chance.minutes(60) * DAY, "1"))
        for place, (day, code) in enumerate(given):
            if day.isoformat() <= EXTRACTED:
                later = place + 1 < len(given) and given[place + 1][0].isoformat() <= EXTRACTED
                self.outcomes.append([crime, uk(day), code, "N" if later else "Y"])

    def history(self):
        """What a records system gives again each month, since any of it may have changed."""
        self.write(None, "outcomes", ["Crime number", "Outcome date", "Outcome type", "Current"], self.outcomes)

    def custody_and_courts(self, chance, index, crimes):
        custody, courts, referrals = [], [], []
        for crime in crimes:
            if chance.yes(.2):
                arrived = moment_in(chance, index)
                booked = arrived + chance.minutes(14) * MINUTE
                if booked.month != arrived.month:
                    continue
                custody.append([uk_time(arrived), uk_time(booked), uk_time(booked + chance.minutes(600) * MINUTE),
                                "ARR" if chance.yes(.8) else "VA",
                                chance.pick([("Charged", 35), ("Bailed", 30), ("Released", 35)])[0], crime])
            if chance.yes(.05):
                courts.append([moment_in(chance, index).date().isoformat(),
                               "Magistrates" if chance.yes(.7) else "Crown", chance.flag(.78, .03), crime])
            if chance.yes(.08):
                referrals.append([moment_in(chance, index).date().isoformat(),
                                  chance.pick([("Adult", 30), ("Child", 40), ("MARAC", 25), ("NRM", 5)])[0],
                                  chance.flag(.28, .05), crime])
        missing = []
        for _ in range(40 * self.scale):
            reported = moment_in(chance, index)
            found = reported + chance.minutes(420) * MINUTE if chance.yes(.98) else None
            missing.append([local(reported), local(found),
                            chance.pick([("High", 12), ("Medium", 70), ("Low", 18)])[0], chance.flag(.45, .05),
                            district(chance), people_who_come_again(chance, "M", 60 * self.scale, .4)])
        self.write(index, "custody", ["Arrived", "Booked in", "Released", "Kind", "Disposal", "Crime number"], custody)
        self.write(index, "court-cases", ["Finalised", "Court", "Convicted", "Crime number"], courts)
        self.write(index, "referrals", ["Referred", "Kind", "Repeat", "Crime number"], referrals)
        self.write(index, "missing", ["Reported", "Found", "Risk", "Repeat", "District", "Person"], missing)

    def incidents(self, chance, index, crimes):
        rows = []
        for number in range(round(400 * level(index) * self.scale)):
            opened = moment_in(chance, index)
            grade = chance.pick([("I", 25, 9), ("P", 45, 38), ("S", 30, 900)])
            deployed = chance.yes(.7)
            attended = opened + chance.minutes(grade[2]) * MINUTE if deployed and not chance.yes(.04) else None
            closed = (attended or opened) + chance.minutes(90) * MINUTE
            kind = chance.pick(KINDS)[0]
            rows.append(["INC%04d%02d%05d" % (index // 12, index % 12 + 1, number), uk_time(opened),
                         uk_time(opened + chance.minutes(2) * MINUTE), uk_time(attended), uk_time(closed), kind,
                         grade[0], district(chance), "Y" if deployed else "N",
                         chance.minutes(70) if deployed else 0,
                         crimes[chance.below(len(crimes))] if chance.yes(.3) else "",
                         "Y" if kind == "Domestic incident" else chance.flag(.05), chance.flag(.11, .2),
                         people_who_come_again(chance, "V", 600 * self.scale, .25)])
        self.write(index, "incidents",
                   ["Log number", "Opened", "Graded", "Attended", "Closed", "Kind", "Grade", "District", "Deployed",
                    "Officer minutes", "Crime number", "Domestic", "Mental health", "Victim"], rows)

    def calls(self, chance, index):
        rows = []
        for number in range(round(900 * level(index) * self.scale)):
            line, _, answered_share, wait = chance.pick(LINES)
            answered = chance.yes(answered_share)
            seconds = "" if chance.yes(.01) else chance.minutes(wait)
            rows.append(["CAL%04d%02d%06d" % (index // 12, index % 12 + 1, number), local(moment_in(chance, index)),
                         line, "Primary" if chance.yes(.75) else "Secondary",
                         chance.pick([("Incident", 45), ("Advice", 35), ("Crime", 12), ("Hang-up", 8)])[0]
                         if answered else "",
                         seconds, "Y" if answered else "N", "N" if answered else "Y",
                         "" if answered else chance.pick([("Menu", 30), ("Queue", 70)])[0],
                         clock(chance.minutes(330)) if answered else ""])
        self.write(index, "calls", ["Call", "Received", "Line", "Queue", "Result", "Wait", "Answered", "Abandoned",
                                    "Abandoned at", "Handling"], rows)

    def survey(self, chance, index):
        rows = []
        wave = "%d Q%d" % (index // 12, index % 12 // 3 + 1)
        for number in range(30 * self.scale):
            answered = moment_in(chance, index).date()
            respondent = "R%04d%02d%04d" % (index // 12, index % 12 + 1, number)
            place, weight = district(chance), "%.4f" % (0.6 + chance.random() * 0.9)
            crime_day = (answered - (30 + chance.below(40)) * DAY).isoformat()
            common = ["Victims of crime", chance.pick([("Burglary", 40), ("Violence", 40), ("Hate", 20)])[0], wave]
            for question in QUESTIONS:
                # Follow-up is asked only of those whom anybody has been in touch with again.
                if question == "Follow-up" and chance.yes(.3):
                    continue
                answer = "" if chance.yes(.04) else chance.pick(ANSWERS)[0]
                rows.append(common + [question, answered.isoformat(), crime_day, respondent, answer, "", "", place,
                                      weight])
            for place_in_ranking, priority in enumerate(sorted(["Drugs", "Speeding", "Burglary"],
                                                               key=lambda _: chance.random())):
                rank = "" if chance.yes(.2) else place_in_ranking + 1
                rows.append(common + ["Priorities", answered.isoformat(), crime_day, respondent, priority, rank, "",
                                      place, weight])
            if chance.yes(.4):
                theme = chance.pick([("Not kept informed", 50), ("Slow", 30), ("Praise", 20)])[0]
                rows.append(common + ["What could be better", answered.isoformat(), crime_day, respondent, "", "",
                                      theme, place, weight])
        self.write(index, "survey", ["Survey", "Asked of", "Wave", "Question", "Answered", "Crime date", "Respondent",
                                     "Answer", "Rank", "Theme", "District", "Weight"], rows)

    def staff(self, chance, index):
        as_at, people, posts, absences, workload = month_end(index).isoformat(), [], [], [], []
        month = month_begin(index).strftime("%Y-%m")
        for role in ROLES:
            for team in TEAMS:
                strength = 18 + chance.below(5)
                posts.append([as_at, role, team, 22])
                for _ in range(strength):
                    months = chance.below(300)
                    people.append([as_at, role, "Sergeant" if chance.yes(.15) else "Constable", "officer", team,
                                   chance.pick([("Full", 85), ("Recuperative", 6), ("Restricted", 5), ("Not", 4)])[0],
                                   "1" if chance.yes(.85) else "0.6", "Y" if months < 24 else "N", months])
                days = chance.below(30) + 4
                absences.append([month, role, team, days, "£%s" % format(days * 182, ",")])
                for category in ["Domestic", "Sexual", "Other"]:
                    workload.append([as_at, role, team, category, strength * (2 + chance.below(4)), strength])
        self.open_cases += round((chance.random() - .48) * 60 * self.scale)
        queues = [[as_at, "Crime linking", self.open_cases, 10 + chance.below(30)],
                  [as_at, "Quality assurance", chance.below(200), chance.below(20)]]
        self.write(index, "people", ["As at", "Role", "Rank", "Employment", "Team", "Deployability", "FTE",
                                     "Probation", "Months of service"], people)
        self.write(index, "posts", ["As at", "Role", "Team", "Establishment"], posts)
        self.write(index, "absences", ["Month", "Role", "Team", "Days", "Cost"], absences)
        self.write(index, "workload", ["As at", "Role", "Team", "Category", "Open", "Staff"], workload)
        self.write(index, "queues", ["As at", "Queue", "Waiting", "Oldest days"], queues)

    def money(self, chance, index):
        rows, done = [], (index - 3) % 12 + 1
        for line, budget in [("Officer pay", 84000000), ("Staff pay", 31000000), ("Fleet", 4200000)]:
            forecast = budget + round((chance.random() - .45) * budget * .02)
            rows.append([month_end(index).isoformat(), "Constabulary", line, "£%s" % format(budget, ","),
                         "£%s" % format(budget, ","), "£%s" % format(round(forecast * done / 12), ","),
                         "£%s" % format(forecast, ","), "0"])
        rows.append([month_end(index).isoformat(), "Capital", "Estate", "£6,000,000", "£5,400,000",
                     "£%s" % format(400000 * done, ","), "£5,100,000", "-£300,000"])
        self.write(index, "finance", ["As at", "Body", "Line", "Original budget", "Revised budget", "Actual",
                                      "Forecast", "Slippage"], rows)

    def roads(self, chance, index):
        self.write(index, "collisions", ["Day", "Severity", "Casualties", "District"],
                   [[uk(moment_in(chance, index).date()),
                     chance.pick([("Slight", 80), ("Serious", 18), ("Fatal", 2)])[0], 1 + chance.below(3),
                     district(chance)] for _ in range(25 * self.scale)])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=pathlib.Path, required=True)
    parser.add_argument("--scale", type=int, default=1)
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    extracts = Extracts(options.out, options.scale)
    for index in range(FIRST, LAST + 1):
        extracts.month(index)
    extracts.history()
    rows = ["area,year,kind,value,source"]
    for year in range(2021, 2026):
        for area, people in [("Durham", 633000), ("County Durham", 522000), ("Darlington", 111000)]:
            rows.append("%s,%d,people,%d,generated example" % (area, year, people + (year - 2021) * people // 400))
    (options.out / "population.csv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    (options.out / "source.txt").write_text("Generated example extracts. The figures are made up.\n", encoding="utf-8")


if __name__ == "__main__":
    main()
