-- expects: 2: There is no 'flor' in 'math'. Did you mean 'floor'?
local x = math.flor(1.5)
