-- expects: 2: 'rep': the text would have more than 100,000 characters.
local s = string.rep("x", 100000001)
