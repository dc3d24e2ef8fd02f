-- expects: 2: measure "robbery", by[1]: 'area' is the place as the extract gives it; say which level is meant: policing_area, district.
measure "robbery" { title = "Robbery", from = "crimes", count = true, by = { "area" } }
