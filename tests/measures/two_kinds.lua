-- expects: 2: measure "robbery": found 'count' and 'share'; a measure has exactly one kind.
measure "robbery" { title = "Robbery", from = "crimes", count = true, share = "category = 'Robbery'" }
