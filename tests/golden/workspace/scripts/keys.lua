-- Every other key, window and chart.

measure "w_all" {
  title    = "Burglary, with all that can be said of it",
  from     = "crimes",
  date     = "recorded_on",
  where    = "category = 'Burglary'",
  count    = true,
  by       = { "areas" },
  serves   = { "victims", "1.1" },
  better   = "lower",
  target   = 6,
  target_set_by = "Police and Crime Plan",
  unit     = "burglaries",
  decimals = 0,
  windows  = { "month", "12 months", "financial year to date", "quarter", "calendar year", "financial year" },
  compare  = { "2024", "2023/24", "2025-03", "2024-01 to 2024-06", "1-year mean", "3-year mean", "last published" },
  chart    = { { kind = "xmr", months = 24 }, { kind = "mrt" }, { kind = "multiples", by = "district" } },
  note     = "Homes and other buildings together.",
  owner    = "Head of Crime", source = "records system", last_reviewed = "2025-04-01",
  settles_after = 2,
  per_day  = true,
  limits   = { baseline = "2023-01 to 2023-12", steps = { "2024-06" }, screen = false },
}
measure "w_expected" {
  title = "Outcomes, expected later", from = "outcomes", count = true, expected = "2 months",
}
measure "w_overdue" { title = "Outcomes, overdue", from = "outcomes", count = true, expected = "day 20" }
measure "w_targets" {
  title   = "Shoplifting, with targets", from = "crimes", where = "category = 'Shoplifting'", count = true,
  targets = { ["2024-04"] = 15, ["2025-04"] = 12, ["2026-04"] = false }, wanted = "more reporting",
}
measure "w_since" {
  title = "Violence since April 2024", from = "crimes", where = "category = 'Violence and sexual offences'", count = true,
  windows = { "since 2024-04", "2024-01 to 2024-06" },
}
measure "w_since_event" {
  title = "Crimes since the new system", from = "crimes", count = true, since = "New records system", by = { "district" },
}
measure "w_wave" { title = "Searches by wave", from = "stop_searches", count = true, survey = "public", windows = { "wave" } }
measure "w_seconds" {
  title = "Mean time of a search", from = "stop_searches", mean = "case when outcome_linked then 536 else 60 end",
  unit = "seconds", format = "duration",
}
measure "w_plain" {
  title = "Mean hour of a search", from = "stop_searches", mean = "hour(searched_at)", format = "plain",
}
measure "w_laney" {
  title = "Searches with an arrest", from = "stop_searches", share = "outcome = 'Arrest'", limits = { laney = true },
}
measure "w_stacked" {
  title = "Crimes by officer's role", from = "crimes", count = true, by = { "owner_role" },
  chart = { { kind = "stacked", by = "owner_role", months = 18 }, { kind = "change", by = "owner_role" } },
}
measure "w_without_chart" {
  title = "Crimes at the weekend", from = "crimes", where = "weekday(recorded_on) >= 6", count = true, chart = false,
}
measure "w_groups" {
  title = "Crimes by kind and place", from = "crimes", count = true,
  by = { { "category", "district", top = 4 }, { tree = { "category", "subcategory" } }, { "relationship", top = 1 } },
}
