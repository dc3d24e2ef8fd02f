-- expects: 13: measure "robbery", by[1]: there is no column 'distric' in crimes, and no level of areas of that name. Did you mean 'district'?
-- expects: 14: measure "robbery", by[2]: 'district' is a level of areas, and those are a tree already: name the levels in 'by', or "areas" for all of them.
-- expects: 15: measure "robbery", by[3].tree: a tree has two columns or more, from the root down: tree = { "category", "subcategory" }.
-- expects: 16: measure "robbery", by[4]: 'category' is named twice.
-- expects: 17: measure "robbery", by[5].top: found 100, expected a whole number from 1 to 59.
-- expects: 18: measure "robbery", by[6].largest: there is no key 'largest'. The keys are: tree, top.
-- expects: 19: measure "robbery", by[7]: found a table without a column, expected a column or level of areas, as in "category", several as in { "category", "district" }, { tree = { "category", "subcategory" } }, or { "offence", top = 10 }.
-- expects: 22: measure "burglary", by: of which columns are these the groups? Put them into a table of their own: by = { { "category", "district", top = 20 } } for groups of both, by = { { "category", top = 10 }, "district" } for two breakdowns.
-- expects: 23: measure "both", by[1]: 'theft', which it reads, has the largest groups of status alone, and another may have others. Say 'top' here too: then all that it reads is told by the groups that are largest of the measure it names first.
measure "robbery" {
  title = "Robbery", from = "crimes", count = true,
  by = {
    { "category", "distric" },
    { tree = { "category", "district" } },
    { tree = { "category" } },
    { "category", "category" },
    { "status", top = 100 },
    { "status", largest = 10 },
    { top = 5 },
  },
}
measure "burglary" { title = "Burglary", from = "crimes", count = true, by = { "category", "district", top = 3 } }
measure "both" { title = "Both", derive = function(m) return m.theft + m.theft end, by = { "status" } }
measure "theft" { title = "Theft", from = "crimes", count = true, by = { { "status", top = 5 } } }
