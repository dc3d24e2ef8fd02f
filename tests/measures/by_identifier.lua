-- expects: 2: measure "robbery", by[1]: 'crime_id' of crimes is not a text; a breakdown needs a column of texts, or a level of areas.
measure "robbery" { title = "Robbery", from = "crimes", count = true, by = { "crime_id" } }
