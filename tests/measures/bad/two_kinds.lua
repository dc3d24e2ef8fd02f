-- expects: 2: measure "two_kinds": found 'count' and 'sum'; a measure has exactly one kind.
measure "two_kinds" {
  title = "Two kinds",
  from = "crimes",
  count = true,
  sum = "1",
}
