-- expects: 6: 5,000 names are switched off already, which is the most that scripts may switch off together.
-- expects: 6: switch_off: there is no measure 'nothing'.
-- expects: 6: More is wrong with this file than is shown. Mend what is, and look at it again.
local names = {}
for i = 1, 6000 do names[i] = "nothing" end
switch_off(names)
