-- expects: 2: measure "robbery": 'title' is missing: it heads tables and sheets, as in title = "Recorded crime".
measure "robbery" {
  from = "crimes",
  count = true,
}
