-- expects: 6: measure "positive_rate", unit: a ratio in % is for each 100 already, and ratio.per says 100: leave one of the two out.
measure "positive_rate" {
  title = "Positive outcomes as a share of crimes",
  ratio = { top = { from = "outcomes", where = "outcome_group = 'Positive'" }, bottom = { from = "crimes" }, per = 100 },
  better = "higher",
  unit = "%",
}
