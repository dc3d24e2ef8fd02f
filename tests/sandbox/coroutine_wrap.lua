-- expects: 2: There is no 'coroutine' in scripts: a script runs from its first line to its last.
local f = coroutine.wrap(function() end)
