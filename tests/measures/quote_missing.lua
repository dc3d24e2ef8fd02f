-- expects: 3: The text that begins with '"Robbery,' is not closed by a quote on its line.
measure "robbery" {
  title = "Robbery,
  from = "crimes",
  count = true,
}
