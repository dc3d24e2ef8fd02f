-- expects: 6: measure "branches", derive: With measures only + - * / can be done: their values are not known yet when the script is read.
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
