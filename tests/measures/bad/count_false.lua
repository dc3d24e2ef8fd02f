-- expects: 5: measure "count_false", count: found false, expected true: count = true counts the rows.
measure "count_false" {
  title = "Count false",
  from = "crimes",
  count = false,
}
