-- expects: 7: measure "doubled", derive: There is no measure 'robery'. Did you mean 'robbery'?
-- expects: 8: measure "doubled", derive: There is no measure 'burglry'.
measure "robbery" { title = "Robbery", from = "crimes", count = true }
measure "doubled" {
  title = "Doubled",
  derive = function(m)
    local twice = m.robery * 2
    return twice + m.burglry
  end,
}
