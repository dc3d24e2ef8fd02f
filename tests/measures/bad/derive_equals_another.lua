-- expects: 8: measure "derive_equals_another", derive: '==' and '~=' cannot look at the values of a measure, which are not known yet when the script is read. Write m.a:equals(m.b), which gives 1 or 0 for each month; what does not depend on a measure is decided before the function.
-- expects: 13: measure "derive_equals_nothing", derive: '==' and '~=' cannot look at the values of a measure, which are not known yet when the script is read. Write m.a:equals(m.b), which gives 1 or 0 for each month; what does not depend on a measure is decided before the function.
measure "derive_equals_one" { title = "One to be equal", from = "crimes", count = true }
measure "derive_equals_other" { title = "Other to be equal", from = "stop_searches", count = true }
measure "derive_equals_another" {
  title  = "Derive equals another",
  derive = function(m)
    return m.derive_equals_one == m.derive_equals_other
  end,
}
measure "derive_equals_nothing" {
  title  = "Derive equals nothing",
  derive = function(m) return m.derive_equals_one ~= nil end,
}
