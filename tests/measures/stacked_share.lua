-- expects: 4: measure "positive", chart: the groups of this measure do not add up to the force, so they cannot be stacked; use kind = "multiples".
measure "positive" {
  title = "Positive", from = "crimes", share = "outcome_group = 'Positive'", by = { "policing_area" },
  chart = { kind = "stacked", by = "policing_area" },
}
