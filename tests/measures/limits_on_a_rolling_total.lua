-- expects: 4: measure "robbery", chart.window: there are no limits on a rolling total: without any real change, 64 in 100 of the latest points would be flagged. Limits are worked out on monthly values; use kind = "mrt" for the 12-month total.
measure "robbery" {
  title = "Robbery", from = "crimes", count = true,
  chart = { kind = "xmr", window = "12 months" },
}
