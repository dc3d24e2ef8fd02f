-- Objective 4, Working together to make Cleveland safer.
pillar "safer" {
  measures = {
    "recorded_crime", "violence_and_sexual_offences", "robbery", "burglary", "vehicle_crime", "shoplifting",
    "possession_of_weapons", "crime_rate",
  },
}

measure "theft_in_public" {
  title  = "Robbery and theft from the person",
  from   = "crimes",
  where  = "category in ('Robbery', 'Theft from the person')",
  count  = true,
  by     = { "district" },
  better = "lower",
  serves = { "safer" },
  note   = "What is taken from people by force or by stealth, in the street and elsewhere.",
}
