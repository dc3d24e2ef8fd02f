-- expects: 5: measure "doubled", by[2]: the measure 'robbery' that it reads is not broken down by 'category'; add that to its 'by' first.
measure "robbery" { title = "Robbery", from = "crimes", count = true, by = { "district" } }
measure "doubled" {
  title = "Doubled",
  by = { "district", "category" },
  windows = { "month" },
  derive = function(m) return m.robbery * 2 end,
}
