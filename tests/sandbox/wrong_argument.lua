-- expects: 2: 'floor': found a table as argument 1, expected a number.
local n = math.floor({})
