-- expects: 2: There is no 'find' in 'string': patterns can run without end.
local at = string.find("aaa", "a-b")
