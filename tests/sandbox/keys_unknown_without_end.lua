-- expects 100: 5: measure "wide": there is no key…
-- expects: 5: More is wrong with this file than is shown. Mend what is, and look at it again.
local t = { title = "Wide", from = "crimes", count = true }
for i = 1, 200000 do t["key" .. i] = 1 end
measure "wide" (t)
