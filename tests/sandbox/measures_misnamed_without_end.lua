-- expects 100: 4: measure "Zz…
-- expects: 4: There is more than the 100 problems shown of this file. Mend these, and look at it again.
for i = 1, 1000000000 do
  measure("Zz" .. i) {}
end
