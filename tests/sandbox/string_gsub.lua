-- expects: 2: There is no 'gsub' in 'string': patterns can run without end.
local s = string.gsub("a", "a", "b")
