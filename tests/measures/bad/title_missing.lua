-- expects: 2: measure "title_missing": 'title' is missing: it heads tables and sheets, as in title = "Recorded crime".
measure "title_missing" {
  from = "crimes",
  count = true,
}
