-- expects: 6: measure "branches", derive: '<' and '>' cannot compare measures, whose values are not known yet when the script is read. Write m.a:above(m.b) or m.a:below(m.b), which gives 1 or 0 for each month; max, min and where(condition, a, b) choose by it.
measure "base" { title = "Base", from = "crimes", count = true }
measure "branches" {
  title = "Branches",
  derive = function(m)
    if m.base > 5 then
      return m.base
    end
    return m.base * 2
  end,
}
