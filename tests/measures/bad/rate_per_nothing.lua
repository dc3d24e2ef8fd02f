-- expects: 5: measure "rate_per_nothing", rate.per: found 0, expected a number from 1 to 1,000,000.
measure "rate_per_nothing" {
  title = "Rate per nothing",
  from = "crimes",
  rate = { per = 0, of = "people" },
}
