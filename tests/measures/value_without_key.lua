-- expects: 2: measure "robbery": found a value without a key, expected key = value. The keys are: title, from, where, date, count, sum, mean, share, rate, ratio, derive, of, unknown, by, serves, better, target, unit, decimals, windows, chart, note, owner.
measure "robbery" { "Robbery", title = "Robbery", from = "crimes", count = true }
