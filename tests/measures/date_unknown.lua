-- expects: 2: measure "robbery", date: there is no column 'recorded' in crimes. Its dates are: recorded_on, occurred_on, cancelled_on, outcome_on.
measure "robbery" { title = "Robbery", from = "crimes", count = true, date = "recorded" }
