-- expects: 6: This takes too long: it may run 20,000,000 steps. Is there a loop that never ends?
local t = {}
for i = 1, 300000 do t["k" .. i] = i end
-- The keys are put in order each time.
for j = 1, 60 do
  for k in pairs(t) do break end
end
