-- expects: 4: This takes too long: it may run 20,000,000 steps. Is there a loop that never ends?
local n = 0
while true do
  n = n + 1
end
