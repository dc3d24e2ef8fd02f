-- expects: 4: measure "robbery", of: this belongs to a share; 'count' has no use for it. Conditions stand in 'where'.
-- expects: 4: measure "robbery", unknown: this belongs to a share; 'count' has no use for it. Conditions stand in 'where'.
measure "robbery" { title = "Robbery", from = "crimes", count = true,
  of = "category = 'Robbery'", unknown = "no" }
