-- expects: 4: measure "table_unknown", from: there is no table 'crimse'. Did you mean 'crimes'?
measure "table_unknown" {
  title = "Table unknown",
  from = "crimse",
  count = true,
}
