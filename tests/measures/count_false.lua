-- expects: 2: measure "robbery", count: found false, expected true: count = true counts the rows.
measure "robbery" { title = "Robbery", from = "crimes", count = false }
