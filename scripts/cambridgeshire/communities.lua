-- Communities. The plan's own strategic measure, confidence in a survey of residents, is not in police.uk.
pillar "communities" {
  measures = {
    "recorded_crime", "violence_and_sexual_offences", "robbery", "burglary", "vehicle_crime", "shoplifting",
    "bicycle_theft", "criminal_damage", "public_order", "anti_social_behaviour", "crime_rate",
  },
}

measure "bicycle_theft_share" {
  title  = "Bicycle theft, of all theft",
  from   = "crimes",
  where  = "category in ('Bicycle theft', 'Other theft', 'Shoplifting', 'Theft from the person')",
  share  = "category = 'Bicycle theft'",
  by     = { "district" },
  serves = { "communities" },
}
