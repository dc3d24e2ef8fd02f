-- expects 100: 4: There is no 'a…
-- expects: 4: There is more than the 100 problems shown of this file. Mend these, and look at it again.
for i = 1, 1000000000 do
  local x = _ENV["a" .. i]
end
