-- expects: 3: There is no 'mesure' in scripts. Did you mean 'measure'?
-- expects: 4: measure "burglary": there is no key 'wher'. Did you mean 'where'? The keys are: title, from, where, date, count, sum, mean, share, rate, ratio, derive, median, percentile, share_of, distinct, repeats, snapshot, state, figure, of, unknown, weight, over, at, by, serves, better, target, targets, unit, decimals, windows, since, survey, compare, peers, chart, note, owner, source, target_set_by, last_reviewed, wanted, format, expected, settles_after, per_day, limits.
mesure "robbery" { title = "Robbery", from = "crimes", count = true }
measure "burglary" { title = "Burglary", from = "crimes", count = true, wher = "true" }
