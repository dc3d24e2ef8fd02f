-- expects: 2: There is no 'dump' in 'string': a script cannot make code from text.
local code = string.dump(function() end)
