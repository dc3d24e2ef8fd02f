-- expects: 8: '}' is expected before the end of the file: it closes the '{' of line 2. Is it missing, or a comma before it?
measure "robbery" {
  title = "Robbery",
  from = "crimes",
  count = true,

measure "burglary" { title = "Burglary", from = "crimes", count = true }
