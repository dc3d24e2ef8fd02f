-- expects: 5: '}' is expected before 'count': it closes the '{' of line 2. Is it missing, or a comma before it?
measure "robbery" {
  title = "Robbery",
  from = "crimes"
  count = true,
}
