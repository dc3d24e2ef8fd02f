-- expects: 4: This takes too long: it may run 20,000,000 steps. Is there a loop that never ends?
local a, b = string.rep("x", 99999) .. "y", string.rep("x", 99999) .. "y"
local n = 0
for i = 1, 1000000000 do if a == b then n = n + 1 end end
