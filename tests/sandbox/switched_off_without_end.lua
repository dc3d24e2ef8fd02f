-- expects 100: 4: switch_off: there is no measure…
-- expects: 4: More is wrong with this file than is shown. Mend what is, and look at it again.
for i = 1, 4000 do
  switch_off("nothing" .. i)
end
