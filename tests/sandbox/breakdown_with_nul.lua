-- expects: 3: measure "cut", by[1]: …
measure "cut" {
  title = "Cut", from = "crimes", count = true, by = { "category\0" },
}
