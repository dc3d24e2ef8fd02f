-- expects: 2: There is no '_G' in scripts: each file has its own names.
local everything = _G
