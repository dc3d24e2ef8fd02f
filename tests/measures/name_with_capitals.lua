-- expects: 2: measure "Robbery": a name has lower-case letters, digits and underscores, begins with a letter, and has at most 60.
measure "Robbery" { title = "Robbery", from = "crimes", count = true }
