-- expects: 6: measure "percentile_alone", percentile: expected a number of each row and a share, as in { "minutes(opened_at, attended_at)", 0.9 }.
-- expects: 11: measure "percentile_as_number", percentile: found a number, expected a number of each row and a share, as in { "minutes(opened_at, attended_at)", 0.9 }.
measure "percentile_alone" {
  title      = "Percentile alone",
  from       = "stop_searches",
  percentile = { 0.9 },
}
measure "percentile_as_number" {
  title      = "Percentile as a number",
  from       = "stop_searches",
  percentile = 0.9,
}
