-- expects: 2: There is no 'getmetatable' in scripts: tables here are plain tables.
local m = getmetatable("")
m.__index = nil
