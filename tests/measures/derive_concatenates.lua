-- expects: 5: measure "joined", derive: With measures only + - * / and their methods can be done: their values are not known yet when the script is read.
-- expects: 6: measure "rolled", derive: A measure has no 'roling' here: it stands for the values of one period after another. Did you mean 'rolling'?
-- expects: 7: measure "nothing", derive: A measure is calculated with nothing (nil), expected another measure (m.name) or a number.
measure "robbery" { title = "Robbery", from = "crimes", count = true }
measure "joined" { title = "Joined", derive = function(m) return m.robbery .. "%" end }
measure "rolled" { title = "Rolled", derive = function(m) return m.robbery:roling(12) end }
measure "nothing" { title = "Nothing", derive = function(m) return m.robbery * nil end }
