-- expects: 2: measure "robbery": it does not say what to work out: add one of count, sum, mean, share, rate, ratio, derive, median, percentile, share_of, distinct, repeats, snapshot, state, figure (count = true counts the rows).
measure "robbery" {
  title = "Robbery",
  from  = "crimes",
}
