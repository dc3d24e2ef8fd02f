-- expects: 5: measure "robbery", by[2]: there is no column 'distrct' in crimes, and no level of areas of that name. Did you mean 'district'?
measure "robbery" {
  title = "Robbery", from = "crimes", count = true,
  by = { "category",
         "distrct" },
}
