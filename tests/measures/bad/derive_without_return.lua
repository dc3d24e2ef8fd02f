-- expects: 4: measure "derive_without_return", derive: the function gives back no measure: end it with return, as in return m.robbery / m.recorded_crime * 100.
measure "derive_without_return" {
  title = "Derive without return",
  derive = function(m) end,
}
