-- expects: 3: The text that begins with '"Quote missing,' is not closed by a quote on its line.
measure "quote_missing" {
  title = "Quote missing,
  from = "crimes",
}
