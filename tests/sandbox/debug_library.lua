-- expects: 2: There is no 'debug' in scripts: a script cannot look behind what it is given.
local hook = debug.sethook
