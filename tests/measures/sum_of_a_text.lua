-- expects: 2: measure "robbery", sum: category is text; here stands a number. (At character 1 of "category".)
measure "robbery" { title = "Robbery", from = "crimes", sum = "category" }
