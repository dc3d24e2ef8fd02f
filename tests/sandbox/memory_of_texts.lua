-- expects: 4: A text would have more than 100,000 characters. Is there a loop that makes it grow?
local s = "0123456789abcdef"
while true do
  s = s .. s
end
