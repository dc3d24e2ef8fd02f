-- expects: 2: measure: found a table in place of its name. Write measure "name" { … }.
measure { title = "Robbery", from = "crimes", count = true }
