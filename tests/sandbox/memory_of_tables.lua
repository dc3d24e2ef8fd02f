-- expects: 4: The script needs more than 64 MB of memory. Is there a text or a table that grows without end?
local list = {}
for i = 1, 100000000 do
  list[i] = { i }
end
