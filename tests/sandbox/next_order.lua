-- expects: 2: There is no 'next' in scripts: the order would differ from run to run; use 'pairs'.
local first = next({ a = 1, b = 2 })
