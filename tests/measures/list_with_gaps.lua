-- expects: 2: measure "robbery", by.first: there is no key 'first'. The keys are: tree, top.
measure "robbery" { title = "Robbery", from = "crimes", count = true, by = { first = "district" } }
