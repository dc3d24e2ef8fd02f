-- expects: 5: measure "value_misspelt", where: 'Robery' is not a value of category. Did you mean 'Robbery'? (At character 12 of "category = 'Robery'".)
measure "value_misspelt" {
  title = "Value misspelt",
  from = "crimes",
  where = "category = 'Robery'",
  count = true,
}
