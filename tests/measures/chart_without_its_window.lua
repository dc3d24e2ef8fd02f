-- expects: 2: measure "robbery", chart: this kind of chart shows 12 months, and 'windows' has no "12 months".
measure "robbery" { title = "Robbery", from = "crimes", count = true, windows = { "month" }, chart = { kind = "mrt" } }
