-- What stands at a date.
measure "pub_open_investigations" { title = "Open investigations", from = "workload", snapshot = "open",
  by = { "category" } }
measure "pub_officers" { title = "Officers", from = "people", where = "employment = 'Officer'", snapshot = "fte",
  by = { "role" } }
measure "pub_specials" { title = "Special constables", from = "people", where = "employment = 'Special'", snapshot = true }
measure "pub_volunteers" { title = "Police service volunteers", from = "people", where = "employment = 'Volunteer'",
  snapshot = true }
measure "pub_cadets" { title = "Cadets", from = "people", where = "employment = 'Cadet'", snapshot = true }
measure "pub_specials_mean" { title = "Special constables: mean strength of a year", windows = { "month" },
  derive = function(m) return m.pub_specials:mean(12) end }
measure "pub_fully_deployable" { title = "Officers fully deployable",
  from = "people", where = "employment = 'Officer' and deployability = 'Full'", snapshot = true }
measure "pub_all_officers" { title = "Officers, heads", from = "people", where = "employment = 'Officer'", snapshot = true }
measure "pub_share_deployable" { title = "Officers fully deployable, share", unit = "%",
  derive = function(m) return m.pub_fully_deployable / m.pub_all_officers * 100 end }
measure "pub_new_operators" { title = "Control room operators with under two years' service", from = "people",
  where = "function = 'Control room' and service_months < 24", snapshot = true }
measure "pub_operators" { title = "Control room operators", from = "people", where = "function = 'Control room'",
  snapshot = true }
measure "pub_share_new_operators" { title = "Operators with under two years' service, share", unit = "%",
  derive = function(m) return m.pub_new_operators / m.pub_operators * 100 end }
measure "pub_posts" { title = "Posts", from = "posts", snapshot = "establishment", by = { "role" } }
measure "pub_budget" { title = "Revised budget", from = "finance", snapshot = "revised_budget", unit = "£", by = { "line" } }
measure "pub_forecast" { title = "Forecast net expenditure", from = "finance", snapshot = "forecast", unit = "£" }
measure "pub_earlier_forecast" { title = "Forecast of the report before", from = "finance",
  snapshot = "previous_forecast", unit = "£" }
measure "pub_slippage" { title = "Slippage", from = "finance", snapshot = "slippage", unit = "£" }
measure "pub_variance" { title = "Forecast variance", unit = "£",
  derive = function(m) return m.pub_forecast - m.pub_budget end }
measure "pub_forecast_change" { title = "Forecast: change on the report before", unit = "£",
  derive = function(m) return m.pub_forecast - m.pub_earlier_forecast end }
measure "pub_posts_change" { title = "Posts: change on the year", decimals = 0, windows = { "month" },
  derive = function(m) return m.pub_posts - m.pub_posts:shift(12) end }
measure "pub_detectives" { title = "Investigators in a specialist team", from = "people", where = "team = 'Major investigation'",
  snapshot = true }
measure "pub_open_of_theft" { title = "Open investigations of theft", from = "workload", where = "category = 'Theft'",
  snapshot = "open" }
measure "pub_share_open_of_theft" { title = "Open investigations of theft, share", unit = "%",
  derive = function(m) return m.pub_open_of_theft / m.pub_open_investigations * 100 end }
measure "pub_neighbourhood" { title = "Officers of neighbourhoods", from = "people",
  where = "employment = 'Officer' and function = 'Neighbourhood'", snapshot = "fte" }
measure "pub_share_neighbourhood" { title = "Officers of neighbourhoods, share", unit = "%",
  derive = function(m) return m.pub_neighbourhood / m.pub_officers * 100 end }
measure "pub_quality_queue" { title = "Queue of the quality check", from = "queues", where = "queue = 'Quality check'",
  snapshot = "count", at = "latest" }
measure "pub_commissioner_forecast" { title = "Commissioner: forecast net expenditure", from = "finance",
  where = "body = 'commissioner'", snapshot = "forecast", unit = "£", by = { "line" } }
measure "pub_capital_budget" { title = "Capital: revised budget", from = "finance", where = "body = 'capital'",
  snapshot = "revised_budget", unit = "£" }
measure "pub_partly_deployable" { title = "Officers fully or partly deployable", from = "people",
  where = "employment = 'Officer' and deployability in ('Full', 'Partial')", snapshot = true }
measure "pub_share_partly_deployable" { title = "Officers fully or partly deployable, share", unit = "%",
  derive = function(m) return m.pub_partly_deployable / m.pub_all_officers * 100 end }
measure "pub_commissioner_budget" { title = "Commissioner: revised budget", from = "finance",
  where = "body = 'commissioner'", snapshot = "revised_budget", unit = "£", by = { "line" } }
measure "pub_commissioner_variance" { title = "Commissioner: forecast variance", unit = "£", windows = { "month" },
  derive = function(m) return m.pub_commissioner_forecast - m.pub_commissioner_budget end, by = { "line" } }
measure "pub_newest_operators" { title = "Control room operators with under a year's service", from = "people",
  where = "function = 'Control room' and service_months < 12", snapshot = true }
measure "pub_share_newest_operators" { title = "Operators with under a year's service, share", unit = "%",
  derive = function(m) return m.pub_newest_operators / m.pub_operators * 100 end }
measure "pub_capital_forecast" { title = "Capital: forecast net expenditure", from = "finance", where = "body = 'capital'",
  snapshot = "forecast", unit = "£" }
measure "pub_capital_variance" { title = "Capital: forecast variance", unit = "£", windows = { "month" },
  derive = function(m) return m.pub_capital_forecast - m.pub_capital_budget end }
