-- expects: 2: measure "robbery", date: 'category' of crimes is not a date. Its dates are: recorded_on, occurred_on, cancelled_on, outcome_on.
measure "robbery" { title = "Robbery", from = "crimes", count = true, date = "category" }
