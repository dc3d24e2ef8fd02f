-- expects: 5: measure "column_unknown", where: There is no column 'categry' in crimes. Did you mean 'category'? (At character 1 of "categry = 'Robbery'".)
measure "column_unknown" {
  title = "Column unknown",
  from = "crimes",
  where = "categry = 'Robbery'",
  count = true,
}
