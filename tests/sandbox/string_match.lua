-- expects: 2: There is no 'match' in 'string': patterns can run without end.
local m = string.match("aaa", ".*")
