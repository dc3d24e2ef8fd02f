-- Priority 1, Prevent crime and keep people safe.
pillar "prevent" {
  measures = {
    "recorded_crime", "violence_and_sexual_offences", "robbery", "burglary", "vehicle_crime", "shoplifting",
    "criminal_damage", "anti_social_behaviour", "crime_rate",
  },
}
