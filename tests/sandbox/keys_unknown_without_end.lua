-- expects 100: 5: measure "wide": there is no key…
-- expects: 5: There is more than the 100 problems shown of this file. Mend these, and look at it again.
local t = { title = "Wide", from = "crimes", count = true }
for i = 1, 200000 do t["key" .. i] = 1 end
measure "wide" (t)
