-- expects: 15: measure "both", derive: the function asks with and, or, not, if or while what the value of a measure is, which is not known yet when the script is read. Write where(m.a:above(m.b), x, y) to choose month by month, a * b where both of two comparisons must hold, and max(a, b) where one must.
-- expects: 18: measure "negated", derive: the function asks with and, or, not, if or while what the value of a measure is, which is not known yet when the script is read. Write where(m.a:above(m.b), x, y) to choose month by month, a * b where both of two comparisons must hold, and max(a, b) where one must.
-- expects: 23: measure "branched", derive: the function asks with and, or, not, if or while what the value of a measure is, which is not known yet when the script is read. Write where(m.a:above(m.b), x, y) to choose month by month, a * b where both of two comparisons must hold, and max(a, b) where one must.
-- expects: 31: measure "equal", derive: '==' and '~=' cannot look at the values of a measure, which are not known yet when the script is read. Write m.a:equals(m.b), which gives 1 or 0 for each month; what does not depend on a measure is decided before the function.
measure "base" { title = "Base", from = "crimes", count = true }
measure "other" { title = "Other", from = "crimes", count = true }
local wanted = "share"
measure "sound" {
  title = "A text that is known now may be looked at",
  derive = function(m) if wanted == "share" then return m.base / m.other end return m.base end,
}
measure "both" {
  title = "Both",
  -- Lua gives back the second comparison alone, whatever the first.
  derive = function(m) return m.base:above(5) and m.other:above(5) end,
}
measure "negated" {
  title = "Negated", derive = function(m)
    if not m.base:above(5) then return m.base * 2 end return m.base end
}
measure "branched" {
  title = "Branched",
  derive = function(m)
    if m.base then return m.base end
    return m.other
  end,
}
measure "equal" {
  title = "Equal",
  derive = function(m)
    if m.base == 5 then return m.base end
    return m.other
  end,
}
