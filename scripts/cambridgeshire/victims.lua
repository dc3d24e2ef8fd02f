-- Victims. police.uk does not hold victims' satisfaction or the support they were given; what became of their cases it does.
pillar "victims" {
  measures = { "positive_outcome_share", "positive_outcomes", "positive_outcomes_per_100_crimes" },
}
