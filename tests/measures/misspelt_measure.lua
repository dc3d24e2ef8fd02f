-- expects: 3: There is no 'mesure' in scripts. Did you mean 'measure'?
-- expects: 4: measure "burglary": there is no key 'wher'. Did you mean 'where'? The keys are: title, from, where, date, count, sum, mean, share, rate, ratio, derive, of, unknown, by, serves, better, target, unit, decimals, windows, chart, note, owner.
mesure "robbery" { title = "Robbery", from = "crimes", count = true }
measure "burglary" { title = "Burglary", from = "crimes", count = true, wher = "true" }
