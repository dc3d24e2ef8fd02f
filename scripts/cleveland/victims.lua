-- Objective 2, A better deal for victims. Satisfaction, recovery and repeat victims are not in police.uk; what became of
-- their cases is.
pillar "victims" {
  measures = { "positive_outcome_share", "positive_outcomes", "positive_outcomes_per_100_crimes" },
}
