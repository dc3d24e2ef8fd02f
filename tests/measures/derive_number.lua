-- expects: 2: measure "one", derive: the function gives back no measure: end it with return, as in return m.robbery / m.recorded_crime * 100.
measure "one" { title = "One", derive = function(m) return 1 end }
