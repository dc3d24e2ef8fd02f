-- expects: 5: 5,000 names are switched off already, which is the most that scripts may switch off together.
-- expects: 5: switch_off: there is no measure 'nothing'.
local names = {}
for i = 1, 6000 do names[i] = "nothing" end
switch_off(names)
