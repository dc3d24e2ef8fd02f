-- expects: 5: measure "rate_of_sheep", rate.of: found "sheep", expected one of "people", "households".
measure "rate_of_sheep" {
  title = "Rate of sheep",
  from = "crimes",
  rate = { per = 1000, of = "sheep" },
}
