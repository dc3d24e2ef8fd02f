-- expects: 5: The script needs more than 64 MB of memory. Is there a text or a table that grows without end?
local s = string.rep("x", 50000)
local list = {}
for i = 1, 1000000000 do
  list[i] = s .. i
end
