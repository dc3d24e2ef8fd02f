-- expects: 2: 'threshold' is not declared: write 'local threshold = …', or 'local function threshold'. A file has no globals.
threshold = 5
local twice = threshold * 2
