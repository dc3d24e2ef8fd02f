-- expects: 3: measure "robbery", from: there is no table 'crime'. Did you mean 'crimes'?
measure "robbery" { title = "Robbery",
  from = "crime", count = true }
