-- expects: 8: measure "theft", where: There is no column 'categry' in crimes. Did you mean 'category'? (At character 5 of "    categry = 'Other theft'".)
measure "theft" {
  title = "Theft",
  from  = "crimes", count = true,
  -- where = "not this one",
  where = [[
    category = 'Shoplifting' or
    categry = 'Other theft'
  ]],
}
