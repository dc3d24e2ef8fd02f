-- expects: 7: measure "tree_of_unknown", by[1]: there is no column 'subcategry' in crimes, and no level of areas of that name. Did you mean 'subcategory'?
measure "tree_of_unknown" {
  title = "Tree of unknown",
  from  = "crimes",
  count = true,
  by    = {
    { tree = { "category", "subcategry" } },
  },
}
