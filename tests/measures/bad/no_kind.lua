-- expects: 2: measure "no_kind": it does not say what to work out: add one of count, sum, …
measure "no_kind" {
  title = "No kind",
  from = "crimes",
}
