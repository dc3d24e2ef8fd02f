-- expects: 4: '}' is expected before 'from': it closes the '{' of line 2. Is it missing, or a comma before it?
measure "comma_missing" {
  title = "Comma missing"
  from = "crimes",
  count = true,
}
