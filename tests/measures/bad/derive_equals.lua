-- expects: 6: measure "derive_equals", derive: '==' and '~=' cannot look at the values of a measure, which are not known yet when the script is read. Write m.a:equals(m.b), which gives 1 or 0 for each month; what does not depend on a measure is decided before the function.
measure "derive_equals_part" { title = "Part of derive equals", from = "crimes", count = true }
measure "derive_equals" {
  title = "Derive equals",
  derive = function(m)
    if m.derive_equals_part == 5 then return m.derive_equals_part end
    return m.derive_equals_part * 2
  end,
}
