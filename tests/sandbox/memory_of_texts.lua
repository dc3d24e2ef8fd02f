-- expects: 4: The script needs more than 64 MB of memory. Is there a text or a table that grows without end?
local s = "0123456789abcdef"
while true do
  s = s .. s
end
