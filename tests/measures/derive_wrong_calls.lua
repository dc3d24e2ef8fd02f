-- expects: 16: measure "a", derive: ':rolling': found a text, expected a number of months from 1 to 120, as in m.robbery:rolling(12).
-- expects: 17: measure "b", derive: ':rolling': found 0, expected a number of months from 1 to 120, as in m.robbery:rolling(12).
-- expects: 18: measure "c", derive: ':shift': found -12. It looks back, as in m.robbery:shift(12): a later month than the pack's is not known.
-- expects: 19: measure "d", derive: ':at': found "March 2019", expected a month, a calendar year or a financial year: "2019-03", "2016" or "2016/17".
-- expects: 20: measure "e", derive: ':rolling' stands after a measure, with a colon: m.robbery:rolling(…).
-- expects: 21: measure "f", derive: 'where' chooses between values month by month, as in where(m.a:above(m.b), m.a, m.b): its first argument is a comparison of measures.
-- expects: 22: measure "g", derive: '==' and '~=' cannot look at the values of a measure, which are not known yet when the script is read. Write m.a:equals(m.b), which gives 1 or 0 for each month; what does not depend on a measure is decided before the function.
-- expects: 23: measure "h", derive: ':rolling' has no meaning for robbery * share: it is neither an amount, which adds up, nor a ratio of amounts. Roll its parts each by itself, as in m.a:rolling(12) / m.b:rolling(12).
-- expects: 24: measure "i", derive: the mean of monthly ratios would give a month of few rows the weight of one of many. Write :rolling(12), which divides the sums.
-- expects: 25: measure "j", windows: ':rolling' and ':mean' are of months, so windows = { "month" } is all that the measure can have.
-- expects: 26: measure "k", windows: the amount of a whole year is held against 12 months: windows = { "12 months" }.
-- expects: 27: measure "l", chart: each value shares months with its neighbours (':rolling', ':mean'), and limits on such values flag months in which nothing changed. Leave 'chart' out for a line without limits.
-- expects: 28: measure "n", derive: an amount over months (:rolling, :mean) and one of a whole year (:at) have no window in common.
measure "robbery" { title = "Robbery", from = "crimes", count = true, where = "category = 'Robbery'" }
measure "share" { title = "Share", from = "crimes", share = "category = 'Robbery'" }
measure "a" { title = "A", derive = function(m) return m.robbery:rolling("12") end }
measure "b" { title = "B", derive = function(m) return m.robbery:rolling(0) end }
measure "c" { title = "C", derive = function(m) return m.robbery:shift(-12) end }
measure "d" { title = "D", derive = function(m) return m.robbery:at("March 2019") end }
measure "e" { title = "E", derive = function(m) return m.robbery.rolling(12) end }
measure "f" { title = "F", derive = function(m) return where(5, 1, 2) * m.robbery end }
measure "g" { title = "G", derive = function(m) return m.robbery == m.share end }
measure "h" { title = "H", derive = function(m) return (m.robbery * m.share):rolling(3) end }
measure "i" { title = "I", derive = function(m) return m.share:mean(12) end }
measure "j" { title = "J", derive = function(m) return m.robbery:rolling(3) end, windows = { "12 months" } }
measure "k" { title = "K", derive = function(m) return m.robbery - m.robbery:at("2016") end, windows = { "month" } }
measure "l" { title = "L", derive = function(m) return m.robbery:rolling(3) end, chart = { kind = "xmr" } }
measure "n" { title = "N", derive = function(m) return m.robbery:rolling(3) / m.robbery:at("2016") end }
