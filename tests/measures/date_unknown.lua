-- expects: 2: measure "robbery", date: there is no column 'recorded' in crimes. Its dates are: recorded_on.
measure "robbery" { title = "Robbery", from = "crimes", count = true, date = "recorded" }
