-- expects: 2: A text cannot be calculated with.
local n = "10" + 1
