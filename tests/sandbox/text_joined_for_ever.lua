-- expects: 3: A text would have more than 100,000 characters. Is there a loop that makes it grow?
local s = "x"
for i = 1, 23 do s = s .. s end
for i = 1, 1000000 do local t = s .. "y" end
