-- expects: 3: A text would have more than 100,000 characters. Is there a loop that makes it grow?
local s = string.rep("x", 60000)
local t = s .. s
