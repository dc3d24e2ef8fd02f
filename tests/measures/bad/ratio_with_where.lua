-- expects: 4: measure "ratio_with_where", where: the two parts of a ratio say this themselves: top = { from = …, where = …, date = … }.
measure "ratio_with_where" {
  title = "Ratio with where",
  where = "true",
  ratio = { top = { from = "outcomes" }, bottom = { from = "crimes" } },
}
