-- expects: 6: measure "by_a_number", by: found a number, expected a list of texts.
measure "by_a_number" {
  title = "By a number",
  from = "crimes",
  count = true,
  by = 5,
}
