-- expects: 2: measure: found a number in place of its name. Write measure "name" { … }.
measure(5) { title = "Name is a number", from = "crimes", count = true }
