-- expects: 2: There is no 'loadfile' in scripts: a script cannot load others.
local f = loadfile("/etc/passwd")
