-- expects: 2: measure "robbery", windows[2]: found "fortnight", expected one of "month", "12 months" (or "mrt"), "financial year to date" (or "ytd"), "quarter", "financial year", "calendar year", "since 2018-10", "2018-01 to 2018-06", "wave".
measure "robbery" { title = "Robbery", from = "crimes", count = true, windows = { "month", "fortnight" } }
