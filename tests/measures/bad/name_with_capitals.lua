-- expects: 2: measure "Name_With_Capitals": a name has lower-case letters, digits and underscores, begins with a letter, and has at most 60.
measure "Name_With_Capitals" { title = "Name with capitals", from = "crimes", count = true }
