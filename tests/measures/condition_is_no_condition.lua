-- expects: 2: measure "robbery", where: category is text; here stands a condition, such as category = 'Robbery'. (At character 1 of "category".)
measure "robbery" { title = "Robbery", from = "crimes", count = true, where = "category" }
