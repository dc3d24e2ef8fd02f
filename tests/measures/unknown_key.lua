-- expects: 5: measure "robbery": there is no key 'were'. Did you mean 'where'? The keys are: title, from, where, date, count, sum, mean, share, rate, ratio, derive, of, unknown, by, serves, better, target, unit, decimals, windows, chart, note, owner.
measure "robbery" {
  title = "Robbery",
  from  = "crimes",
  were  = "category = 'Robbery'",
  count = true,
}
