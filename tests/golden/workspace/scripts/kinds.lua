-- Every kind of measure.

measure "k_count" {
  title = "Crimes counted", from = "crimes", count = true, by = { "category", "district" }, better = "lower",
}
measure "k_sum" {
  title = "Officers' minutes at incidents", from = "incidents", sum = "resource_minutes", unit = "minutes",
}
measure "k_sum_weighted" {
  title = "Harm of crimes", from = "crimes", sum = { set = "harm", by = "category" }, by = { "district" },
}
measure "k_mean" {
  title = "Minutes until someone is there", from = "incidents", mean = "minutes(opened_at, attended_at)",
  unit = "minutes", by = { "grade" }, better = "lower",
}
measure "k_mean_weighted" {
  title = "Mean rank of speeding", from = "survey_responses", where = "question = 'Priorities'", mean = "position",
  weight = "weight", decimals = 2,
}
measure "k_share" {
  title = "Victims satisfied", from = "survey_responses", where = "question = 'Whole experience'",
  share = "response in ('Very satisfied', 'Satisfied')", of = "response <> 'Not asked'", weight = "weight",
  by = { "asked_of", "district" }, better = "higher", target = "60%",
}
measure "k_share_unknown" {
  title = "Searches that are linked, not known as no", from = "stop_searches", share = "outcome_linked", unknown = "no",
  chart = false,
}
measure "k_share_left_out" {
  title = "Searches that are linked", from = "stop_searches", share = "outcome_linked", unknown = "left out",
  by = { "object" }, target = 0.35, better = "neither",
}
measure "k_share_of_weights" {
  title = "Share of harm that is domestic", from = "crimes", share = "domestic",
  weight = { set = "harm", by = "category" }, by = { "district" },
}
measure "k_share_of" {
  title = "Officers' time on mental health", from = "incidents", where = "deployed",
  share_of = { "resource_minutes", where = "mental_health" }, by = { "district" },
}
measure "k_median" {
  title = "Minutes until someone is there: the middle one", from = "incidents",
  median = "minutes(opened_at, attended_at)", unit = "minutes", by = { "grade" },
  chart = false,
}
measure "k_percentile" {
  title = "Minutes until someone is there: nine in ten within", from = "incidents",
  percentile = { "minutes(opened_at, attended_at)", 0.9 }, unit = "minutes", format = "duration",
}
measure "k_distinct" {
  title = "People with a crime", from = "crimes", distinct = "victim_key",
  by = { "district", { tree = { "category", "subcategory" }, top = 3 } },
}
measure "k_repeats" {
  title = "Victims who come again", from = "crimes",
  repeats = { who = "victim_key", within = 6, min = 2, count = "who", as = "share" }, by = { "district" },
}
measure "k_repeats_first" {
  title = "Victims who come again for the first time", from = "crimes",
  repeats = { who = "victim_key", within = 6, first_time = true, count = "who", as = "number" },
  chart = false,
}
measure "k_repeats_ever" {
  title = "Crimes against somebody harmed before", from = "crimes",
  repeats = { who = "victim_key", within = "ever", count = "events" },
  chart = false,
}
measure "k_repeats_twice" {
  title = "Missing again: just twice", from = "missing_reports",
  repeats = { who = "person_key", within = 12, exactly = 2, count = "who", as = "share of repeats" },
}
measure "k_rate" {
  title = "Theft per 1,000 people", from = "crimes", where = "category in ('Shoplifting', 'Bicycle theft')",
  rate = { per = 1000, of = "people" }, by = { "district" }, decimals = 2,
  peers = { measure = "theft offences", group = "MSG", average = "unweighted", include_own = true,
            leave_out = { "City of London" }, oldest = 36 },
  chart = { { kind = "xmr" }, { kind = "mrt" }, { kind = "funnel" }, { kind = "funnel", by = "district" } },
}
measure "k_rate_of_homes" {
  title = "Burglaries per 10,000 households", from = "crimes", where = "category = 'Burglary'",
  rate = { per = 10000, of = "households" }, decimals = 1,
  peers = { measure = "theft offences", group = "MSG", average = "weighted", include_own = false },
  chart = false,
}
measure "k_ratio" {
  title = "Crimes for each incident", ratio = { top = "k_count", bottom = "k_sum_of_ones" }, decimals = 2,
}
measure "k_sum_of_ones" { title = "Incidents added up", from = "incidents", sum = "case when deployed then 1 else 1 end", chart = false }
measure "k_ratio_in_place" {
  title = "Positive outcomes beside minutes", unit = "for each 1,000 minutes",
  ratio = { top = { from = "outcomes", date = "outcome_on", where = "outcome_group = 'Positive'" },
            bottom = { from = "incidents", sum = "resource_minutes" }, per = 1000 },
  chart = false,
}
measure "k_ratio_in_per_cent" {
  title = "Burglary beside all crime", unit = "%", ratio = { top = "burglary", bottom = "k_count" }, by = { "district" },
}
measure "k_derive" {
  title = "Robbery among crimes", unit = "%", by = { "district" },
  derive = function(m) return m.robbery / m.k_count * 100 end,
}
measure "k_snapshot" {
  title = "Officers fully deployable", from = "people", where = "deployability = 'Full'", snapshot = true,
  by = { "role" }, over = "last",
}
measure "k_snapshot_sum" {
  title = "Full-time equivalents", from = "people", snapshot = "fte", decimals = 1, over = "mean",
  windows = { "month", "12 months" }, at = "month end",
}
measure "k_snapshot_lowest" {
  title = "Fewest officers", from = "people", snapshot = true, over = "lowest", windows = { "12 months" }, at = "latest",
  chart = false,
}
measure "k_snapshot_highest" {
  title = "Most officers", from = "people", snapshot = true, over = "highest", windows = { "12 months" },
  chart = false,
}
measure "k_snapshot_open" {
  title = "Crimes without a suspect that stand open", from = "crimes", where = "suspect_key is null", snapshot = true,
  chart = false,
}
measure "k_state" { title = "Questions of the plan", state = { "red", "amber", "green" }, by = { "question" } }
measure "k_state_count" { title = "Questions at red", state = { of = "k_state", count = "red" }, better = "lower" }
measure "k_state_least" { title = "Questions at amber or better", state = { of = "k_state", least = "amber" }, chart = false }
measure "k_figure" { title = "Special constables", figure = true, by = { "district" } }
measure "k_figure_hours" {
  title = "Hours of special constables", figure = true, windows = { "12 months" }, unit = "hours",
}
measure "k_money" { title = "Overtime", figure = true, unit = "£", decimals = 0, target = 4000 }
measure "k_millions" { title = "Budget spent", figure = true, unit = "£m", decimals = 1, target = 2.5 }
