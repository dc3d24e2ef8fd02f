-- expects: 5: measure "contains_misspelt", where: 'Robery' is not a value of category. Did you mean 'Robbery'? (At character 20 of "contains(category, 'Robery')".)
-- expects: 9: measure "contains_of_a_column", where: contains(text, 'member') takes one member in quotes, such as contains(hate_strands, 'Race'). (At character 20 of "contains(category, status)".)
measure "contains_misspelt" {
  title = "Contains misspelt", from = "crimes", count = true,
  where = "contains(category, 'Robery')",
}
measure "contains_of_a_column" {
  title = "Contains of a column", from = "crimes", count = true,
  where = "contains(category, status)",
}
