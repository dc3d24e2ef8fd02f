-- expects: 6: measure "by_twice", by[2]: 'category' is named twice.
measure "by_twice" {
  title = "By twice",
  from = "crimes",
  count = true,
  by = { "category", "category" },
}
