-- expects: 2: There is no 'rawlen' in scripts: tables here are plain tables.
local n = rawlen({})
