"""Rows of the street and outcomes files of one force, month by month. A month's rows are the same whatever months are
asked for."""
import calendar
import hashlib
import itertools
import math
import random

import facts

POINTS = 6  # anonymised points of an LSOA


def seeded(*parts):
    """A random generator of its own for each force, month and purpose."""
    return random.Random(int.from_bytes(hashlib.sha256("/".join(map(str, parts)).encode()).digest()[:8], "big"))


def index(month):
    return month[0] * 12 + month[1] - 1


def month_of(number):
    return divmod(number, 12)[0], number % 12 + 1


def text(month):
    return "%04d-%02d" % month


def pick(rng, weighted):
    """One of rows whose last item is their weight."""
    return rng.choices(weighted, [row[-1] for row in weighted])[0]


def places(force):
    """Points of the force: (weight, Longitude to LSOA name as in the files), by LSOA; neighbours last."""
    rng, fact = seeded(force, "places"), facts.FORCES[force]
    people = sum(district[0] for district in fact["districts"].values())
    result, code = [], 1090000 + 1000 * sorted(facts.FORCES).index(force)
    areas = [(name, number, longitude, latitude, 0.997 * inhabitants / people)
             for name, (inhabitants, number, longitude, latitude) in sorted(fact["districts"].items())]
    areas += [(name, 2, longitude + 0.2, latitude, 0.0015)
              for name, (_, _, longitude, latitude, _) in zip(fact["neighbours"], areas)]
    for name, number, longitude, latitude, share in areas:
        weights = [rng.uniform(0.4, 2.0) for _ in range(number)]
        for i, weight in enumerate(weights):
            code += 1
            x, y = longitude + rng.uniform(-0.08, 0.08), latitude + rng.uniform(-0.05, 0.05)
            for point in range(POINTS):
                spot = (rng.choice(facts.SPOTS) if point % 3 == 2
                        else "%s %s" % (rng.choice(facts.NAMES), rng.choice(facts.KINDS)))
                place = "On or near " + spot
                if point == 2 and i % 20 == 3:
                    place = '"%s, %s %s"' % (place, rng.choice(facts.NAMES), rng.choice(facts.KINDS))
                result.append((share * weight / sum(weights) / POINTS, "%.6f,%.6f,%s,E0%d,%s %03d%s" % (
                    x + rng.uniform(-0.01, 0.01), y + rng.uniform(-0.01, 0.01), place, code, name, i // 4 + 1,
                    "ABCD"[i % 4])))
    return result


def expected(force, kind, month):
    """Mean number of rows of a type in a month."""
    share, trend, season, peak, _ = facts.TYPES[kind]
    years = (index(month) - index((2024, 6))) / 12
    number = facts.FORCES[force]["rows"] * share * (1 + trend) ** years
    number *= 1 + season * math.cos(2 * math.pi * (month[1] - peak) / 12)
    number *= calendar.monthrange(*month)[1] / 30.4
    for of, what, first, last, factor in facts.EVENTS:
        if (of, what) == (force, kind) and first <= month <= (last or month):
            number *= factor
    return number


class Crime:
    """A row of a street file: `outcomes` are (month number, outcome as written, as a street file has it later)."""
    __slots__ = ("crime_id", "month", "place", "kind", "outcomes")

    def __init__(self, crime_id, month, place, kind, outcomes):
        self.crime_id, self.month, self.place, self.kind, self.outcomes = crime_id, month, place, kind, outcomes

    def last_outcome(self, extracted):
        if self.kind == facts.ASB:
            return ""
        known = [street for month, _, street in self.outcomes if month < extracted]
        if known:
            old = extracted - self.month > 9
            return facts.COURT_UNKNOWN if old and known[-1] == "Awaiting court outcome" else known[-1]
        return facts.OPEN if extracted - self.month <= 6 else facts.STATUS_UNKNOWN

    def street_row(self, force_name, extracted):
        return "%s,%s,%s,%s,%s,%s,%s," % (self.crime_id, text(month_of(self.month)), force_name, force_name, self.place,
                                          self.kind, self.last_outcome(extracted))


class Month:
    """The crimes of a force that were recorded in one month."""

    def __init__(self, force, month, points, weights):
        rng, number = seeded(force, text(month)), index(month)
        self.rows, serial = [], itertools.count(1)
        for kind in sorted(facts.TYPES):
            mean = expected(force, kind, month)
            for _ in range(max(0, round(rng.gauss(mean, 1.2 * math.sqrt(mean))))):
                point = rng.choices(points, cum_weights=weights)[0][1]
                if force == "cambridgeshire" and rng.random() < 0.03:
                    point = ",,No Location,,"
                crime_id, outcomes = "", []
                if kind != facts.ASB:
                    key = "boardpack example %s %s %d" % (force, text(month), next(serial))
                    crime_id = hashlib.sha256(key.encode()).hexdigest()
                    outcomes = self.outcomes(rng, kind, number)
                self.rows.append(Crime(crime_id, number, point, kind, outcomes))
        self.add_quirks(rng, force, month)
        # As published: by LSOA name, those without a place last.
        self.rows.sort(key=lambda row: (row.place.endswith(","), row.place.rsplit(",", 1)[1], row.kind))

    @staticmethod
    def outcomes(rng, kind, number):
        if rng.random() < 0.04:
            return []
        positive = rng.random() < facts.TYPES[kind][4]
        lag = rng.choices(range(len(facts.LAGS)), facts.LAGS)[0]
        written, street, _ = pick(rng, facts.POSITIVE if positive else facts.NEGATIVE)
        result = [(number + lag, written, street)]
        if rng.random() < 0.015:
            written, street, _ = pick(rng, facts.POSITIVE)
            result.append((number + lag + 1, written, street))
        return result

    def add_quirks(self, rng, force, month):
        """Faults that the published files have."""
        crimes = [row for row in self.rows if row.kind != facts.ASB]
        for row in rng.sample([row for row in self.rows if row.kind == facts.ASB], 3):
            self.rows.append(row)  # equal in every column, and another incident all the same
        if force == "wiltshire" and month in ((2025, 1), (2025, 2)):
            for row in rng.sample(crimes, 12):  # one identifier twice, with another place
                self.rows.append(Crime(row.crime_id, row.month, rng.choice(crimes).place, row.kind, row.outcomes))
        if force == "cumbria" and month in ((2025, 5), (2025, 9)):  # coordinates and no LSOA
            row = crimes[0]
            row.place = ",".join(row.place.split(",")[:2]) + ",On or near Parking Area,,"
        if force == "cleveland" and month == (2025, 4):  # one identifier in two months
            crimes[0].crime_id = hashlib.sha256(b"boardpack example cleveland two months").hexdigest()
        if force == "cleveland" and month == (2025, 5):
            crimes[0].crime_id = hashlib.sha256(b"boardpack example cleveland two months").hexdigest()


def outcome_rows(force, months, number):
    """Rows of the outcomes file of a month, of crimes of that month and the ones before."""
    name, rng, rows = facts.FORCES[force]["name"], seeded(force, "outcomes", number), []
    for back in range(len(facts.LAGS), -1, -1):
        for crime in months[number - back].rows:
            for month, written, _ in crime.outcomes:
                if month == number:
                    rows.append("%s,%s,%s,%s,%s,%s" % (crime.crime_id, text(month_of(number)), name, name, crime.place,
                                                       written))
    rows += rng.sample(rows, 3)  # repeated
    return rows
