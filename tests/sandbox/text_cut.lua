-- expects: 3: This takes too long: it may run 20,000,000 steps. Is there a loop that never ends?
local s = string.rep("x", 100000)
for i = 1, 1000000000 do local t = string.sub(s, 2) end
