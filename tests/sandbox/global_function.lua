-- expects: 2: 'helper' is not declared: write 'local helper = …', or 'local function helper'. A file has no globals.
function helper() return 1 end
