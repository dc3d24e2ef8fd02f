-- expects: 4: There is no 'colectgarbage' in scripts…
-- expects: 4: More is wrong with this file than is shown. Mend what is, and look at it again.
for i = 1, 1000000000 do
  local x = colectgarbage
end
