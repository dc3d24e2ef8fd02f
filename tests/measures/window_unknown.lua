-- expects: 2: measure "robbery", windows[2]: found "quarter", expected one of "month", "12 months" (or "mrt"), "financial year to date" (or "ytd").
measure "robbery" { title = "Robbery", from = "crimes", count = true, windows = { "month", "quarter" } }
