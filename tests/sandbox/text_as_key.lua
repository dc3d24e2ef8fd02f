-- expects: 4: This takes too long: it may run 20,000,000 steps. Is there a loop that never ends?
local s = string.rep("x", 50000)
local t = {}
for i = 1, 1000000000 do local v = t[s .. i] end
