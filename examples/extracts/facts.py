"""What the generated extracts are shaped by: forces, districts, kinds of crime, outcomes. All numbers are invented."""

LAST_MONTH = (2025, 12)
EXTRACTED = (2026, 1)  # month of the first edition; the later one of Cleveland is a month on
LATER_FORCE, LATER_MONTHS = "cleveland", 3

STREET = ("Crime ID,Month,Reported by,Falls within,Longitude,Latitude,Location,LSOA code,LSOA name,Crime type,"
          "Last outcome category,Context")
OUTCOMES = "Crime ID,Month,Reported by,Falls within,Longitude,Latitude,Location,LSOA code,LSOA name,Outcome type"
SEARCHES = ("Type,Date,Part of a policing operation,Policing operation,Latitude,Longitude,Gender,Age range,"
            "Self-defined ethnicity,Officer-defined ethnicity,Legislation,Object of search,Outcome,"
            "Outcome linked to object of search,Removal of more than just outer clothing")

# force: name in the files, rows of street a month, searches a month, districts (people, LSOAs, longitude, latitude),
# neighbours in which a few rows lie
FORCES = {
    "cumbria": {
        "name": "Cumbria Constabulary", "short_name": "Cumbria", "rows": 1000, "searches": 50,
        "districts": {"Allerdale": (96000, 24, -3.4, 54.7), "Barrow-in-Furness": (67000, 20, -3.2, 54.12),
                      "Carlisle": (110000, 28, -2.93, 54.9), "Copeland": (67000, 20, -3.5, 54.5),
                      "Eden": (55000, 16, -2.7, 54.6), "South Lakeland": (105000, 24, -2.75, 54.3)},
        "neighbours": ("Lancaster", "Northumberland"),
    },
    "cleveland": {
        "name": "Cleveland Police", "short_name": "Cleveland", "rows": 1900, "searches": 150,
        "districts": {"Hartlepool": (93000, 24, -1.21, 54.69), "Middlesbrough": (148000, 36, -1.23, 54.57),
                      "Redcar and Cleveland": (138000, 32, -1.05, 54.58),
                      "Stockton-on-Tees": (200000, 44, -1.31, 54.56)},
        "neighbours": ("Hambleton", "County Durham"),
    },
    "cambridgeshire": {
        "name": "Cambridgeshire Constabulary", "short_name": "Cambridgeshire", "rows": 1800, "searches": 90,
        "districts": {"Cambridge": (146000, 36, 0.12, 52.2), "East Cambridgeshire": (89000, 20, 0.26, 52.4),
                      "Fenland": (103000, 24, 0.1, 52.55), "Huntingdonshire": (182000, 36, -0.18, 52.33),
                      "Peterborough": (216000, 48, -0.24, 52.57), "South Cambridgeshire": (163000, 32, 0.05, 52.15)},
        "neighbours": ("King's Lynn and West Norfolk", "South Holland"),
    },
    # The council of Wiltshire has the force's short name, so the force's people are given under its full name.
    "wiltshire": {
        "name": "Wiltshire Police", "short_name": "Wiltshire Police", "rows": 1300, "searches": 60,
        "districts": {"Swindon": (234000, 52, -1.78, 51.56), "Wiltshire": (511000, 96, -2.0, 51.3)},
        "neighbours": ("Test Valley", "Dorset"),
    },
}

ASB = "Anti-social behaviour"
# type: share of the rows, change a year, height of the season, its peak month, share with a positive outcome
TYPES = {
    ASB: (0.19, -0.05, 0.22, 7, 0.0),
    "Bicycle theft": (0.015, -0.06, 0.25, 9, 0.04),
    "Burglary": (0.045, -0.07, 0.10, 12, 0.08),
    "Criminal damage and arson": (0.085, -0.02, 0.08, 6, 0.10),
    "Drugs": (0.035, 0.04, 0.05, 3, 0.60),
    "Other crime": (0.030, 0.03, 0.04, 5, 0.20),
    "Other theft": (0.060, -0.03, 0.07, 8, 0.05),
    "Possession of weapons": (0.012, 0.03, 0.06, 6, 0.45),
    "Public order": (0.075, -0.04, 0.12, 7, 0.12),
    "Robbery": (0.013, 0.02, 0.06, 11, 0.14),
    "Shoplifting": (0.085, 0.09, 0.06, 11, 0.28),
    "Theft from the person": (0.010, 0.01, 0.12, 12, 0.03),
    "Vehicle crime": (0.045, -0.04, 0.07, 1, 0.04),
    "Violence and sexual offences": (0.300, 0.01, 0.08, 7, 0.15),
}
# What a board would notice: force, type, first month, factor from there on (or for that month alone).
EVENTS = (
    ("cleveland", "Robbery", (2025, 4), None, 1.45),
    ("cleveland", "Shoplifting", (2025, 1), None, 1.20),
    ("cambridgeshire", "Bicycle theft", (2025, 3), None, 0.70),
    ("cambridgeshire", "Public order", (2024, 8), (2024, 8), 1.50),
    ("cumbria", "Burglary", (2025, 6), None, 0.72),
    ("cumbria", ASB, (2025, 10), (2025, 10), 1.60),
    ("wiltshire", "Vehicle crime", (2025, 5), None, 1.35),
    ("wiltshire", "Drugs", (2024, 10), None, 1.25),
)

# Outcome as the outcomes file has it, as a street file has it later, weight.
POSITIVE = (
    ("Suspect charged", "Awaiting court outcome", 60), ("Local resolution", "Local resolution", 22),
    ("Offender given a caution", "Offender given a caution", 12),
    ("Offender given a drugs possession warning", "Offender given a drugs possession warning", 4),
    ("Offender given penalty notice", "Offender given penalty notice", 1),
    ("Suspect charged as part of another case", "Suspect charged as part of another case", 1),
)
NEGATIVE = (
    ("Investigation complete; no suspect identified",) * 2 + (48,), ("Unable to prosecute suspect",) * 2 + (44,),
    ("Action to be taken by another organisation",) * 2 + (3,),
    ("Formal action is not in the public interest",) * 2 + (1,),
    ("Further action is not in the public interest",) * 2 + (2,),
    ("Further investigation is not in the public interest",) * 2 + (2,),
)
OPEN = "Under investigation"
COURT_UNKNOWN, STATUS_UNKNOWN = "Court result unavailable", "Status update unavailable"
LAGS = (45, 25, 15, 10, 5)  # weights of an outcome in the month itself, the next, and so on

NAMES = ("Abbey Ash Beech Birch Bridge Castle Cedar Chapel Church Elm Field Garden Grange Green Hawthorn High Hill "
         "King Manor Market Meadow Mill North Oak Orchard Park Priory Queen River School South Station Victoria West "
         "Willow").split()
KINDS = "Avenue Close Court Crescent Drive Gardens Grove Lane Place Road Street Way".split()
SPOTS = ("Parking Area", "Supermarket", "Petrol Station", "Shopping Area", "Sports/Recreation Area", "Nightclub",
         "Park/Open Space", "Hospital", "Bus/coach Station")
