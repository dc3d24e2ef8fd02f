-- expects: 8: measure "top_of_nothing", by[1].top: found 0, expected a whole number from 1 to 59.
-- expects: 9: measure "top_of_nothing", by[2].top: found a text, expected a number.
measure "top_of_nothing" {
  title = "Top of nothing",
  from  = "crimes",
  count = true,
  by    = {
    { "status", top = 0 },
    { "status", top = "ten" },
  },
}
