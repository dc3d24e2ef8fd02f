-- expects: 5: measure "doubled", derive: the function gives back no measure: end it with return, as in return m.robbery / m.recorded_crime * 100.
measure "robbery" { title = "Robbery", from = "crimes", count = true }
measure "doubled" {
  title = "Doubled",
  derive = function(m) local twice = m.robbery * 2 end,
}
