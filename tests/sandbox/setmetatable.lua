-- expects: 2: There is no 'setmetatable' in scripts: tables here are plain tables.
local t = setmetatable({}, {})
