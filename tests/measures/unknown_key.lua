-- expects: 5: measure "robbery": there is no key 'were'. Did you mean 'where'? The keys are: title, from, where, date, count, sum, mean, share, rate, ratio, derive, median, percentile, share_of, distinct, repeats, snapshot, state, figure, of, unknown, weight, over, at, by, serves, better, target, targets, unit, decimals, windows, since, survey, compare, peers, chart, note, owner, source, target_set_by, last_reviewed, wanted, format, expected, settles_after, per_day, limits.
measure "robbery" {
  title = "Robbery",
  from  = "crimes",
  were  = "category = 'Robbery'",
  count = true,
}
