-- expects: 4: measure "robbery", chart: there is no key 'window'. The keys are: kind, by, months. Each kind of chart has its own window: kind = "mrt" shows the 12-month total. There are no limits on a rolling total: without any real change, 64 in 100 of its latest points would be flagged.
measure "robbery" {
  title = "Robbery", from = "crimes", count = true,
  chart = { kind = "xmr", window = "12 months" },
}
