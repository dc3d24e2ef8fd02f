-- expects: 5: measure "derive_compares", derive: '<' and '>' cannot compare measures, whose values are not known yet when the script is read. Write m.a:above(m.b) or m.a:below(m.b), which gives 1 or 0 for each month; max, min and where(condition, a, b) choose by it.
measure "derive_compares_part" { title = "Part of derive compares", from = "crimes", count = true }
measure "derive_compares" {
  title = "Derive compares",
  derive = function(m) return m.derive_compares_part > 5 end,
}
