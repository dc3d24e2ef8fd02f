-- expects: 6: A function is given more than 250 values at once. Give it a table that holds them.
local function more(...)
  return 1, ...
end
local function grow(n, ...)
  if n == 0 then return ... end
  return grow(n - 1, more(...))
end
local n = select("#", grow(1000000))
