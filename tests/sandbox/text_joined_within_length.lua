-- expects: 5: This takes too long: it may run 20,000,000 steps. Is there a loop that never ends?
local s = "x"
for i = 1, 16 do s = s .. s end
-- 65,536 characters: a join of them counts for what it copies.
for i = 1, 1000000000 do local t = s .. "y" end
