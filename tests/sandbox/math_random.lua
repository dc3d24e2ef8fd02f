-- expects: 2: There is no 'random' in 'math': the same data must give the same pack.
local n = math.random(6)
