-- Offending & Serious Crime. police.uk holds nothing on offenders; these are the crimes.
pillar "offending" {
  measures = {
    "violence_and_sexual_offences", "robbery", "burglary", "vehicle_crime", "acquisitive_crime", "drugs",
    "possession_of_weapons",
  },
}
