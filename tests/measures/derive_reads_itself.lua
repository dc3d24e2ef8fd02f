-- expects: 3: measure "robbery", derive: the measure reads itself.
-- expects: 5: measure "two", derive: 'one' in derive_reads_itself.lua, line 4 reads this measure, and this one reads it: one of them must go without the other.
measure "robbery" { title = "Robbery", derive = function(m) return m.robbery + 1 end }
measure "one" { title = "One", derive = function(m) return m.two + 1 end }
measure "two" { title = "Two", derive = function(m) return m.one + 1 end }
