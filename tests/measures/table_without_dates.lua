-- expects: 2: measure "people", from: the rows of population have no date of their own: say which column with 'date' (published_on).
measure "people" { title = "People", from = "population", sum = "value" }
