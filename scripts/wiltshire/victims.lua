-- Priority 3, Put victims, witnesses and communities at the heart of everything we do. Satisfaction is not in police.uk;
-- what became of victims' cases is.
pillar "victims" {
  measures = { "positive_outcome_share", "positive_outcomes", "positive_outcomes_per_100_crimes" },
}
