-- expects: 4: measure "robbery", of: this belongs to 'share'; 'count' has no use for it. Conditions stand in 'where'.
-- expects: 4: measure "robbery", unknown: this belongs to 'share' and 'share_of'; 'count' has no use for it.
measure "robbery" { title = "Robbery", from = "crimes", count = true,
  of = "category = 'Robbery'", unknown = "no" }
