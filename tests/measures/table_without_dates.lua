-- expects: 2: measure "people", from: the rows of population have no date, so they fall into no month.
measure "people" { title = "People", from = "population", sum = "value" }
