-- expects: 2: There is no 'io' in scripts: a script cannot read or write files.
local files = io
files.write("x")
