-- expects: 3: A function is given more than 250 values at once. Give it a table that holds them.
local function all(n, ...)
  if n == 0 then return select("#", ...) end
  return all(n - 1, n, ...)
end
local n = all(200000)
