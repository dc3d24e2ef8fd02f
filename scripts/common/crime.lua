-- Recorded crime: the whole, and the types in which police.uk publishes it. Offered to every force: a measure of this
-- folder is worked out when a pillar lists it or another measure reads it.

measure "recorded_crime" {
  title  = "Recorded crime",
  from   = "crimes",
  count  = true,
  by     = { "category", "areas" },
  better = "lower",
  note   = "Crimes as police.uk publishes them, by the month of recording. Anti-social behaviour is not among them. "
        .. "The total is some 1% to 2% above the official statistics of the same year.",
}

measure "crime_rate" {
  title  = "Recorded crime per 1,000 people",
  from   = "crimes",
  rate   = { per = 1000, of = "people" },
  by     = { "district" },
  better = "lower",
  note   = "Needs population.csv among the extracts: the people of the force and of each district.",
}

-- One row a type: name, title, category of police.uk, better, note.
local types = {
  { "violence_and_sexual_offences", "Violence and sexual offences", "Violence and sexual offences", "neither",
    "police.uk does not tell violence and sexual offences apart. More of these crimes being reported may be wanted." },
  { "robbery", "Robbery", "Robbery", "lower" },
  { "burglary", "Burglary", "Burglary", "lower", "Homes and other buildings together: police.uk does not tell them apart." },
  { "vehicle_crime", "Vehicle crime", "Vehicle crime", "lower" },
  { "shoplifting", "Shoplifting", "Shoplifting", "lower" },
  { "bicycle_theft", "Bicycle theft", "Bicycle theft", "lower" },
  { "theft_from_the_person", "Theft from the person", "Theft from the person", "lower" },
  { "other_theft", "Other theft", "Other theft", "lower" },
  { "criminal_damage", "Criminal damage and arson", "Criminal damage and arson", "lower" },
  { "public_order", "Public order offences", "Public order", "lower" },
  { "drugs", "Drug offences", "Drugs", "neither",
    "Most come to notice through police work, so a rise may mean more of that and not more use of drugs." },
  { "possession_of_weapons", "Possession of weapons", "Possession of weapons", "neither",
    "Many come to notice through searches, so a rise may mean more of those and not more weapons." },
}

for _, row in ipairs(types) do
  measure(row[1]) {
    title  = row[2],
    from   = "crimes",
    where  = "category = '" .. row[3] .. "'",
    count  = true,
    by     = { "areas" },
    better = row[4],
    note   = row[5],
  }
end

measure "acquisitive_crime" {
  title  = "Theft, burglary, robbery and vehicle crime together",
  derive = function(m)
    return m.robbery + m.burglary + m.vehicle_crime + m.shoplifting + m.bicycle_theft + m.theft_from_the_person
         + m.other_theft
  end,
  by       = { "areas" },
  better   = "lower",
  decimals = 0,
}

measure "remaining_crime" {
  title  = "Recorded crime of no type shown by itself",
  derive = function(m)
    return m.recorded_crime - m.acquisitive_crime - m.violence_and_sexual_offences - m.criminal_damage
         - m.public_order - m.drugs - m.possession_of_weapons
  end,
  by       = { "areas" },
  decimals = 0,
  note     = "What is left of recorded crime when the types shown by themselves are taken away: \"Other crime\" of police.uk.",
}
