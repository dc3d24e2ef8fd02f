-- expects 100: 4: switch_off: there is no measure…
-- expects: 4: There is more than the 100 problems shown of this file. Mend these, and look at it again.
for i = 1, 4000 do
  switch_off("nothing" .. i)
end
