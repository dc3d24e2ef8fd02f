-- expects: 5: measure "derive_asks_and", derive: the function asks with and, or, not, if or while what the value of a measure is, which is not known yet when the script is read. Write where(m.a:above(m.b), x, y) to choose month by month, a * b where both of two comparisons must hold, and max(a, b) where one must.
measure "derive_asks_and_part" { title = "Part of derive asks and", from = "crimes", count = true }
measure "derive_asks_and" {
  title = "Derive asks and",
  derive = function(m)
    return m.derive_asks_and_part:above(5) and m.derive_asks_and_part
  end,
}
