-- expects: 2: measure "robbery", by[2]: 'district' is named twice.
measure "robbery" { title = "Robbery", from = "crimes", count = true, by = { "district", "areas" } }
