-- expects: 2: There is no 'pcall' in scripts: an error must be seen.
pcall(function() end)
