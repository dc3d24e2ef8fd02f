-- expects: 3: The functions of the script call each other without end.
local function f(n)
  return 1 + f(n + 1)
end
f(1)
