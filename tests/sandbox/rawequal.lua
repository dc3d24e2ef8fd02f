-- expects: 2: There is no 'rawequal' in scripts: tables here are plain tables.
local same = rawequal(1, 1)
