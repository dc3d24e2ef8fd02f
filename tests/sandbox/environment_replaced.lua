-- expects: 3: 'os' has no value here, so nothing can be read from it.
local _ENV = { }
os.exit()
