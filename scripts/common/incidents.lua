-- Incidents: of these police.uk publishes anti-social behaviour.

measure "anti_social_behaviour" {
  title  = "Anti-social behaviour incidents",
  from   = "incidents",
  where  = "kind = 'Anti-social behaviour'",
  count  = true,
  by     = { "areas" },
  better = "lower",
  note   = "Incidents reported to the police, not crimes. An incident that was recorded as a crime is among the crimes.",
}

measure "crime_and_asb" {
  title    = "Recorded crime and anti-social behaviour together",
  derive   = function(m) return m.recorded_crime + m.anti_social_behaviour end,
  by       = { "areas" },
  better   = "lower",
  decimals = 0,
  note     = "Two things counted in two ways, added up: a measure of demand, not of crime.",
}
