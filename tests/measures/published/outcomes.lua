-- Outcomes, with their crime's columns; court.
local groups = {
  { "no_support", "Victim does not support action", "outcome = 'Victim does not support action'" },
  { "no_suspect", "No suspect identified", "outcome = 'Investigation complete; no suspect identified'" },
  { "charged", "Charged or summonsed", "outcome = 'Charged'" },
  { "out_of_court", "Disposed of out of court", "outcome in ('Cautioned', 'Community resolution')" },
}
for _, group in ipairs(groups) do
  measure("pub_outcomes_" .. group[1]) {
    title = "Outcomes: " .. group[2], from = "outcomes", share = group[3], by = { "category", "district" },
  }
end
measure "pub_outcomes_domestic_no_support" {
  title = "Domestic abuse: victim does not support action", from = "outcomes", where = "domestic",
  share = "outcome = 'Victim does not support action'",
}
measure "pub_ppo_rate" {
  title = "Prosecution possible outcome rate", unit = "%", settles_after = 3, by = { "category", "district" },
  ratio = { top    = { from = "outcomes", where = "outcome_group = 'prosecution possible' and is_current" },
            bottom = { from = "crimes" } },
}
measure "pub_out_of_court" {
  title = "Out of court disposals", from = "outcomes", where = "outcome in ('Cautioned', 'Community resolution')",
  count = true,
}
measure "pub_conviction_rate" {
  title = "Court cases with a conviction", from = "court_cases", share = "convicted", better = "higher",
}
measure "pub_conviction_rate_domestic" {
  title = "Domestic abuse cases with a conviction", from = "court_cases", where = "domestic", share = "convicted",
}
measure "pub_ppo_rate_hate" {
  title = "Prosecution possible outcome rate of hate crime", unit = "%", settles_after = 3,
  ratio = { top    = { from = "outcomes", where = "outcome_group = 'prosecution possible' and is_current and hate_strands is not null" },
            bottom = { from = "crimes", where = "hate_strands is not null" } },
}
measure "pub_conviction_rate_peers" {
  title = "Court cases with a conviction, among other forces", from = "court_cases", share = "convicted",
  peers = { measure = "conviction rate", average = "weighted", include_own = false },
}
