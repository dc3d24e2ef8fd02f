-- expects: 2: There is no 'require' in scripts: a script cannot load others.
local other = require("socket")
