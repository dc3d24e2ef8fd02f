-- expects: 5: measure "robbery", where: There is no column 'categry' in crimes. Did you mean 'category'? (At character 1 of "categry = 'Robbery'".)
measure "robbery" {
  title = "Robbery",
  from  = "crimes", count = true,
  where = "categry = 'Robbery'",
}
