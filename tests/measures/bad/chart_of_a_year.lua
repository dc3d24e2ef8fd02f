-- expects: 6: measure "chart_of_a_year", chart.window: there are no limits on a rolling total: without any real change, 64 in 100 of the latest points would be flagged. Limits are worked out on monthly values; use kind = "mrt" for the 12-month total.
measure "chart_of_a_year" {
  title = "Chart of a year",
  from = "crimes",
  count = true,
  chart = { kind = "xmr", window = "12 months" },
}
