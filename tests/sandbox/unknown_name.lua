-- expects: 2: There is no 'tostrng' in scripts. Did you mean 'tostring'?
local x = tostrng(5)
