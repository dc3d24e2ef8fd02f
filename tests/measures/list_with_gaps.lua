-- expects: 2: measure "robbery", by: found a table with keys or gaps, expected a list of texts: { "a", "b" }.
measure "robbery" { title = "Robbery", from = "crimes", count = true, by = { first = "district" } }
