-- expects: 6: measure "reviewed_last_year", last_reviewed: found "last year", expected a day such as "2025-04-01".
measure "reviewed_last_year" {
  title = "Reviewed last year",
  from = "crimes",
  count = true,
  last_reviewed = "last year",
}
